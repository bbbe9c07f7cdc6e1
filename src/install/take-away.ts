import { ALERT_LABEL } from '../core/access/labels.ts';
import type { Masked } from '../core/text/masked.ts';
import { BRANCH_PREFIX } from '../core/work-branch.ts';
import type { AlertIssue, Clone, Control, Draft, GitHub, RemoteBranch } from '../ports.ts';

/** What an installation leaves outside the default branch. */
export interface Leftover {
  /** The state branch and the branches of drafts. */
  readonly branches: readonly RemoteBranch[];
  /** Open ones. */
  readonly drafts: readonly Draft[];
  /** Open ones. */
  readonly alerts: readonly AlertIssue[];
  /** Names of those that nobody but the agent has made and uses. */
  readonly labels: readonly string[];
}

/** The usual label of drafts, and that of alerts. Others somebody has chosen. */
const USUAL_LABELS = ['wakeful', ALERT_LABEL];

export interface LeftoverPlace {
  readonly clone: Pick<Clone, 'remoteBranches' | 'deleteRemoteBranches'>;
  readonly remote: string;
  readonly stateBranch: string;
  /** Null: no token, so drafts and alerts cannot be seen. */
  readonly github:
    | (Pick<GitHub, 'findDrafts' | 'closeDraft' | 'listAlertIssues' | 'closeAlertIssue'> &
        Pick<Control, 'ownLabels' | 'deleteLabel'>)
    | null;
}

export async function findLeftover(
  { clone, remote, stateBranch, github }: LeftoverPlace,
  signal: AbortSignal,
): Promise<Leftover> {
  const work = await clone.remoteBranches(remote, BRANCH_PREFIX, signal);
  const state = await clone.remoteBranches(remote, stateBranch, signal);
  const branches = [...state.filter(({ name }) => name === stateBranch), ...work];
  if (github === null) return { branches, drafts: [], alerts: [], labels: [] };
  const drafts: Draft[] = [];
  for (const { name } of work) drafts.push(...(await github.findDrafts(name, signal)));
  const alerts = await github.listAlertIssues([], signal);
  return {
    branches,
    drafts: drafts.filter(({ state: is, openedBy }) => is === 'open' && openedBy === 'agent'),
    alerts: alerts.filter(({ state: is }) => is === 'open'),
    labels: await github.ownLabels(USUAL_LABELS, signal),
  };
}

/** Takes it away, drafts and alerts first, each with a word. Gives the branches that could not be deleted. */
export async function takeAway(
  { branches, drafts, alerts, labels }: Leftover,
  { place, word }: { readonly place: LeftoverPlace; readonly word: Masked },
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { clone, remote, github } = place;
  if (github !== null) {
    for (const { number } of drafts) await github.closeDraft(number, word, signal);
    for (const { number } of alerts) await github.closeAlertIssue(number, word, signal);
    for (const name of labels) await github.deleteLabel(name, signal);
  }
  return clone.deleteRemoteBranches(remote, branches, signal);
}
