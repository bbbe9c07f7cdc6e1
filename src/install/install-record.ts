import { WORKFLOW_NOTES } from '../report/install/workflow-notes.ts';
import type { ActionSource } from './release.ts';

/** Where it is written down what was installed. */
export const RECORD_FILE = '.github/wakeful.lock';

/** `files`: the id that git gives the text of each file as it is installed, by path. By it a person's own changes are known. */
export function recordText(
  { repository, commit, version }: ActionSource,
  files: Readonly<Record<string, string>>,
): string {
  const record = { note: WORKFLOW_NOTES.RECORD_NOTE, repository, commit, version, files };
  return `${JSON.stringify(record, null, 2)}\n`;
}
