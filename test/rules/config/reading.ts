import { expect } from 'vitest';
import { parseGoalFile } from '../../../src/config/goal/goal-file.ts';
import { parseSettingsFile } from '../../../src/config/settings/settings-file.ts';
import { matchesGlobsInAnySpelling } from '../../../src/core/access/matching/globs.ts';
import type { Goal } from '../../../src/core/goal.ts';
import { SETTINGS_FILE, type Settings } from '../../../src/core/settings.ts';
import { formatProblem } from '../../../src/report/problems/problem.ts';

/** The smallest goal file. */
export const LEAST = 'title: Keep order\nobjective: Do it.\nschedule: {every: 6h}\n';

export function settingsOf(text: string | null): Settings {
  const reading = parseSettingsFile({ file: SETTINGS_FILE, text });
  if (reading.kind === 'settings') return reading.settings;
  throw new Error(reading.problems.map(formatProblem).join('\n'));
}

export function settingsProblems(text: string): readonly string[] {
  const reading = parseSettingsFile({ file: SETTINGS_FILE, text });
  return reading.kind === 'problems' ? reading.problems.map(formatProblem) : [];
}

export const PRICED = settingsOf('models: {default: {model: m, price: {in: 1, out: 2}}}');
export const DEFAULTS = settingsOf(null);

/** What goal files are held against where these settings are in use. */
export function inUse(settings: Settings) {
  const isProtected = (path: string): boolean => matchesGlobsInAnySpelling(settings.protectedPaths, path);
  return { settings, isProtected };
}

interface Surroundings {
  readonly file?: string;
  readonly settings?: Settings;
}

export function goalOf(text: string, { file = 'goals/x.yml', settings = DEFAULTS }: Surroundings = {}): Goal {
  const reading = parseGoalFile({ file, blob: 'b10b', text, ...inUse(settings) });
  if (reading.kind === 'goal') return reading.goal;
  throw new Error(reading.problems.map(formatProblem).join('\n'));
}

export function goalProblems(
  text: string,
  { file = 'goals/x.yml', settings = DEFAULTS }: Surroundings = {},
): readonly string[] {
  const reading = parseGoalFile({ file, blob: 'b10b', text, ...inUse(settings) });
  return reading.kind === 'problems' ? reading.problems.map(formatProblem) : [];
}

/** Exactly one problem, at this place, with all of these words. */
export function expectOne(problems: readonly string[], place: string, ...words: readonly string[]): void {
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`${place}: `);
  for (const word of words) expect(problems[0]).toContain(word);
}
