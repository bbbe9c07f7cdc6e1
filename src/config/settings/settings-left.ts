import * as v from 'valibot';
import { SETTINGS_FILE, type Settings } from '../../core/settings.ts';
import { mapping } from '../yaml/raw-value.ts';
import { readYaml } from '../yaml/yaml-document.ts';
import { plainValue } from '../yaml/yaml-node.ts';
import { NAMED_IN_SETTINGS } from './settings-schema.ts';

type SettingsLeft = Pick<Settings, 'stateBranch' | 'goalsFolder' | 'secretPatterns'>;

/**
 * What still counts of a settings file that is not valid: where the state and the goals are, and what is secret. A mistake
 * elsewhere in it must not lead a stop to another branch, or a secret into the log.
 */
export function settingsLeft(text: string, presets: SettingsLeft): SettingsLeft {
  const { stateBranch, goalsFolder, secretPattern } = NAMED_IN_SETTINGS;
  const patterns = fieldOf(text, 'secret_patterns');
  return {
    stateBranch: valueOr(presets.stateBranch, stateBranch, fieldOf(text, 'state_branch')),
    goalsFolder: valueOr(presets.goalsFolder, goalsFolder, fieldOf(text, 'goals_folder')),
    secretPatterns: (Array.isArray(patterns) ? patterns : []).filter((each) => v.is(secretPattern, each)),
  };
}

function valueOr(preset: string, schema: v.GenericSchema<string>, value: unknown): string {
  return v.is(schema, value) ? value : preset;
}

/** By its own lines alone, so that YAML which is broken elsewhere is no hindrance. */
function fieldOf(text: string, name: string): unknown {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const from = lines.findIndex((line) => line.startsWith(`${name}:`));
  if (from < 0) return undefined;
  const rest = lines.slice(from + 1);
  const length = rest.findIndex((line) => /^[^\s#-]/.test(line));
  const own = [lines[from], ...rest.slice(0, length < 0 ? rest.length : length)];
  const { root } = readYaml(SETTINGS_FILE, own.join('\n'));
  return root === null ? undefined : mapping(plainValue(root))[name];
}
