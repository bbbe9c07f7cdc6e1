import { globMatcher, oneGlobMatcher } from '../access/matching/globs.ts';
import { decidePath, type PathRules } from '../access/permission.ts';
import { type Goal, opensDrafts } from '../goal.ts';
import { MOST_ISSUES, targetOfFile } from '../item.ts';
import type { Settings } from '../settings.ts';
import { canPayForCall } from '../work/goal-money.ts';

/** Something about a valid goal that its author may not have meant. */
export interface GoalNote {
  /** Names and list indexes from the root of the file down. */
  readonly path: readonly (string | number)[];
  /** The goal can do nothing at all, as things stand. */
  readonly isUseless: boolean;
  readonly about: GoalTrouble;
}

export type GoalTrouble =
  | { readonly kind: 'does_nothing' }
  /** `files`: what the glob matches, and no goal may write. */
  | { readonly kind: 'all_protected'; readonly glob: string; readonly files: number }
  | {
      readonly kind: 'write_outside_read';
      readonly glob: string;
      readonly files: number;
      readonly of: number;
    }
  | { readonly kind: 'delete_outside_write'; readonly glob: string }
  /** No task of the queue may write its own file. */
  | { readonly kind: 'own_file_not_writable'; readonly files: number }
  | { readonly kind: 'list_not_writable'; readonly file: string }
  | { readonly kind: 'no_such_workflow'; readonly file: string }
  | { readonly kind: 'labels_alone' }
  | {
      readonly kind: 'limit_above';
      readonly limit: string;
      readonly value: number;
      readonly other: string;
      readonly bound: number;
    }
  | { readonly kind: 'too_little_for_call'; readonly limit: string; readonly tokens: number }
  | { readonly kind: 'never_so_many'; readonly asked: number; readonly most: number };

export interface NoteFacts {
  readonly goal: Goal;
  readonly settings: Settings;
  /** Paths of the repository. */
  readonly files: readonly string[];
  readonly agentFolders: readonly string[];
  readonly firstCall: { readonly promptBytes: number; readonly answerTokens: number };
}

/** What is allowed and probably a slip, and what keeps the goal from ever doing anything. */
export function goalNotes(facts: NoteFacts): readonly GoalNote[] {
  return [
    ...doesNothing(facts.goal),
    ...writeNotes(facts),
    ...queueNotes(facts),
    ...limitNotes(facts),
    ...moneyNotes(facts),
  ];
}

function note(path: GoalNote['path'], about: GoalTrouble, isUseless = false): GoalNote {
  return { path, about, isUseless };
}

/** It may open drafts and has no file to put into one. A goal that is to look only says so with `effects: []`. */
function doesNothing(goal: Goal): readonly GoalNote[] {
  const { effects } = goal.permissions;
  const onlyDrafts = effects.length === 1 && effects[0] === 'draft_pull_request';
  const labels =
    goal.permissions.labels !== undefined &&
    !effects.includes('label_issue') &&
    !effects.includes('unlabel_issue');
  return [
    ...(onlyDrafts && !opensDrafts(goal) ? [note(['permissions'], { kind: 'does_nothing' })] : []),
    ...(labels ? [note(['permissions', 'labels'], { kind: 'labels_alone' })] : []),
  ];
}

function rulesOf({ goal, settings, agentFolders }: NoteFacts): PathRules {
  const { protectedPaths, goalsFolder } = settings;
  return { permissions: goal.permissions, protectedGlobs: protectedPaths, goalsFolder, agentFolders };
}

function isWritable(facts: NoteFacts): (path: string) => boolean {
  const rules = rulesOf(facts);
  return (path) => decidePath({ action: 'write', path, entryKind: 'file' }, rules).kind === 'allowed';
}

function writeNotes(facts: NoteFacts): readonly GoalNote[] {
  const { goal, files } = facts;
  if (!opensDrafts(goal)) return [];
  const { read, write, delete: deletable = [] } = goal.permissions;
  const [mayWrite, mayRead] = [isWritable(facts), globMatcher(read)];
  const taken = globMatcher(['**', ...write.filter((glob) => glob.startsWith('!'))]);
  const perGlob = write.flatMap((glob, at): readonly GoalNote[] => {
    if (glob.startsWith('!')) return [];
    const matched = files.filter(oneGlobMatcher(glob)).filter(taken);
    const refused = matched.filter((path) => !mayWrite(path)).length;
    const unseen = matched.filter((path) => !mayRead(path)).length;
    const of = matched.length;
    const path = ['permissions', 'write', at];
    if (refused === of && of > 0)
      return [note(path, { kind: 'all_protected', glob, files: of }, write.length === 1)];
    return unseen > 0 ? [note(path, { kind: 'write_outside_read', glob, files: unseen, of })] : [];
  });
  const isOutside = globMatcher(write);
  const strays = deletable.flatMap((glob, at): readonly GoalNote[] => {
    const matched = glob.startsWith('!') ? [] : files.filter(oneGlobMatcher(glob));
    const isStray = matched.length > 0 && !matched.some(isOutside);
    return isStray ? [note(['permissions', 'delete', at], { kind: 'delete_outside_write', glob })] : [];
  });
  return [...perGlob, ...strays];
}

function queueNotes(facts: NoteFacts): readonly GoalNote[] {
  const { goal, files } = facts;
  const { forEach: queue, permissions, when } = goal;
  const notes: GoalNote[] = workflowNotes(facts);
  if (queue?.kind === 'issues' && when !== null && when.queueAtLeast > MOST_ISSUES)
    notes.push(note(['when'], { kind: 'never_so_many', asked: when.queueAtLeast, most: MOST_ISSUES }));
  if (queue === null || !opensDrafts(goal)) return notes;
  const mayWrite = isWritable(facts);
  if (queue.kind === 'files' && permissions.otherFiles !== true) {
    const own = files.filter(oneGlobMatcher(queue.pattern)).map((path) => targetOfFile(queue, path));
    if (own.length > 0 && !own.some(mayWrite))
      notes.push(note(['for_each', 'files'], { kind: 'own_file_not_writable', files: own.length }, true));
  }
  if (queue.kind === 'findings' && queue.listedIn !== undefined && !mayWrite(queue.listedIn))
    notes.push(note(['for_each', 'listed_in'], { kind: 'list_not_writable', file: queue.listedIn }, true));
  return notes;
}

/** Of a workflow that is not there no run can fail. */
function workflowNotes({ goal: { forEach }, files }: NoteFacts): GoalNote[] {
  if (forEach?.kind !== 'runs' || files.length === 0) return [];
  const { workflows } = forEach;
  const missing = workflows.filter((file) => !files.includes(`.github/workflows/${file}`));
  return missing.map((file) => {
    const path = ['for_each', 'runs', 'workflows', workflows.indexOf(file)];
    return note(path, { kind: 'no_such_workflow', file }, missing.length === workflows.length);
  });
}

/** A limit that another one makes meaningless. Null: that one is not set. */
function limitNotes({ goal: { limits }, settings }: NoteFacts): readonly GoalNote[] {
  const { budget } = settings;
  const pairs: readonly (readonly [string, number | null, string, number | null])[] = [
    ['tokens', limits.tokens, 'limits.tokens_per_day', limits.tokensPerDay],
    ['tokens_per_day', limits.tokensPerDay, 'budget.tokens_per_day of the settings', budget.tokensPerDay],
    ['usd_per_day', limits.usdPerDay, 'limits.usd_per_month', limits.usdPerMonth],
    ['usd_per_day', limits.usdPerDay, 'budget.usd_per_day of the settings', budget.usdPerDay],
    ['usd_per_month', limits.usdPerMonth, 'budget.usd_per_month of the settings', budget.usdPerMonth],
    ['open_drafts', limits.openDrafts, 'open_drafts of the settings', settings.openDrafts],
  ];
  return pairs.flatMap(([limit, value, other, bound]): readonly GoalNote[] =>
    value === null || bound === null || value <= bound
      ? []
      : [note(['limits', limit], { kind: 'limit_above', limit, value, other, bound })],
  );
}

function moneyNotes({ goal, settings, firstCall }: NoteFacts): readonly GoalNote[] {
  const { limits } = goal;
  const price = settings.models[goal.model]?.price ?? null;
  const tokens = Math.min(limits.tokens, limits.tokensPerDay, settings.budget.tokensPerDay);
  const usd = Math.min(limits.usdPerDay ?? Infinity, settings.budget.usdPerDay ?? Infinity);
  const usdMicros = price === null || usd === Infinity ? null : usd * 1e6;
  if (canPayForCall({ tokens, usdMicros }, { firstCall, price })) return [];
  const needed = firstCall.promptBytes + firstCall.answerTokens;
  const limit = tokens < needed ? 'tokens' : 'usd_per_day';
  return [note(['limits', limit], { kind: 'too_little_for_call', limit, tokens: needed }, true)];
}
