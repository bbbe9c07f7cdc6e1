import * as v from 'valibot';
import { type MaskedRecord, maskedJson } from '../../core/access/masked-record.ts';
import type { LogEntry } from '../../core/event.ts';
import { STATE_VERSION, type State } from '../../core/state.ts';
import type { Masked } from '../../core/text/masked.ts';
import { LOG_LINE_PROBLEMS, stateFileProblems } from '../../report/problems/state-file-problems.ts';
import { refuseForged } from './cross-check.ts';
import { badFile, decodeFile, encodeValue, refuseUnreadable } from './state-json.ts';
import { AlertsFile, BudgetFile, CheckpointFile, LockFile, LogLine, RequestFile } from './state-schema.ts';
import { StatusFile } from './status-schema.ts';

const PATHS = {
  lock: 'state/lock.json',
  budget: 'state/budget.json',
  status: 'state/status.json',
  alerts: 'state/alerts.json',
  stop: 'state/STOP',
} as const;
const CHECKPOINT = /^state\/checkpoints\/([^/]+)\.json$/;
const REQUEST = /^state\/requests\/([^/]+)\.json$/;

/** The state before the first wake. */
export function emptyState(repository: string): State {
  const version = STATE_VERSION;
  return {
    lock: { version, repository, epoch: 0, leases: {} },
    budget: { version, days: {}, months: {} },
    status: { version, last_wake: null, seen_at: null, goals: {}, stop: null },
    alerts: { version, alerts: {} },
    checkpoints: {},
    requests: {},
    stop: null,
  };
}

/**
 * The state in these files of the state branch, by path. Files that are not written yet are empty, the lock
 * never is. Other paths are left alone. `Halt('bad_state_file')` for the first file that cannot be trusted.
 */
export function decodeState(files: ReadonlyMap<string, string>): State {
  const lockText = files.get(PATHS.lock);
  if (lockText === undefined) throw badFile(PATHS.lock, stateFileProblems.missingLock);
  const lock = decodeFile(PATHS.lock, lockText, LockFile);
  const empty = emptyState(lock.repository);
  const read = <Schema extends v.GenericSchema, Empty>(path: string, schema: Schema, otherwise: Empty) => {
    const text = files.get(path);
    return text === undefined ? otherwise : decodeFile(path, text, schema);
  };
  const state: State = {
    lock,
    budget: read(PATHS.budget, BudgetFile, empty.budget),
    status: read(PATHS.status, StatusFile, empty.status),
    alerts: read(PATHS.alerts, AlertsFile, empty.alerts),
    checkpoints: decodeFolder(files, CHECKPOINT, (path, text, name) => {
      const checkpoint = decodeFile(path, text, CheckpointFile);
      refuseOtherName(path, 'goal', { name, found: checkpoint.goal });
      return checkpoint;
    }),
    requests: decodeFolder(files, REQUEST, (path, text, name) => {
      const request = decodeFile(path, text, RequestFile);
      refuseOtherName(path, 'id', { name, found: request.id });
      return request;
    }),
    stop: files.get(PATHS.stop) ?? null,
  };
  refuseForged(state);
  return state;
}

/** Path → new text of every file that differs; null: the file goes. `before` null: there is no state branch yet. */
export function encodeState(
  before: State | null,
  after: MaskedRecord<State>,
): ReadonlyMap<string, Masked | null> {
  const old = partsOf(before ?? emptyState(after.lock.repository));
  // A branch without a lock would be refused for ever, so the first commit writes it in any case.
  if (before === null) old.delete(PATHS.lock);
  const wanted = partsOf(after);
  const changes = new Map<string, Masked | null>();
  for (const [path, part] of wanted) {
    const text = changedText(path, old.get(path), part);
    if (text !== null) changes.set(path, text);
  }
  for (const path of old.keys()) if (!wanted.has(path)) changes.set(path, null);
  if (before !== null && before.stop !== null && after.stop === null) changes.set(PATHS.stop, null);
  if (after.stop !== null && after.stop !== before?.stop) changes.set(PATHS.stop, after.stop);
  return changes;
}

interface StatePart {
  readonly schema: v.GenericSchema;
  readonly value: object;
}

/** All JSON files of a state by path. */
function partsOf(state: State): Map<string, StatePart> {
  return new Map<string, StatePart>([
    [PATHS.lock, { schema: LockFile, value: state.lock }],
    [PATHS.budget, { schema: BudgetFile, value: state.budget }],
    [PATHS.status, { schema: StatusFile, value: state.status }],
    [PATHS.alerts, { schema: AlertsFile, value: state.alerts }],
    ...Object.entries(state.checkpoints).map(
      ([name, value]) => [`state/checkpoints/${name}.json`, { schema: CheckpointFile, value }] as const,
    ),
    ...Object.entries(state.requests).map(
      ([name, value]) => [`state/requests/${name}.json`, { schema: RequestFile, value }] as const,
    ),
  ]);
}

/** Null: nothing to write. Parts that are the same object are not even looked at, however many goals there are. */
function changedText(path: string, before: StatePart | undefined, after: StatePart): Masked | null {
  if (before?.value === after.value) return null;
  const text = encodeValue(after.value);
  if (before !== undefined && encodeValue(before.value) === text) return null;
  refuseUnreadable(path, after.value, after.schema);
  return text;
}

/** One line of the activity log, with its line break. */
export function encodeLogLine(entry: MaskedRecord<LogEntry>): Masked {
  const { ts, level, event, message, wake, goal, item, data, ...unknown } = entry;
  return maskedJson({ ts, level, event, message, wake, goal, item, data, ...unknown });
}

export interface LogLines {
  readonly entries: readonly LogEntry[];
  /** Lines that could not be read, from 1. */
  readonly unreadable: readonly { readonly line: number; readonly reason: string }[];
}

/** Reads a log file; a bad line costs no other one. */
export function decodeLogLines(text: string): LogLines {
  const entries: LogEntry[] = [];
  const unreadable: { readonly line: number; readonly reason: string }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const entry = decodeLogLine(line);
    if (typeof entry === 'string') unreadable.push({ line: index + 1, reason: entry });
    else entries.push(entry);
  }
  return { entries, unreadable };
}

/** The entry, or why it cannot be read. */
function decodeLogLine(line: string): LogEntry | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return LOG_LINE_PROBLEMS.notJson;
  }
  if (!v.is(LogLine, value)) return LOG_LINE_PROBLEMS.notEntry;
  return value as v.InferOutput<typeof LogLine>;
}

function decodeFolder<Value>(
  files: ReadonlyMap<string, string>,
  pattern: RegExp,
  decode: (path: string, text: string, name: string) => Value,
): Readonly<Record<string, Value>> {
  const found = [...files].flatMap(([path, text]) => {
    const name = pattern.exec(path)?.[1];
    return name === undefined || !/^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name)
      ? []
      : [[name, decode(path, text, name)] as const];
  });
  return Object.fromEntries(found);
}

/** A copied or renamed file would be counted for the wrong goal. */
function refuseOtherName(
  path: string,
  field: string,
  names: { readonly name: string; readonly found: string },
): void {
  if (names.found !== names.name) throw badFile(path, stateFileProblems.otherName(field, names));
}
