import * as v from 'valibot';
import { jsonOrNull } from './json.ts';

const Record = v.object({
  repository: v.string(),
  commit: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
  version: v.nullable(v.string()),
  files: v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/))),
});

/** What was installed. */
export interface InstallRecord {
  readonly repository: string;
  readonly commit: string;
  readonly version: string | null;
  /** The id that git gives the text of each file as it was installed, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Null: it is no record that `init` or `update` has written. */
export function readRecord(text: string): InstallRecord | null {
  const read = v.safeParse(Record, jsonOrNull(text));
  return read.success ? read.output : null;
}
