import type { BranchRule, RulePattern } from '../../core/access/refusing-rules.ts';
import { BYTES_PER_LINE } from '../../core/progress/diff.ts';
import type { DraftOutcome } from '../../core/progress/draft-outcome.ts';
import { count, fullStop } from '../words/sentences.ts';

const TOUCHED: Readonly<Record<DraftOutcome, string>> = {
  merged: 'merged',
  closed: 'closed the draft of',
  taken_over: 'changed',
};

function patternWords({ operator, pattern, isNegated }: RulePattern): string {
  const how = OPERATORS[operator] ?? operator;
  return `what it looks at ${isNegated ? 'must not' : 'has to'} ${how} ${JSON.stringify(pattern)}`;
}

const OPERATORS: Readonly<Record<string, string>> = {
  ...{ starts_with: 'start with', ends_with: 'end with', contains: 'contain', regex: 'match' },
};

/** Why an attempt ended as it did: sentences that go into its record, its draft and its alert. */
export const ATTEMPT_TEXTS = {
  tooLarge: (change: Size, most: Size) =>
    `The change has ${sizeWords(change)}; ${sizeWords(most)} are allowed per draft (limits.changed_files, limits.changed_lines). A line counts once for every ${BYTES_PER_LINE} bytes.`,
  draftFull: (why: string) => `The open draft is full. ${why}`,
  holdsSecret: (secret: string) => `The change contains a secret (${secret}), so nothing of it was pushed.`,
  touched: (outcome: DraftOutcome, branch: string) =>
    `A person has ${TOUCHED[outcome]} ${branch}, so the agent leaves it alone.`,
  /** `remote`: what the remote said. */
  mayNotPush: (remote: string) =>
    `The remote refused the work branch: ${fullStop(remote)} Let the agent create and update branches under wakeful/, then edit the goal or ask for it.`,
  /** Known before anything was pushed, or a model asked. */
  ruleRefuses: (branch: string, { type, pattern }: BranchRule) =>
    `The rule ${type} of this repository refuses the branch ${branch}${pattern === null ? '' : `: ${patternWords(pattern)}`}. No model was asked. Exclude \`wakeful/**/*\` from the ruleset, or let an App that is exempt from it push and open the drafts; then edit the goal or ask for it.`,
  /** `remote`: what the remote said. */
  frozen: (branch: string, remote: string) =>
    `The draft of ${branch} cannot be changed now, as in a merge queue: ${fullStop(remote)} The agent waits until it is merged, closed or free again.`,
  nameTaken: (branch: string, remote: string) =>
    `The remote cannot have the branch ${branch}, because another branch takes its name: ${fullStop(remote)} Rename or delete that branch, then edit the goal or ask for it.`,
  /** The server failed, and nobody has touched the branch. */
  notStored: (branch: string, remote: string) =>
    `The remote could not store ${branch}, so nothing of this attempt was kept: ${fullStop(remote)}`,
  refused: (branch: string, remote: string) =>
    `The default branch was rewritten while the agent worked, so the remote could not take ${branch}: ${fullStop(remote)} The task is tried again from the default branch as it is then.`,
  notPushed: (branch: string) => `${branch} could not be pushed, because somebody else has changed it.`,
} as const;

interface Size {
  readonly files: number;
  readonly lines: number;
}

function sizeWords({ files, lines }: Size): string {
  return `${count(files, 'changed file')} and ${count(lines, 'changed line')}`;
}
