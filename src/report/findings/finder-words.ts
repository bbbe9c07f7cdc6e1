import type { CommandQueue, FindingsQueue } from '../../core/goal.ts';
import type { FileFinding } from '../../core/progress/file-finding.ts';
import { count, figure } from '../words/sentences.ts';

const PATHS_SHOWN = 3;

/** What people call the program that finds the tasks of a queue. */
export function finderName(queue: FindingsQueue | CommandQueue): string {
  return queue.kind === 'command' ? queue.command : `finder ${queue.finder}`;
}

/** Why a command that is to find the tasks of a goal found none; whole sentences. */
export const FINDER_FAILURES = {
  noSandbox: (file: string, command: string, why: string) =>
    `${file}: \`${command}\` (for_each.command) was not run, so this goal has no queue: ${why}`,
  missing: (file: string, command: string, exitCode: number, last: string) =>
    `${file}: \`${command}\` (for_each.command) could not be started (exit code ${exitCode}): ${last}. Install it with \`setup\`, name its folder with \`sandbox: {path: […]}\` in the settings, or correct the command.`,
  tooLong: (file: string, command: string) =>
    `${file}: \`${command}\` (for_each.command) printed more than 8 MB. Have it look at less.`,
  unreadable: (file: string, command: string, format: string, why: string) =>
    `${file}: what \`${command}\` (for_each.command) printed is not of the format ${format}: it has ${why}. Correct \`format\`, or the options of the command.`,
  failed: (file: string, command: string, exitCode: number, last: string) =>
    `${file}: \`${command}\` (for_each.command) ended with exit code ${exitCode} and reported nothing that can be read. Its output ended with: ${last}`,
  tooSlow: (file: string, command: string, seconds: number) =>
    `${file}: \`${command}\` (for_each.command) was stopped after ${figure(seconds)} seconds. Raise limits.minutes, or have it look at less.`,
} as const;

/** `2 findings in docs/a.md are gone, and nothing new is reported in 25 files`: part of a sentence. */
export function goneWords(path: string, gone: number, files: number | null): string {
  const where = files === null ? '' : ` in ${count(files, 'file')}`;
  return `${count(gone, 'finding')} in ${path} ${gone === 1 ? 'is' : 'are'} gone, and nothing new is reported${where}`;
}

/** `1 of 3 findings in docs/a.md is left`, and what is new: part of a sentence. */
export function leftWords(
  path: string,
  { left, of, fresh }: { readonly left: number; readonly of: number; readonly fresh: readonly FileFinding[] },
): string {
  const rest = `${figure(left)} of ${count(of, 'finding')} in ${path} ${left === 1 ? 'is' : 'are'} left`;
  if (fresh.length === 0) return rest;
  const paths = pathWords([...new Set(fresh.map((finding) => finding.path))]);
  const news = `the change has brought ${count(fresh.length, 'new one')} (${paths})`;
  return left === 0 ? `the findings in ${path} are gone, but ${news}` : `${rest}, and ${news}`;
}

function pathWords(paths: readonly string[]): string {
  const shown = paths.slice(0, PATHS_SHOWN).join(', ');
  return paths.length > PATHS_SHOWN ? `${shown} and ${figure(paths.length - PATHS_SHOWN)} more` : shown;
}
