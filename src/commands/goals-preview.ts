import { openRevisions, type Revisions } from '../adapters/git/revisions.ts';
import { childEnvironment, systemClock } from '../adapters/runner.ts';
import { goalId } from '../config/goal/goal-file.ts';
import type { Mask } from '../core/access/mask.ts';
import { type MaskedRecord, maskedRecord } from '../core/access/masked-record.ts';
import { Halt } from '../core/ending.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import type { Masked } from '../core/text/masked.ts';
import { readGoals } from '../ledger/snapshot.ts';
import type { GoalTree } from '../report/goals/goal-tree.ts';
import { goalsPreview } from '../report/goals/goals-preview.ts';
import { formatProblem, type Problem } from '../report/problems/problem.ts';
import { readWorkTreeGoals, type WorkTreeGoals } from './worlds/goal-folder.ts';

export interface GoalsPreview {
  readonly markdown: Masked;
  /** Everything that is wrong with what is proposed, by file, line and column. */
  readonly problems: MaskedRecord<readonly Problem[]>;
}

export interface Proposal {
  /** The top of a clone. */
  readonly folder: string;
  /** A revision; null: the files as they stand on disk. */
  readonly after: string | null;
  /** The revision that it is compared with. */
  readonly before: string;
  /** Knows no pattern of the settings: those are part of what is proposed, and would hide the rest of it. */
  readonly mask: Mask;
}

/** In a clone that a workflow on a pull request has checked out: the merge that GitHub made, and what it merges into. */
export const PULL_REQUEST = { after: 'HEAD', before: 'HEAD^1' } as const;

/** What the proposed goals and settings would let the agent do, and what of that is new. Nothing of them is run. */
export async function previewGoals(proposal: Proposal, signal: AbortSignal): Promise<GoalsPreview> {
  const { mask } = proposal;
  const revisions = await openRevisions({ folder: proposal.folder, environment: childEnvironment() }, signal);
  try {
    const before = await goalsAt(revisions, proposal.before, signal);
    const after =
      proposal.after === null
        ? await readWorkTreeGoals(proposal.folder)
        : await goalsAt(revisions, proposal.after, signal);
    const markdown = goalsPreview({
      ...maskedRecord(
        { before: goalTree(before), after: goalTree(after), comparedWith: proposal.before },
        mask,
      ),
      now: systemClock({ offsetMs: 0 }).now(),
    });
    return { markdown: mask.mask(markdown), problems: maskedRecord(after.problems, mask) };
  } finally {
    revisions.close();
  }
}

type GoalsRead = Pick<WorkTreeGoals, 'settings' | 'goals' | 'problems'>;

async function goalsAt(revisions: Revisions, revision: string, signal: AbortSignal): Promise<GoalsRead> {
  const commit = await revisions.resolve(revision, signal);
  if (commit === null) {
    const right = 'name a commit, a branch or a tag that it holds; a workflow checks out with fetch-depth: 2';
    throw new Halt('bad_settings', `There is no commit ${JSON.stringify(revision)} in this clone; ${right}.`);
  }
  const { settings, goals, settingsProblems, goalProblems } = await readGoals(revisions, { commit }, signal);
  return { settings, goals, problems: [...settingsProblems, ...goalProblems] };
}

function goalTree({ settings, goals, problems }: GoalsRead): GoalTree {
  const ofGoals = problems.filter(({ file }) => file !== SETTINGS_FILE);
  const bad = new Set(ofGoals.map(({ file }) => goalId(file)));
  return {
    settings,
    hasValidSettings: ofGoals.length === problems.length,
    goals,
    unusable: [...bad].filter((id) => !goals.some((goal) => goal.id === id)),
    problems: problems.map(formatProblem),
  };
}
