import { settingsInUse } from '../../config/settings/settings-file.ts';
import { SETTINGS_FILE, type Settings } from '../../core/settings.ts';
import type { RunGit } from '../../rehearsal/run-git.ts';

/** The settings of a commit; all defaults where the file is missing or wrong, which the wake itself reports. */
export async function settingsAt(
  git: RunGit,
  at: { readonly folder: string; readonly commit: string },
  signal: AbortSignal,
): Promise<Settings> {
  const args = [`--git-dir=${at.folder}`, 'cat-file', 'blob', `${at.commit}:${SETTINGS_FILE}`];
  const file = await git({ folder: at.folder, args }, signal);
  return settingsInUse(file.code === 0 ? file.stdout : null).settings;
}
