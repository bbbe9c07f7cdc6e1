import { problemText, show } from './problem.ts';

const RESTORE =
  'find out who pushed it, let nobody but the agent push the state branch, and restore the last good version of the file from its history';

/** What a file of the state branch may say by itself, and the agent cannot have written. */
export const forgedStateProblems = {
  otherBranch: (key: string, { found, start }: { readonly found: string; readonly start: string }) =>
    problemText(
      `the draft ${show(key)} names the branch ${show(found)}, which is not the agent's branch of this draft (that begins with ${show(start)} and ends with the draft's generation)`,
      RESTORE,
    ),
  otherMarker: (item: string, { found, wanted }: Names) =>
    problemText(
      `the task ${show(item)} holds an effect with the marker ${show(found)}, but its own begin as in ${show(wanted)}`,
      RESTORE,
    ),
  otherAlert: ({ name, wanted }: { readonly name: string; readonly wanted: string }) =>
    problemText(`the alert ${show(wanted)} is filed as ${show(name)}`, RESTORE),
  longLock: (goal: string, { taken_at: from, expires_at: to }: LockTimes) =>
    problemText(
      `the lock on ${show(goal)} lasts from ${from} to ${to}, which is longer than any run`,
      RESTORE,
    ),
  endlessNumber: (field: string, found: number) =>
    problemText(`${show(field)} is ${found}, more than any number of runs gives`, RESTORE),
  numberTooHigh: ({ field, found }: LockNumber, highest: LockNumber) =>
    problemText(
      `${show(field)} is ${found}, but the highest number that was given to a lock is ${highest.found}`,
      `if \`state/lock.json\` was put back to an older version, set ${show(highest.field)} in it to ${found}; otherwise ${RESTORE}`,
    ),
  futureTime: (field: string, { found, latest }: { readonly found: string; readonly latest: string }) =>
    problemText(
      `${show(field)} is ${show(found)}, which lies in the future (a run allows times up to ${latest})`,
      `set the clock of the machine right if it is wrong; otherwise ${RESTORE}`,
    ),
} as const;

interface Names {
  readonly found: string;
  readonly wanted: string;
}

interface LockNumber {
  readonly field: string;
  readonly found: number;
}

interface LockTimes {
  readonly taken_at: string;
  readonly expires_at: string;
}
