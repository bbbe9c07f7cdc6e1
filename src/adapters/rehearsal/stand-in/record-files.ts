import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { Halt } from '../../../core/ending.ts';
import { isErrno, writeWhole } from './files.ts';
import type { DRAFT, ISSUE, RUN, SETTINGS } from './records.ts';

type RecordSchema = typeof DRAFT | typeof ISSUE | typeof RUN | typeof SETTINGS;

/** Null: no such file. A file that does not hold what it should is never guessed at. */
export async function readRecord<S extends RecordSchema>(
  path: string,
  schema: S,
): Promise<v.InferOutput<S> | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  });
  if (text === null) return null;
  const result = v.safeParse(schema, parseJson(path, text));
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  throw unreadable(path, problems.join('; '));
}

export function writeRecord(path: string, record: v.InferOutput<RecordSchema>): Promise<void> {
  return writeWhole(path, `${JSON.stringify(record, null, 2)}\n`);
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(path, `it is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}

function unreadable(path: string, why: string): Halt {
  const wayOut = 'Mend the file, or start over with npm start -- --fresh.';
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
