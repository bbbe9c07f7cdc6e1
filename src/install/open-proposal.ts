import type { Masked } from '../core/text/masked.ts';
import type { Draft, GitHub } from '../ports.ts';

interface Proposal {
  readonly branch: string;
  readonly base: string;
  readonly title: Masked;
  readonly body: Masked;
}

/** The one pull request of a branch: the open one with its text brought up to date, else a new one, ready for review. */
export async function openProposal(
  github: Pick<GitHub, 'findDrafts' | 'updateDraft' | 'createDraft'>,
  { branch, base, title, body }: Proposal,
  signal: AbortSignal,
): Promise<Draft> {
  const found = (await github.findDrafts(branch, signal)).find(({ state }) => state === 'open');
  if (found !== undefined) {
    await github.updateDraft(found.number, { title, body }, signal);
    return found;
  }
  const wanted = { branch, base, title, body, labels: [], reviewers: [], readyWhereUnsupported: true };
  return github.createDraft({ ...wanted, isReady: true }, signal);
}
