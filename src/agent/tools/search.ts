import type { LinearPattern } from '../../core/access/matching/linear-pattern.ts';
import { fixed, type Masked } from '../../core/text/masked.ts';
import { partOf } from '../../core/text/plain-text.ts';
import type { FileContent, TreeEntry } from '../../ports.ts';
import { filesOfGlob } from './files-of-glob.ts';
import { readSearchPattern } from './search-pattern.ts';
import type { ToolContext } from './tool.ts';

const MOST_FILE_BYTES = 2_000_000;
const MOST_BYTES = 30_000_000;
const BUDGET_MS = 5_000;
/** Files whose contents are fetched together, where they are not here. */
const FETCHED_AT_ONCE = 2_000;
/** Longer lines are searched in their beginning only. */
const LONGEST_LINE = 2_000;

export interface SearchMatch {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly text: Masked;
  /** False: it stands near one that matches. */
  readonly isMatch: boolean;
}

export type SearchFindings =
  | { readonly kind: 'problem'; readonly reason: string }
  | {
      readonly kind: 'found';
      readonly matches: readonly SearchMatch[];
      /** All of them, also those that `matches` leaves out. */
      readonly count: number;
      /** How many files have one. */
      readonly files: number;
      /** Sentences about what was not searched. */
      readonly gaps: readonly string[];
    };

export type SearchContext = Pick<ToolContext, 'tree' | 'clock' | 'signal' | 'turns' | 'mask' | 'readable'>;

interface SearchQuery {
  readonly pattern: string;
  readonly glob: string;
  readonly isCaseIgnored?: boolean;
  /** How many lines before and behind a match are shown. */
  readonly around?: number;
  /** Matches that are shown. */
  readonly most: number;
}

/** Goes through the readable files in the order of their paths, within a budget of time and bytes. */
export async function searchFiles(wanted: SearchQuery, context: SearchContext): Promise<SearchFindings> {
  const { isCaseIgnored = false, around = 0 } = wanted;
  const inGlob = await filesOfGlob(wanted.glob, context);
  if (inGlob.kind === 'problem') return inGlob;
  const reading = readSearchPattern(wanted.pattern, isCaseIgnored);
  if (reading.kind === 'problem') return reading;
  const time = new SearchTime(context);
  const files = inGlob.files.filter(({ size }) => size === null || size <= MOST_FILE_BYTES);
  const matches: SearchMatch[] = [];
  let [count, having, room] = [0, 0, wanted.most];
  const contents = new ContentsInTurn(files, context, time);
  for (const [index, { path }] of files.entries()) {
    context.signal.throwIfAborted();
    const content = await contents.at(index);
    const raw = content?.kind === 'text' ? content.text : '';
    const look = { pattern: reading.pattern, most: room, time };
    const found = content === null ? null : await matchingLines(raw, look);
    // Most files have no match: only text with a match is masked, and then searched again as it will be shown.
    const masked = found?.count === 0 ? fixed('') : await context.turns.mask(raw, context.mask);
    const hits =
      found === null || masked === '' || masked === raw ? found : await matchingLines(masked, look);
    if (hits === null)
      return { kind: 'found', matches, count, files: having, gaps: [gap(files.length - index)] };
    count += hits.count;
    having += Math.min(1, hits.count);
    room -= hits.first.length;
    for (const { line, from, to, isMatch } of withLinesAround(masked, hits.first, around))
      matches.push({ path, line, text: partOf(masked, from, to), isMatch });
  }
  return { kind: 'found', matches, count, files: having, gaps: [] };
}

/** The contents of the files in their order. Those that are not here are fetched, many in one go. */
class ContentsInTurn {
  readonly #files: readonly TreeEntry[];
  readonly #context: SearchContext;
  readonly #time: SearchTime;
  #bytes = 0;

  constructor(files: readonly TreeEntry[], context: SearchContext, time: SearchTime) {
    this.#files = files;
    this.#context = context;
    this.#time = time;
  }

  /** Null: there were too many bytes before it. */
  async at(index: number): Promise<FileContent | null> {
    const file = this.#files[index];
    if (file === undefined) return null;
    this.#bytes += file.size ?? 0;
    if (this.#bytes > MOST_BYTES) return null;
    const { tree, signal } = this.#context;
    if (index % FETCHED_AT_ONCE === 0) {
      const next = this.#files.slice(index, index + FETCHED_AT_ONCE).map(({ path }) => path);
      await this.#time.without(() => tree.fetchContents(next, signal));
    }
    const content = await tree.read(file.path);
    if (file.size === null && content.kind === 'text') this.#bytes += content.text.length;
    return content;
  }
}

interface Look {
  readonly pattern: LinearPattern;
  readonly most: number;
  readonly time: SearchTime;
}

interface LineHits {
  readonly count: number;
  /** The first of them, with their offsets in the text. */
  readonly first: readonly { readonly line: number; readonly from: number; readonly to: number }[];
}

/** The lines that match, without their line breaks; null: the time is used up. */
async function matchingLines(text: string, { pattern, most, time }: Look): Promise<LineHits | null> {
  const first: { line: number; from: number; to: number }[] = [];
  let count = 0;
  let line = 0;
  for (let from = 0; from <= text.length; ) {
    if (!(await time.isLeft())) return null;
    line += 1;
    const found = text.indexOf('\n', from);
    const end = found < 0 ? text.length : found;
    // The line break of Windows is none of what is searched.
    const to = end > from && text[end - 1] === '\r' ? end - 1 : end;
    if (pattern.isIn(text.slice(from, Math.min(to, from + LONGEST_LINE)))) {
      count += 1;
      if (first.length < most) first.push({ line, from, to });
    }
    from = end + 1;
  }
  return { count, first };
}

interface ShownLine {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly isMatch: boolean;
}

/** Matches with the lines around them, each line once. */
function withLinesAround(text: string, hits: LineHits['first'], around: number): readonly ShownLine[] {
  const shown = new Map<number, ShownLine>(hits.map((hit) => [hit.line, { ...hit, isMatch: true }]));
  const starts = around === 0 || hits.length === 0 ? [] : lineStarts(text);
  for (const hit of around === 0 ? [] : hits) {
    const last = Math.min(starts.length, hit.line + around);
    for (let line = Math.max(1, hit.line - around); line <= last; line++) {
      const from = starts[line - 1] ?? 0;
      const to = (starts[line] ?? text.length + 1) - 1;
      if (!shown.has(line)) shown.set(line, { line, from, to, isMatch: false });
    }
  }
  return [...shown.values()].toSorted((one, other) => one.line - other.line);
}

/** Where each line begins, without the empty rest behind a last line break. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0 && at + 1 < text.length; at = text.indexOf('\n', at + 1))
    starts.push(at + 1);
  return starts;
}

/** Counts the time of one search, and lets others have their turn. */
class SearchTime {
  readonly #context: Pick<ToolContext, 'clock' | 'turns'>;
  #begun: number;

  constructor(context: Pick<ToolContext, 'clock' | 'turns'>) {
    this.#context = context;
    this.#begun = context.clock.monotonic();
  }

  /** Waiting for the network keeps nobody from anything, and has its own limit. */
  async without(wait: () => Promise<void>): Promise<void> {
    const { clock } = this.#context;
    const from = clock.monotonic();
    await wait();
    this.#begun += clock.monotonic() - from;
  }

  /** False: the search has taken as long as it may. */
  async isLeft(): Promise<boolean> {
    const { clock, turns } = this.#context;
    if (clock.monotonic() - this.#begun > BUDGET_MS) return false;
    await turns.rest();
    return true;
  }
}

function gap(files: number): string {
  return `${files} files were not searched, because the search took too long; use a glob or a simpler pattern`;
}
