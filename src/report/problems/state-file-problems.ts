import { type ProblemText, printable, problemText, show } from './problem.ts';

const RESTORE = 'restore the last good version of the file from the history of the state branch';

/** What can be wrong with a file of the state branch. */
export const stateFileProblems = {
  missingLock: problemText(
    'the file is missing',
    'restore it from the history of the state branch; without it the agent cannot know which goals are locked',
  ),
  empty: problemText('the file is empty', RESTORE),
  notJson: (reason: string, isCutOff: boolean) =>
    problemText(
      `it is not valid JSON (${printable(reason)})${isCutOff ? ', and it seems to be cut off' : ''}`,
      RESTORE,
    ),
  sameKey: (key: string) => problemText(`the field ${show(key)} is given twice`, RESTORE),
  notObject: (found: unknown) =>
    problemText(`it must contain a JSON object, but contains ${show(found)}`, RESTORE),
  notVersion: (found: unknown) =>
    problemText(`its version must be a whole number, but is ${show(found)}`, RESTORE),
  otherVersion: (found: number, read: number) =>
    problemText(
      `it has version ${found}, and this program reads version ${read}`,
      found > read
        ? `use a program that reads version ${found} (a newer Wakeful wrote this file)`
        : 'run the command `migrate` of Wakeful in a clone of this repository, while no run is going on',
    ),
  fields: (faults: readonly FieldFault[]) => problemText(fieldWords(faults), RESTORE),
  otherName: (field: string, { name, found }: { readonly name: string; readonly found: string }) =>
    problemText(
      `its ${field} is "${found}", but the file's name says "${name}"`,
      'give the file its own name again, or remove it if it is a copy',
    ),
} as const;

/** A field of a state file that does not fit its schema. */
export interface FieldFault {
  /** E.g. `leases.docs-index.epoch`. */
  readonly path: string;
  readonly found: unknown;
  /** `type`: what it must be. `rule`: what the schema says of it, or the rule that it breaks. */
  readonly kind: 'missing' | 'type' | 'rule';
  readonly wanted: string;
}

const SHOWN = 3;

/** The first few faults as one part of a sentence. */
export function fieldWords(faults: readonly FieldFault[]): string {
  const texts = faults.slice(0, SHOWN).map(({ path, found, kind, wanted }) => {
    if (kind === 'rule') return `${show(path)} ${wanted} (it is ${show(found)})`;
    const state = kind === 'missing' ? 'it is missing' : `it is ${show(found)}`;
    return `${show(path)} must be ${printable(wanted)}, but ${state}`;
  });
  const more = faults.length > SHOWN ? ` and ${faults.length - SHOWN} more faults` : '';
  return texts.join(', ') + more;
}

/** What the schemas of the state files say of a value that they refuse. */
export const stateValues = {
  time: 'is not a time such as 2026-11-22T03:00:00Z',
  day: 'is not a day such as 2026-11-22',
  month: 'is not a month such as 2026-11',
  map: 'is not an object',
  key: 'is a name that every object has',
  sha: 'is not the full id of a commit',
  release: 'is not the name of a release such as v1.2.3',
} as const;

/** Why a line of the activity log is passed over. */
export const LOG_LINE_PROBLEMS = {
  notJson: 'not valid JSON',
  notEntry: 'not a log entry of this version',
} as const;

export function brokenRule(rule: string, requirement: number | null): string {
  return `breaks the rule ${rule}${requirement === null ? '' : ` ${requirement}`}`;
}

/** The detail of a run that ends because of a state file. */
export function stateFileDetail(path: string, { message, hint }: ProblemText): string {
  return `${printable(path)}: ${message}; what to do: ${hint}`;
}
