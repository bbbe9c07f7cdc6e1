import * as v from 'valibot';
import type { Masked } from '../../core/access/masked.ts';
import { type MaskedRecord, maskedJson } from '../../core/access/masked-record.ts';
import { compareText } from '../../core/compare-text.ts';
import { Halt } from '../../core/ending.ts';
import { STATE_VERSION } from '../../core/state.ts';
import { printable, show } from '../../report/problems/problem.ts';

const RESTORE = 'restore the last good version of the file from the history of the state branch';

/**
 * One checked file of the state branch, as it is written, unknown fields included.
 * `Halt('bad_state_file')` for everything that cannot be trusted.
 */
export function decodeFile<Schema extends v.GenericSchema>(
  path: string,
  text: string,
  schema: Schema,
): v.InferOutput<Schema> {
  const value = parseJson(path, text);
  checkVersion(path, value);
  const result = v.safeParse(schema, value);
  if (!result.success) throw badFile(path, describe(result.issues), RESTORE);
  // The schemas only check. valibot's copy would lack the names that it holds unsafe, such as `constructor`.
  return value as v.InferOutput<Schema>;
}

/** Two-space JSON with a line break at its end; the same value always gives the same text. */
export function encodeValue(value: MaskedRecord<unknown>): Masked {
  return maskedJson(inStableOrder(value), 2);
}

/** Never write what the next wake could not read: a defect here would otherwise halt every wake from then on. */
export function refuseUnreadable(path: string, value: unknown, schema: v.GenericSchema): void {
  const result = v.safeParse(schema, value);
  if (!result.success) throw new Error(`${path} would not be readable: ${describe(result.issues)}`);
}

export function badFile(path: string, wrong: string, wayOut: string): Halt {
  return new Halt('bad_state_file', `${printable(path)}: ${wrong}; way out: ${wayOut}`);
}

function parseJson(path: string, text: string): unknown {
  if (text.trim() === '') throw badFile(path, 'the file is empty', RESTORE);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? printable(error.message) : String(error);
    const cut = /[}\]]\s*$/.test(text) ? '' : ', and it seems to be cut off';
    throw badFile(path, `it is not valid JSON (${reason})${cut}`, RESTORE);
  }
  const doubled = isAsWritten(text, value) ? null : doubledKey(text);
  if (doubled !== null) throw badFile(path, `the field ${show(doubled)} is given twice`, RESTORE);
  return value;
}

function checkVersion(path: string, value: unknown): void {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) throw badFile(path, `it must hold a JSON object, but holds ${show(value)}`, RESTORE);
  const version: unknown = 'version' in value ? value.version : undefined;
  if (!Number.isSafeInteger(version) || typeof version !== 'number') {
    throw badFile(path, `its version must be a whole number, but is ${show(version)}`, RESTORE);
  }
  if (version === STATE_VERSION) return;
  const wrong = `it has version ${version}, and this program reads version ${STATE_VERSION}`;
  const wayOut =
    version > STATE_VERSION
      ? `use a program that reads version ${version} (a newer Wakeful wrote this file)`
      : 'run `wakeful migrate` while no wake is running';
  throw badFile(path, wrong, wayOut);
}

/** The first few issues as one sentence part. */
function describe(issues: readonly v.BaseIssue<unknown>[]): string {
  const texts = issues.slice(0, 3).map((issue) => {
    const path = (issue.path ?? []).map((part) => String(part.key)).join('.');
    const found =
      issue.received === 'undefined' && issue.kind === 'schema'
        ? 'it is missing'
        : `it is ${show(issue.input)}`;
    if (issue.kind === 'schema')
      return `${show(path)} must be ${printable(issue.expected ?? 'something else')}, but ${found}`;
    const requirement = typeof issue.requirement === 'number' ? ` ${issue.requirement}` : '';
    const wrong = issue.message.startsWith('is not')
      ? issue.message
      : `breaks the rule ${issue.type}${requirement}`;
    return `${show(path)} ${wrong} (it is ${show(issue.input)})`;
  });
  const more = issues.length > 3 ? ` and ${issues.length - 3} more faults` : '';
  return texts.join(', ') + more;
}

/** A text that its own value gives again has lost no name to another one: true of what programs write, and quickly told. */
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

function inStableOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inStableOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || compareText(a, b));
  return Object.fromEntries(entries.map(([key, part]) => [key, inStableOrder(part)]));
}

function rank(key: string): number {
  const place = FIRST.indexOf(key);
  return place === -1 ? FIRST.length : place;
}
