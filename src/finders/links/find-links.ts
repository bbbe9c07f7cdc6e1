import type { FileFinding, FinderReport } from '../../core/progress/file-finding.ts';
import { cutBetweenWords } from '../../core/text/plain-text.ts';
import type { Steps } from '../../core/text/steps.ts';
import type { TreeEntry } from '../../ports.ts';
import { LINK_TEXTS } from '../../report/findings/finding-texts.ts';
import { MOST_FINDINGS, type SearchedFiles, searchedEntries, TextReader } from '../search/searched-files.ts';
import { FileNames, isPage } from './file-names.ts';
import { isLooselySame, nearestAnchor } from './near-anchor.ts';
import { type Page, type PageLink, readPage } from './page.ts';
import { type LinkTarget, rewritten, targetOf, withFragment } from './target.ts';

/** Anchors that GitHub or a browser knows without a heading. */
const KNOWN_ANCHORS = /^(?:|top|readme|L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?|:~:.*|fn(?:ref)?-.*)$/i;
/** To find what is nearest takes long, and many broken anchors of one page have one cause. */
const MOST_NEAREST = 200;
const MOST_NAMED = 5;
/** So many links are judged between two rests. */
const AT_ONCE = 64;
const LONGEST_SHOWN = 300;

/** Relative links and anchors in Markdown that lead nowhere. Web addresses are not looked at. */
export async function findBrokenLinks(files: SearchedFiles): Promise<FinderReport> {
  return new LinkSearch(files).run();
}

/** A link of a page with where it leads. */
interface Aimed extends PageLink {
  readonly page: string;
  readonly target: LinkTarget;
}

class LinkSearch {
  readonly #files: SearchedFiles;
  readonly #reader: TextReader;
  readonly #names: FileNames;
  readonly #entries: ReadonlyMap<string, TreeEntry>;
  /** By page; null: it could not be read. */
  readonly #anchors = new Map<string, ReadonlySet<string> | null>();
  readonly #findings: FileFinding[] = [];
  #nearest = 0;

  constructor(files: SearchedFiles) {
    this.#files = files;
    this.#reader = new TextReader(files);
    this.#names = new FileNames(files.entries, files.mayRead);
    this.#entries = new Map(files.entries.map((entry) => [entry.path, entry]));
  }

  async run(): Promise<FinderReport> {
    const pages = searchedEntries(this.#files).filter(({ path }) => isPage(path));
    for await (const [page, text] of this.#reader.texts(pages)) {
      if (this.#findings.length >= MOST_FINDINGS) break;
      await this.#search(page, text);
    }
    const { leftOut } = this.#reader;
    const searched = pages.filter(({ path }) => !leftOut.includes(path)).length;
    const isCut = this.#findings.length >= MOST_FINDINGS;
    return { findings: this.#findings.slice(0, MOST_FINDINGS), files: searched, leftOut, isCut };
  }

  async #search(entry: TreeEntry, text: string | null): Promise<void> {
    const page = text === null ? null : await this.#reader.through(readSafely(text));
    this.#anchors.set(entry.path, page?.anchors ?? null);
    if (text === null) return;
    if (page === null) return this.#reader.leaveOut(entry.path);
    const found: Judged[] = [];
    for (const [at, link] of page.links.entries()) {
      if (at % AT_ONCE === 0) await this.#files.rest();
      const target = targetOf(entry.path, link.destination);
      const judged = target === null ? null : await this.#judge({ ...link, page: entry.path, target });
      if (judged !== null) found.push(judged);
    }
    for (const finding of await this.#reader.through(withFixes(found, text))) this.#findings.push(finding);
  }

  async #judge(link: Aimed): Promise<Judged | null> {
    const { target } = link;
    // Lists of contributors and other made HTML have such anchors as decoration.
    if (target.kind === 'page')
      return link.isHtml ? null : this.#judgeAnchor(link, link.page, target.fragment);
    // One folder above the root is no page of GitHub; two are the repository's own, such as ../../issues.
    if (target.kind === 'above')
      return target.levels === 1 ? judged(link, 'outside', LINK_TEXTS.above(shown(link))) : null;
    const path = target.paths.find((each) => this.#names.has(each));
    if (path !== undefined) return this.#judgeAnchor(link, path, target.fragment);
    return this.#missing(link, target);
  }

  #missing(link: Aimed, { paths, isFromRoot }: Extract<LinkTarget, { kind: 'path' }>): Judged | null {
    const path = paths.at(-1) ?? '';
    if (isFromRoot && this.#isOfSite(path)) return null;
    const { paths: meant, isSlip } = this.#names.candidates(path.replaceAll('\\', '/'));
    const others = meant.filter((each) => each !== link.page);
    const [only] = others;
    const said = LINK_TEXTS.missing(shown(link), cutBetweenWords(path, LONGEST_SHOWN));
    if (only === undefined) return judged(link, 'missing', said);
    if (others.length > 1)
      return judged(link, 'missing', `${said}${LINK_TEXTS.perhaps(others.slice(0, MOST_NAMED))}`);
    const right = rewritten(link.page, link.destination, only);
    return judged(link, 'missing', `${said}${LINK_TEXTS.meant(right)}`, isSlip ? right : null);
  }

  /** A path from the root may be one of the site that is made of these pages. */
  #isOfSite(path: string): boolean {
    if (this.#names.hasBelowAnyFolder(path)) return true;
    const [first = '', ...rest] = path.split('/');
    const hasEnding = /\.\w{1,8}$/.test(path);
    return !hasEnding && !(rest.length > 0 && this.#names.isTopFolder(first));
  }

  async #judgeAnchor(link: Aimed, path: string, fragment: string): Promise<Judged | null> {
    const wanted = fragment.replace(/^user-content-/, '');
    if (KNOWN_ANCHORS.test(wanted) || !isPage(path)) return null;
    const anchors = await this.#anchorsOf(path);
    if (anchors === null || anchors.has(wanted)) return null;
    this.#nearest += 1;
    const near = this.#nearest > MOST_NEAREST ? null : nearestAnchor(anchors, wanted);
    const said = LINK_TEXTS.noAnchor(shown(link), path);
    if (near === null) return judged(link, 'anchor', said);
    const right = withFragment(link.destination, near);
    const isSure = isLooselySame(near, wanted);
    return judged(link, 'anchor', `${said}${LINK_TEXTS.meant(right)}`, isSure ? right : null);
  }

  /** Null: it cannot be known what anchors the page has. */
  async #anchorsOf(path: string): Promise<ReadonlySet<string> | null> {
    const known = this.#anchors.get(path);
    if (known !== undefined) return known;
    const entry = this.#entries.get(path);
    const isOpen = entry !== undefined && entry.kind !== 'symlink' && this.#files.mayRead(path);
    const text = isOpen ? await this.#reader.text(entry) : null;
    const page = text === null ? null : await this.#reader.through(readSafely(text));
    const anchors = page?.anchors ?? null;
    this.#anchors.set(path, anchors);
    return anchors;
  }
}

interface Judged {
  readonly finding: FileFinding;
  readonly destination: string;
  /** Null: a program cannot tell. */
  readonly right: string | null;
}

function judged(link: Aimed, rule: string, text: string, right: string | null = null): Judged {
  const { page: path, line, destination } = link;
  return { finding: { path, line, column: null, rule, text }, destination, right };
}

function shown({ destination }: PageLink): string {
  return cutBetweenWords(destination, LONGEST_SHOWN);
}

/** Null: it is too much for the parser, or that fails on it. What strangers write must not end a whole goal. */
function* readSafely(text: string): Steps<Page | null> {
  try {
    return yield* readPage(text);
  } catch {
    return null;
  }
}

/** A place is sure where the destination stands as often in the text as it is reported. */
function* withFixes(found: readonly Judged[], text: string): Steps<readonly FileFinding[]> {
  const places = new Map<string, number[]>();
  const times = Map.groupBy(found, ({ destination }) => destination);
  const all: FileFinding[] = [];
  for (const { finding, destination, right } of found) {
    if (right === null) {
      all.push(finding);
      continue;
    }
    let known = places.get(destination);
    if (known === undefined) {
      // Each goes through the whole text.
      yield;
      known = surePlaces(text, destination, times.get(destination)?.length ?? 0);
    }
    const [start, ...rest] = known;
    places.set(destination, rest);
    const fix = start === undefined ? {} : { fix: { start, end: start + destination.length, text: right } };
    all.push({ ...finding, ...fix });
  }
  return all;
}

function surePlaces(text: string, destination: string, times: number): number[] {
  const found = placesOf(text, destination);
  return found.length === times ? found : [];
}

/** Where a destination stands by itself, between the marks of a link. */
function placesOf(text: string, destination: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(destination); at >= 0; at = text.indexOf(destination, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + destination.length] ?? '';
    if (/[(<"'\s]/.test(before) && (after === '' || /[)>"'\s]/.test(after))) found.push(at);
    if (found.length > MOST_NEAREST) break;
  }
  return found;
}
