import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { nearestName } from '../../../config/yaml/nearest-name.ts';
import { Halt } from '../../../core/ending.ts';
import { isErrno, writeWhole } from './files.ts';
import type { CHECK, DRAFT, ISSUE, RUN, SETTINGS } from './records.ts';

export type RecordSchema = typeof CHECK | typeof DRAFT | typeof ISSUE | typeof RUN | typeof SETTINGS;

/** Null: no such file. A file that does not hold what it should is never guessed at. */
export async function readRecord<S extends RecordSchema>(
  path: string,
  schema: S,
): Promise<v.InferOutput<S> | null> {
  const reading = await tryRecord(path, schema);
  if (reading.kind === 'problems') throw unreadable(path, reading.problems.join('; '));
  return reading.kind === 'missing' ? null : reading.record;
}

export type RecordReading<T> =
  | { readonly kind: 'record'; readonly record: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** The same, with everything that is wrong with the file. */
export async function tryRecord<S extends RecordSchema>(
  path: string,
  schema: S,
): Promise<RecordReading<v.InferOutput<S>>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  });
  if (text === null) return { kind: 'missing' };
  const json = parseJson(text);
  if (json.kind === 'problems') return json;
  const result = v.safeParse(schema, json.value);
  if (result.success) return { kind: 'record', record: result.output };
  return { kind: 'problems', problems: result.issues.map(problemWords) };
}

/** What is wrong, where, and what would be right. */
function problemWords(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue) ?? 'the file';
  if (issue.type !== 'picklist') return `${place}: ${issue.message}`;
  const known = [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].map(([, name = '']) => name);
  const nearest = nearestName(issue.received.replaceAll('"', ''), known);
  const hint = nearest === null ? '' : `; did you mean ${nearest}?`;
  return `${place}: ${issue.received} is none of ${known.join(', ')}${hint}`;
}

export function writeRecord(path: string, record: v.InferOutput<RecordSchema>): Promise<void> {
  return writeWhole(path, `${JSON.stringify(record, null, 2)}\n`);
}

type Json = { readonly kind: 'json'; readonly value: unknown };

function parseJson(text: string): Json | Extract<RecordReading<never>, { kind: 'problems' }> {
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'problems', problems: [`it is not JSON (${why})`] };
  }
}

function unreadable(path: string, why: string): Halt {
  const wayOut = 'Fix the file, or start over with the option --fresh.';
  return new Halt(
    'github_unavailable',
    `The rehearsal's stand-in for GitHub cannot read ${path}: ${why}. ${wayOut}`,
  );
}

/** Paths of the numbered JSON files of a folder, in their order. */
export async function numberedFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  });
  const numbers = names.filter((name) => /^\d+\.json$/.test(name)).map((name) => Number.parseInt(name, 10));
  return numbers.sort((a, b) => a - b).map((number) => join(folder, `${number}.json`));
}
