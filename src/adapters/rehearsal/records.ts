import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { Halt } from '../../core/ending.ts';
import { isErrno } from './files.ts';

/** `drafts/<n>.json`: a draft pull request of the stand-in. A person may edit `state`. */
const DRAFT = v.looseObject({
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  state: v.picklist(['open', 'merged', 'closed']),
  title: v.string(),
  branch: v.string(),
  base: v.string(),
  labels: v.array(v.string()),
  reviewers: v.array(v.string()),
  body: v.string(),
  comments: v.array(v.string()),
});
export type DraftFile = v.InferOutput<typeof DRAFT>;

/** `issues/<n>.json`: an alert issue of the stand-in. */
const ISSUE = v.looseObject({
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  state: v.picklist(['open', 'closed']),
  title: v.string(),
  body: v.string(),
  comments: v.array(v.string()),
});
export type IssueFile = v.InferOutput<typeof ISSUE>;

/** `runs/<wake>.json`: a run attempt of a workflow, and which process it runs in. */
const RUN = v.looseObject({
  wake: v.string(),
  /** Its file below `.github/workflows/`. */
  workflow: v.string(),
  /** What started it, e.g. `schedule`. */
  event: v.string(),
  /** What a person typed in when starting it. */
  inputs: v.record(v.string(), v.string()),
  /** ISO time. */
  created_at: v.string(),
  host: v.string(),
  /** Null: nothing runs it yet. */
  pid: v.nullable(v.number()),
  /** Start time as the system tells it; null where it does not. */
  process_start: v.nullable(v.string()),
  finished: v.boolean(),
});
export type RunFile = v.InferOutput<typeof RUN>;

export const readDraft = (path: string): Promise<DraftFile | null> => readRecord(path, DRAFT);
export const readIssue = (path: string): Promise<IssueFile | null> => readRecord(path, ISSUE);
export const readRun = (path: string): Promise<RunFile | null> => readRecord(path, RUN);

type RecordSchema = typeof DRAFT | typeof ISSUE | typeof RUN;

/** Null: no such file. A file that does not hold what it should is never guessed at. */
async function readRecord<S extends RecordSchema>(path: string, schema: S): Promise<v.InferOutput<S> | null> {
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
