import * as v from 'valibot';
import { type MaskedRecord, maskedJson } from '../../core/access/masked-record.ts';
import { Halt } from '../../core/ending.ts';
import { STATE_VERSION } from '../../core/state.ts';
import { compareText } from '../../core/text/compare-text.ts';
import type { Masked } from '../../core/text/masked.ts';
import { RecentTexts } from '../../core/text/recent-texts.ts';
import type { ProblemText } from '../../report/problems/problem.ts';
import {
  brokenRule,
  type FieldFault,
  fieldWords,
  stateFileDetail,
  stateFileProblems,
  stateValues,
} from '../../report/problems/state-file-problems.ts';

/**
 * One checked file of the state branch, as it is written, unknown fields included.
 * `Halt('bad_state_file')` for everything that cannot be trusted.
 */
export function decodeFile<Schema extends v.GenericSchema>(
  path: string,
  text: string,
  schema: Schema,
): v.InferOutput<Schema> {
  const known = decoded.get(text);
  const value = known?.path === path ? known.value : readFile(path, text, schema);
  if (known?.value !== value) decoded.set(text, { path, value });
  // The schemas only check. valibot's copy would lack the names that it calls unsafe, such as `constructor`.
  return value as v.InferOutput<Schema>;
}

/** Most files are the same when the branch is read again. */
const decoded = new RecentTexts<{ readonly path: string; readonly value: object }>();

function readFile(path: string, text: string, schema: v.GenericSchema): object {
  const value = parseJson(path, text);
  checkVersion(path, value);
  const result = v.safeParse(schema, value);
  if (!result.success) throw badFile(path, stateFileProblems.fields(result.issues.map(fieldFault)));
  return value;
}

/** Parts of the state are never changed in place, and what one push writes is what the next one compares with. */
const encoded = new WeakMap<object, Masked>();

/** Two-space JSON with a line break at its end; the same value always gives the same text. */
export function encodeValue(value: MaskedRecord<object>): Masked {
  const text = encoded.get(value) ?? maskedJson(inStableOrder(value), 2);
  encoded.set(value, text);
  return text;
}

/** Never write what the next wake could not read: a defect here would otherwise halt every wake from then on. */
export function refuseUnreadable(path: string, value: unknown, schema: v.GenericSchema): void {
  const result = v.safeParse(schema, value);
  if (!result.success)
    throw new Error(`${path} would not be readable: ${fieldWords(result.issues.map(fieldFault))}`);
}

export function badFile(path: string, problem: ProblemText): Halt {
  return new Halt('bad_state_file', stateFileDetail(path, problem));
}

function parseJson(path: string, text: string): unknown {
  if (text.trim() === '') throw badFile(path, stateFileProblems.empty);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw badFile(path, stateFileProblems.notJson(reason, !/[}\]]\s*$/.test(text)));
  }
  const doubled = isAsWritten(text, value) ? null : doubledKey(text);
  if (doubled !== null) throw badFile(path, stateFileProblems.sameKey(doubled));
  return value;
}

function checkVersion(path: string, value: unknown): asserts value is object {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) throw badFile(path, stateFileProblems.notObject(value));
  const version: unknown = 'version' in value ? value.version : undefined;
  if (!Number.isSafeInteger(version) || typeof version !== 'number') {
    throw badFile(path, stateFileProblems.notVersion(version));
  }
  if (version !== STATE_VERSION) throw badFile(path, stateFileProblems.otherVersion(version, STATE_VERSION));
}

function fieldFault(issue: v.BaseIssue<unknown>): FieldFault {
  const path = (issue.path ?? []).map((part) => String(part.key)).join('.');
  const found = issue.input;
  if (issue.kind === 'schema') {
    const kind = issue.received === 'undefined' ? 'missing' : 'type';
    return { path, found, kind, wanted: issue.expected ?? 'something else' };
  }
  const requirement = typeof issue.requirement === 'number' ? issue.requirement : null;
  const isOwn = Object.values<string>(stateValues).includes(issue.message);
  return { path, found, kind: 'rule', wanted: isOwn ? issue.message : brokenRule(issue.type, requirement) };
}

/** A text that its own value encodes to again has no field twice. True of what programs write, and quick to check. */
function isAsWritten(text: string, value: unknown): boolean {
  return text === `${JSON.stringify(value, null, 2)}\n`;
}

/** The first name that one object of a valid JSON text has twice; null: there is none. */
function doubledKey(text: string): string | null {
  const open: Set<string>[] = [];
  let last: string | null = null;
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':' && last !== null) {
      const key = String(JSON.parse(last));
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
    last = token.startsWith('"') ? token : null;
  }
  return null;
}

/** These come first wherever they occur, the others follow by name. */
const FIRST = ['version', 'repository', 'id', 'kind', 'goal'];

/** Parts of a part are not changed in place either, and most of them stay as they are from push to push. */
const ordered = new WeakMap<object, unknown>();

function inStableOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inStableOrder);
  if (typeof value !== 'object' || value === null) return value;
  const known = ordered.get(value) ?? sorted(value);
  ordered.set(value, known);
  return known;
}

function sorted(value: object): unknown {
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || compareText(a, b));
  return Object.fromEntries(entries.map(([key, part]) => [key, inStableOrder(part)]));
}

function rank(key: string): number {
  const place = FIRST.indexOf(key);
  return place === -1 ? FIRST.length : place;
}
