import * as v from 'valibot';
import { jsonOrNull } from './json.ts';

/** Where it is written down what was installed. */
export const RECORD_FILE = '.github/wakeful.lock';

const Record = v.object({
  repository: v.string(),
  commit: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
  version: v.nullable(v.string()),
  files: v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/))),
  is_copy: v.exactOptional(v.literal(true)),
});

/** What was installed. */
export interface InstallRecord {
  readonly repository: string;
  readonly commit: string;
  readonly version: string | null;
  /** The id that git gives the text of each file as it was installed, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The repository is a copy of the template, with all of its files; missing: an installation, which has those of `files` alone. */
  readonly is_copy?: true;
}

/** Null: it is no record that `init` or `update` has written. */
export function readRecord(text: string): InstallRecord | null {
  const read = v.safeParse(Record, jsonOrNull(text));
  return read.success ? read.output : null;
}
