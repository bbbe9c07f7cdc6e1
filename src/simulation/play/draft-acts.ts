/** What persons do with the agent's drafts and their branches. */
import type { SimulatedWorld } from '../runs/simulated-world.ts';
import { type Act, type ActContext, type ActOutcome, goalOf, workBranch } from './act-context.ts';
import type { PersonAct } from './profile.ts';

type DraftAct = Extract<
  PersonAct,
  | 'merge'
  | 'merge_all'
  | 'merge_and_delete'
  | 'close'
  | 'reopen'
  | 'push'
  | 'rewrite'
  | 'delete_branch'
  | 'foreign_draft'
>;

function draftIn({ world, random }: ActContext, state: 'open' | 'closed') {
  return random.pickOf(
    world.github.drafts.filter((draft) => draft.state === state && draft.openedBy === 'agent'),
  );
}

type Merged = Exclude<ActOutcome, null> & { readonly branch: string };

/** As GitHub squashes: the default branch gets what the branch changed. */
export async function mergeDraft(world: SimulatedWorld, number: number): Promise<Merged | null> {
  const { remote, github } = world;
  const draft = github.drafts.find((each) => each.number === number);
  const tip = remote.commits.get(remote.branches.get(draft?.branch ?? '') ?? '');
  if (draft === undefined || tip === undefined) return null;
  const main = remote.commits.get(remote.branches.get('main') ?? '');
  const files = [...tip.tree].filter(
    ([path, file]) => path.startsWith('docs/') && main?.tree.get(path) !== file,
  );
  await remote.commit({
    branch: 'main',
    files: Object.fromEntries(files.map(([path, { bytes }]) => [path, bytes])),
    time: world.time.now(),
    message: draft.title,
  });
  github.change(draft.number, { state: 'merged' });
  return { detail: `draft #${draft.number}`, goal: goalOf(draft.branch), branch: draft.branch };
}

async function merge(context: ActContext): Promise<Merged | null> {
  const draft = draftIn(context, 'open');
  return draft === null ? null : mergeDraft(context.world, draft.number);
}

export const DRAFT_ACTS: Readonly<Record<DraftAct, Act>> = {
  merge,
  async merge_all(context) {
    const { drafts } = context.world.github;
    const open = drafts.filter(({ state, openedBy }) => state === 'open' && openedBy === 'agent');
    for (const { number } of open) await mergeDraft(context.world, number);
    const numbers = open.map(({ number }) => `#${number}`).join(', ');
    return open.length === 0 ? null : { detail: `drafts ${numbers}`, goal: null };
  },
  async merge_and_delete(context) {
    const merged = await merge(context);
    if (merged !== null) context.world.remote.branches.delete(merged.branch);
    return merged;
  },
  async close(context) {
    const draft = draftIn(context, 'open');
    if (draft === null) return null;
    context.world.github.change(draft.number, { state: 'closed' });
    return { detail: `draft #${draft.number}`, goal: goalOf(draft.branch) };
  },
  async reopen(context) {
    const draft = draftIn(context, 'closed');
    const { github, remote } = context.world;
    if (draft === null || !remote.branches.has(draft.branch)) return null;
    if (github.drafts.some(({ branch, state }) => branch === draft.branch && state === 'open')) return null;
    github.change(draft.number, { state: 'open' });
    return { detail: `draft #${draft.number}`, goal: goalOf(draft.branch) };
  },
  async push(context) {
    const target = workBranch(context);
    if (target === null) return null;
    const { world } = context;
    const files = { 'docs/by-hand.md': `Mine, at ${world.time.now()}.\n` };
    const made = await world.remote.commit({ branch: target.branch, files, time: world.time.now() });
    return { detail: target.branch, goal: goalOf(target.branch), made };
  },
  async rewrite(context) {
    const target = workBranch(context);
    if (target === null) return null;
    const { world } = context;
    const parents = world.remote.commits.get(target.tip)?.parents ?? [];
    const files = { 'docs/by-hand.md': `Instead, at ${world.time.now()}.\n` };
    const { branch } = target;
    const made = await world.remote.commit({ branch, files, parents, time: world.time.now() });
    return { detail: branch, goal: goalOf(branch), made };
  },
  async delete_branch(context) {
    const target = workBranch(context);
    if (target === null) return null;
    const { github, remote } = context.world;
    // GitHub closes what is open when its branch is deleted.
    for (const draft of github.drafts)
      if (draft.branch === target.branch && draft.state === 'open')
        github.change(draft.number, { state: 'closed' });
    remote.branches.delete(target.branch);
    return { detail: target.branch, goal: goalOf(target.branch) };
  },
  /** Who may not write opens a pull request from a branch of the agent, and copies the words of its draft. */
  async foreign_draft(context) {
    const { world, random } = context;
    const { github } = world;
    const copied = random.pickOf(github.drafts.filter(({ openedBy }) => openedBy === 'agent'));
    if (copied === null) return null;
    const number = github.numbers.next();
    const url = `memory/pull/${number}`;
    github.drafts.push({ ...copied, number, url, base: 'other', state: 'open', openedBy: 'stranger' });
    return { detail: `#${number} from ${copied.branch}`, goal: goalOf(copied.branch) };
  },
};
