import { changeFile } from '../text/change.ts';
import type { Conversation } from '../text/conversation.ts';
import { encodePath, findLinks, folderOf, relativePath, targetOf } from '../text/links.ts';
import { comparePaths, counted, oneLine, pathNamed } from '../text/objective.ts';
import { summarisePage } from '../text/page-summary.ts';
import { finish, giveUp, giveUpRefused, type Turn, use } from '../text/turn.ts';
import { fileView, listing, readOn } from '../text/views.ts';

const FOLDER = /list every page (?:below|under) `?([^`\s,;]+?)\/?[`,;.]*(?:\s|$)/i;
const PAGE = /\.(?:md|markdown|mdx)$/i;
/** A page that has not shown a title and a sentence by then is listed without. */
const PAGE_LINES = 60;
/** Most pages have shown both by then: each further line is sent again with every call. */
const HEAD_LINES = 12;
const INDEX_LINES = 2_000;

export function isDocsIndex(objective: string): boolean {
  return FOLDER.test(oneLine(objective));
}

/** Lists the pages, reads the index, reads the missing pages' first lines, writes the index. */
export function docsIndex(conversation: Conversation): Turn {
  const { objective } = conversation.assignment;
  const folder = FOLDER.exec(oneLine(objective))?.[1] ?? 'docs';
  const index = pathNamed(objective, '.md') ?? `${folder}/index.md`;
  const found = listing(conversation, `${folder}/**`);
  const indexFound = listing(conversation, index);
  if (found === null || indexFound === null) {
    const calls = [...new Set([`${folder}/**`, index])].map((pattern) => use('list_files', { pattern }));
    return { say: `Looks at the pages below ${folder}/.`, calls };
  }
  if (!found.isComplete) return giveUp(`The files below ${folder}/ could not all be listed.`);
  const pages = found.files.filter((path) => PAGE.test(path) && path !== index).sort(comparePaths);
  if (pages.length === 0)
    return finish(`There is no Markdown page below ${folder}/, so there is nothing to list.`);
  return withIndex(conversation, {
    folder,
    index,
    exists: indexFound.files.includes(index),
    pages,
    files: found.files,
  });
}

interface PageSite {
  readonly folder: string;
  readonly index: string;
  readonly exists: boolean;
  readonly pages: readonly string[];
  /** Every file below the folder. */
  readonly files: readonly string[];
}

function withIndex(conversation: Conversation, site: PageSite): Turn {
  if (!site.exists) return withPages(conversation, site, null);
  const reading = readOn(conversation, [site.index], INDEX_LINES);
  if (reading !== null) return reading;
  const view = fileView(conversation, site.index);
  if (view.kind !== 'text')
    return giveUp(`${site.index} cannot be read: ${view.kind === 'failed' ? view.reason : ''}`);
  if (!view.isComplete)
    return giveUp(`${site.index} has more than ${INDEX_LINES} lines; that is no list that fits here.`);
  return withPages(conversation, site, { text: view.text, raw: view.raw });
}

interface Before {
  readonly text: string;
  readonly raw: string;
}

function withPages(conversation: Conversation, site: PageSite, before: Before | null): Turn {
  const kept = dropDead(before?.text ?? '', site);
  const listed = new Set(linkedPages(kept.text, site.index));
  const missing = site.pages.filter((page) => !listed.has(page));
  const unclear = missing.filter((page) => !isClear(conversation, page));
  const reading = conversation.mustHurry
    ? null
    : (readOn(conversation, unclear, HEAD_LINES) ?? readOn(conversation, unclear, PAGE_LINES));
  if (reading !== null) return reading;
  const ready = missing.filter((page) => fileView(conversation, page).kind !== 'unread');
  const entries = ready.map((page) =>
    entryOf(conversation, { page, index: site.index, separator: separatorOf(kept.text) }),
  );
  if (entries.length === 0 && kept.dropped.length === 0) {
    return finish(
      `${site.index} lists all ${counted(site.pages.length, 'page')} below ${site.folder}/ already.`,
    );
  }
  const after = addEntries(before === null ? null : kept.text, { entries, site });
  const step = changeFile(conversation, { path: site.index, before: before?.raw ?? null, after });
  if (step.kind === 'turn') return step.turn;
  if (step.kind === 'refused') return giveUpRefused(site.index, step.reason);
  return finish(summary(site, { added: ready, dropped: kept.dropped, left: missing.length - ready.length }));
}

/** Nothing more can be learnt from the page: title and sentence are known, or it was read as far as it will be. */
function isClear(conversation: Conversation, page: string): boolean {
  const view = fileView(conversation, page);
  if (view.kind !== 'text') return view.kind === 'failed';
  const { title, sentence } = summarisePage(view.text, view.isComplete);
  return view.isComplete || (title !== null && sentence !== null);
}

interface IndexEntry {
  readonly page: string;
  readonly index: string;
  readonly separator: string;
}

function entryOf(conversation: Conversation, { page, index, separator }: IndexEntry): string {
  const view = fileView(conversation, page);
  const known = view.kind === 'text' ? view : { text: '', isComplete: false };
  const { title, sentence } = summarisePage(known.text, known.isComplete);
  const name = (title ?? page.slice(page.lastIndexOf('/') + 1))
    .replace(/[[\]]/g, '\\$&')
    .replaceAll('<', '&lt;');
  const link = `- [${name}](${encodePath(relativePath(folderOf(index), page))})`;
  return sentence === null ? link : `${link}${separator}${sentence.replaceAll('<', '&lt;')}`;
}

const SEPARATOR = /^\s*[-*+]\s+\[[^\]]*\]\([^)]*\)(\s*[:–—-]\s+)\S/;

/** What the hand-written lines put between link and summary. */
function separatorOf(text: string): string {
  return text.split('\n').flatMap((line) => SEPARATOR.exec(line)?.[1] ?? [])[0] ?? ': ';
}

function linkedPages(text: string, index: string): readonly string[] {
  return findLinks(text).flatMap((link) => targetOf(index, link.destination)?.path ?? []);
}

/** Takes out list lines, with what is indented below them, whose only page is gone. Prose is left alone. */
function dropDead(
  text: string,
  site: PageSite,
): { readonly text: string; readonly dropped: readonly string[] } {
  const dropped: string[] = [];
  let indent = -1;
  const lines = text.split('\n').filter((line) => {
    const depth = line.search(/\S/);
    if (indent >= 0 && depth > indent && !/^\s*[-*+]\s/.test(line)) return false;
    indent = -1;
    const dead = deadPage(line, site);
    if (dead === null) return true;
    dropped.push(dead);
    indent = depth;
    return false;
  });
  return { text: lines.join('\n'), dropped };
}

function deadPage(line: string, site: PageSite): string | null {
  if (!/^\s*[-*+]\s+\[/.test(line)) return null;
  const [page] = linkedPages(line, site.index);
  if (page === undefined || !PAGE.test(page) || !page.startsWith(`${site.folder}/`)) return null;
  return page === site.index || site.files.includes(page) ? null : page;
}

function addEntries(
  text: string | null,
  add: { readonly entries: readonly string[]; readonly site: PageSite },
): string {
  if (text === null || text.trim() === '') {
    return ['# Documentation', '', `All pages below \`${add.site.folder}/\`.`, '', ...add.entries].join('\n');
  }
  const lines = text.trimEnd().split('\n');
  const last = lastEntry(lines, add.site);
  if (last < 0) return [...lines, '', ...add.entries].join('\n');
  return [...lines.slice(0, last + 1), ...add.entries, ...lines.slice(last + 1)].join('\n');
}

/** The last line of the list of pages; -1: there is none. */
function lastEntry(lines: readonly string[], site: PageSite): number {
  const isEntry = (line: string) =>
    /^[-*+]\s/.test(line) && linkedPages(line, site.index).some((page) => site.files.includes(page));
  let last = lines.findLastIndex(isEntry);
  while (last >= 0 && /^\s+\S/.test(lines[last + 1] ?? '')) last += 1;
  return last;
}

interface IndexOutcome {
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  readonly left: number;
}

function summary(site: PageSite, { added, dropped, left }: IndexOutcome): string {
  const parts = [
    added.length > 0 ? `added ${counted(added.length, 'page')} (${added.join(', ')})` : '',
    dropped.length > 0 ? `dropped ${counted(dropped.length, 'dead line')} (${dropped.join(', ')})` : '',
    left > 0 ? `left ${counted(left, 'page')} for the next time, because the limits were near` : '',
  ];
  return `${site.index}: ${parts.filter((part) => part !== '').join('; ')}.`;
}
