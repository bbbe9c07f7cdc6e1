/** One goal with a queue of pages that never runs dry, for wakes that are processes of their own. */
import { type Arena, type EndedWake, goal, openArena } from './arena.ts';

/** To begin with; one more comes with each wake, so that there is always work. */
export const FILES = 12;
const ITEMS_PER_WAKE = 2;

const SETTINGS = [
  'open_drafts: 100',
  'budget: {tokens_per_day: 1000000000, tokens_per_month: 1000000000}',
  'bounds: {tokens_per_day: 1000000000, changed_files: 1000, changed_lines: 100000, items_per_wake: 1000}',
].join('\n');

export async function openQueue(): Promise<Arena> {
  return openArena({
    '.github/wakeful.yml': SETTINGS,
    ...goal('only', queue(ITEMS_PER_WAKE)),
    ...pages(1, FILES),
  });
}

function queue(itemsPerWake: number): string {
  const limits = `items_per_wake: ${itemsPerWake}, changed_files: 1000, changed_lines: 100000, tokens_per_day: 1000000000`;
  return `for_each: {files: "docs/*.md"}\nlimits: {${limits}}\nwhen_draft_is_open: update\n`;
}

export function pages(from: number, count: number): Readonly<Record<string, string>> {
  const numbers = Array.from({ length: count }, (_, n) => from + n);
  return Object.fromEntries(numbers.map((n) => [`docs/${n}.md`, `Page ${n}\n`]));
}

/** Undisturbed wakes, until nothing is left to do. */
export async function finish(arena: Arena): Promise<readonly EndedWake[]> {
  await arena.remote.commit({ branch: 'main', files: goal('only', queue(1000)), time: Date.now() });
  const wakes: EndedWake[] = [];
  for (;;) {
    const ended = await arena.start(['only']).ended;
    wakes.push(ended);
    if (ended.result?.ending !== 'worked') return wakes;
  }
}
