import type { InstallRecord } from '../config/install/record-file.ts';
import { WORKFLOW_NOTES } from '../report/install/workflow-notes.ts';

/** `files`: the id that git gives the text of each file as it is installed, by path. By it a person's own changes are known. */
export function recordText(
  { repository, commit, version }: Pick<InstallRecord, 'repository' | 'commit' | 'version'>,
  files: InstallRecord['files'],
  kind: 'installation' | 'copy' = 'installation',
): string {
  const copy = kind === 'copy' ? { is_copy: true } : {};
  const record = { note: WORKFLOW_NOTES.RECORD_NOTE, repository, commit, version, ...copy, files };
  return `${JSON.stringify(record, null, 2)}\n`;
}
