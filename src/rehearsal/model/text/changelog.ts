/** A changelog in the form of keepachangelog.com, read and extended as text. */

export const GROUPS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'] as const;
export type ChangelogGroup = (typeof GROUPS)[number];

export interface ChangelogEntry {
  readonly group: ChangelogGroup;
  readonly text: string;
  readonly sha: string;
}

const UNRELEASED = /^##\s+\[?unreleased\]?/i;

const PREAMBLE = [
  '# Changelog',
  '',
  'All notable changes to this project are written down here, in the form of [Keep a Changelog](https://keepachangelog.com).',
];

/** Whether the changelog says this already, by commit or by words. */
export function isWritten(text: string, entry: ChangelogEntry): boolean {
  if (new RegExp(`\\b${entry.sha}`).test(text)) return true;
  const words = plainWords(entry.text);
  return text.split('\n').some((line) => /^\s*[-*+]\s/.test(line) && plainWords(line) === words);
}

function plainWords(line: string): string {
  return line
    .replace(/\([0-9a-f]{7,40}\)|\(#\d+\)|\(\[[^\]]*\]\([^)]*\)\)/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The changelog with the entries at the end of their groups; null as text: there is none yet. */
export function withEntries(text: string | null, entries: readonly ChangelogEntry[]): string {
  const lines = text === null || text.trim() === '' ? [...PREAMBLE] : text.replace(/\s+$/, '').split('\n');
  const section = openSection(lines);
  const bullet =
    lines.some((line) => line.startsWith('* ')) && !lines.some((line) => line.startsWith('- ')) ? '*' : '-';
  for (const group of GROUPS) {
    const fresh = entries.filter((entry) => entry.group === group);
    const written = fresh.map((entry) => `${bullet} ${entry.text} (${entry.sha})`);
    if (written.length > 0) addToGroup(lines, { section, group, written });
  }
  return lines.join('\n');
}

/** Index of the line of the section's heading; it is put before the newest release where it is missing. */
function openSection(lines: string[]): number {
  const found = lines.findIndex((line) => UNRELEASED.test(line));
  if (found >= 0) return found;
  const release = lines.findIndex((line) => /^##\s/.test(line));
  const heading = '## [Unreleased]';
  if (release >= 0) {
    lines.splice(release, 0, heading, '');
    return release;
  }
  lines.push('', heading);
  return lines.length - 1;
}

interface Addition {
  readonly section: number;
  readonly group: ChangelogGroup;
  readonly written: readonly string[];
}

function addToGroup(lines: string[], { section, group, written }: Addition): void {
  const end = endOf(lines, section, /^##\s|^\[[^\]]+\]:/);
  const heading = lines
    .slice(section, end)
    .findIndex((line) => new RegExp(`^###\\s+${group}\\b`, 'i').test(line));
  if (heading >= 0) {
    const groupEnd = endOf(lines, section + heading, /^##/);
    lines.splice(lastText(lines, section + heading, Math.min(groupEnd, end)) + 1, 0, ...written);
    return;
  }
  const before = lines.slice(section, end).findIndex((line) => comesAfter(line, group));
  const at = before >= 0 ? section + before : lastText(lines, section, end) + 1;
  const block = before >= 0 ? [`### ${group}`, '', ...written, ''] : ['', `### ${group}`, '', ...written];
  lines.splice(at, 0, ...block);
}

function comesAfter(line: string, group: ChangelogGroup): boolean {
  const name = /^###\s+(\w+)/.exec(line)?.[1];
  const known = GROUPS.findIndex((one) => one.toLowerCase() === name?.toLowerCase());
  return known > GROUPS.indexOf(group);
}

/** Index of the first line after `start` that ends its section. */
function endOf(lines: readonly string[], start: number, next: RegExp): number {
  const found = lines.findIndex((line, index) => index > start && next.test(line));
  return found < 0 ? lines.length : found;
}

function lastText(lines: readonly string[], start: number, end: number): number {
  for (let index = end - 1; index > start; index -= 1) if (lines[index]?.trim() !== '') return index;
  return start;
}
