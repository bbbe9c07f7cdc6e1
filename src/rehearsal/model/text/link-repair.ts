import { encodePath, folderOf, type Link, relativePath, type Target } from './links.ts';

/** The files of the repository, and folders as what files lie in. */
export interface FileSet {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
}

export function fileSet(files: readonly string[]): FileSet {
  const folders = new Set<string>(['']);
  for (const file of files) {
    for (let folder = folderOf(file); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  }
  return { files: new Set(files), folders };
}

export function exists({ files, folders }: FileSet, path: string): boolean {
  return files.has(path) || folders.has(path);
}

const PAGE_ENDINGS = ['.md', '.markdown', '.mdx'];
/** Names that many folders have: one of them elsewhere is no sign that the file was moved there. */
const EVERYWHERE =
  /^(?:readme|index|changelog|license|security|contributing|code_of_conduct|support|agents|package)(?:\.|$)/i;

/**
 * Files that a broken path may have meant, by the first kind of mistake that explains it: another case, another or no
 * ending, the same name in another folder.
 */
export function candidates(set: FileSet, broken: string): readonly string[] {
  const all = [...set.files, ...[...set.folders].filter((folder) => folder !== '')];
  const lower = broken.toLowerCase();
  const name = nameOf(broken);
  const stem = stemOf(lower);
  const kinds: readonly ((path: string) => boolean)[] = [
    (path) => path.toLowerCase() === lower,
    (path) =>
      set.files.has(path) && PAGE_ENDINGS.some((ending) => path.toLowerCase() === `${lower}${ending}`),
    (path) => set.files.has(path) && stemOf(path.toLowerCase()) === stem && sameSort(path, broken),
    (path) => set.files.has(path) && !EVERYWHERE.test(name) && nameOf(path) === name,
    (path) => set.files.has(path) && !EVERYWHERE.test(name) && nameOf(path).toLowerCase() === nameOf(lower),
    (path) =>
      set.files.has(path) &&
      !EVERYWHERE.test(name) &&
      isPage(path) &&
      nameOf(stemOf(path.toLowerCase())) === nameOf(stem),
  ];
  for (const kind of kinds) {
    const found = all.filter(kind);
    if (found.length > 0) return found;
  }
  return [];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function stemOf(path: string): string {
  return path.replace(/\.(?:md|markdown|mdx|html?|rst|txt|png|jpe?g|gif|svg|webp)$/i, '');
}

export function isPage(path: string): boolean {
  return PAGE_ENDINGS.some((ending) => path.toLowerCase().endsWith(ending));
}

const IMAGE = /\.(?:png|jpe?g|gif|svg|webp)$/i;

/** A picture is never mended with a page, nor a page with a picture. */
function sameSort(path: string, broken: string): boolean {
  return IMAGE.test(path) === IMAGE.test(broken) && (IMAGE.test(path) || isPage(path));
}

/** The anchor that is meant, when exactly one is near; null otherwise. */
export function nearestAnchor(anchors: readonly string[], fragment: string): string | null {
  const wanted = loose(fragment);
  const same = anchors.filter((anchor) => loose(anchor) === wanted);
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null;
  const far = Math.max(2, Math.floor(wanted.length * 0.3));
  const near = anchors.map((anchor) => ({ anchor, distance: distance(loose(anchor), wanted) }));
  const best = Math.min(...near.map((one) => one.distance));
  const nearest = near.filter((one) => one.distance === best);
  return best <= far && best < wanted.length && nearest.length === 1 ? (nearest[0]?.anchor ?? null) : null;
}

function loose(anchor: string): string {
  return anchor
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** How many letters must be put in, taken out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, change));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The destination that leads to `path` and `fragment`, written the way the old one was. */
export function rewrite(page: string, link: Link, to: Pick<Target, 'path' | 'query' | 'fragment'>): string {
  const hash = to.fragment === null ? '' : `#${to.fragment}`;
  if (to.path === null) return wrap(link, `${to.query}${hash}`);
  const relative = relativePath(folderOf(page), to.path);
  const dot = link.destination.startsWith('./') && !relative.startsWith('../') ? './' : '';
  const slash = /^[^?#]*\/(?:[?#]|$)/.test(link.destination) && !/\.\w+$/.test(relative) ? '/' : '';
  const written = link.isAngled || !/[^\w./-]/.test(relative) ? relative : encodePath(relative);
  return wrap(link, `${dot}${written}${slash}${to.query}${hash}`);
}

function wrap(link: Link, destination: string): string {
  return link.isAngled ? `<${destination}>` : destination;
}
