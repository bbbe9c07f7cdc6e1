import { notFound, refusal } from '../http/refusals.ts';
import type { Refs } from '../records/branches.ts';
import { type DraftFile, isDraft, type Thread } from '../records/records.ts';
import type { Site } from '../records/site.ts';
import type { RepositoryShapeFacts } from '../shapes/repository.ts';

/** What the shapes of a repository and its pull requests are filled in with. */
export async function factsOf(site: Site): Promise<RepositoryShapeFacts & { readonly refs: Refs }> {
  const [settings, refs, threads] = await Promise.all([
    site.store.settings(),
    site.branches.look(),
    allThreads(site),
  ]);
  const openThreads = threads.filter(({ state }) => state === 'open').length;
  return { settings, refs, main: refs.main, openThreads };
}

/** Pull requests and issues by number, oldest first. */
export async function allThreads({ store }: Site): Promise<readonly Thread[]> {
  const threads: Thread[] = [...(await store.drafts()), ...(await store.issues())];
  return threads.sort((one, other) => one.number - other.number);
}

export async function threadAt(site: Site, number: number): Promise<Thread> {
  const thread = await site.store.thread(number);
  if (thread === null) throw notFound();
  const { has_issues } = await site.store.settings();
  if (!has_issues && !isDraft(thread)) throw issuesDisabled();
  return thread;
}

export function issuesDisabled() {
  return refusal(410, 'Issues has been disabled in this repository.');
}

export async function draftAt(site: Site, number: number): Promise<DraftFile> {
  const thread = await site.store.thread(number);
  if (thread === null || !isDraft(thread)) throw notFound();
  return thread;
}
