import type { TreeEntry } from '../../ports.ts';
import { folderOf } from './target.ts';

const PAGE_ENDINGS = ['.md', '.markdown'];
const OTHER_PAGES = /\.(?:md|markdown|mdx|html?|rst|txt)$/i;
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp)$/i;
/** Names that many folders have: one of them elsewhere is no sign that the file was moved there. */
const EVERYWHERE =
  /^(?:readme|index|changelog|license|security|contributing|code_of_conduct|support|agents|package)(?:\.|$)/i;

/** Whether GitHub shows it as a page with anchors. */
export function isPage(path: string): boolean {
  return PAGE_ENDINGS.some((ending) => path.toLowerCase().endsWith(ending));
}

/** What a broken path may have meant. */
export interface NameMatch {
  readonly paths: readonly string[];
  /** By the kind of mistake, not only by a name that is alike. */
  readonly isSlip: boolean;
}

type Index = ReadonlyMap<string, readonly string[]>;

/** The names in a repository: its files, and folders as what files lie in. */
export class FileNames {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>(['']);
  /** Links and other repositories: what lies below them cannot be seen from here. */
  readonly #opaque = new Set<string>();
  readonly #mayRead: (path: string) => boolean;
  #byLower: Index | null = null;
  #byStem: Index | null = null;
  #byName: Index | null = null;
  #byNameStem: Index | null = null;

  constructor(entries: readonly TreeEntry[], mayRead: (path: string) => boolean) {
    this.#mayRead = mayRead;
    for (const { path, kind } of entries) {
      if (kind === 'unnameable') continue;
      this.#files.add(path);
      if (kind === 'symlink' || kind === 'submodule') this.#opaque.add(path);
      for (let folder = folderOf(path); !this.#folders.has(folder); folder = folderOf(folder))
        this.#folders.add(folder);
    }
  }

  isFile(path: string): boolean {
    return this.#files.has(path);
  }

  /** What lies below a link or in another repository counts as there. */
  has(path: string): boolean {
    if (this.#files.has(path) || this.#folders.has(path)) return true;
    for (let above = folderOf(path); above !== ''; above = folderOf(above))
      if (this.#opaque.has(above)) return true;
    return false;
  }

  /** A site may have its root further down: whether a file lies at this path below any folder. */
  hasBelowAnyFolder(path: string): boolean {
    return this.#named(nameOf(path)).some((file) => file.endsWith(`/${path}`));
  }

  isTopFolder(name: string): boolean {
    return name !== '' && this.#folders.has(name);
  }

  /** Of files that may be read; those of the first kind of mistake that explains it. */
  candidates(broken: string): NameMatch {
    const lower = broken.toLowerCase();
    const name = nameOf(broken);
    const isSort = (path: string) => PICTURE.test(path) === PICTURE.test(broken);
    const isMoved = (path: string) => !EVERYWHERE.test(name) && isSort(path);
    const alike = (this.#nameStem().get(nameOf(stemOf(lower))) ?? []).filter(isMoved);
    const slips = [
      this.#lower().get(lower) ?? [],
      PAGE_ENDINGS.flatMap((ending) => this.#lower().get(`${lower}${ending}`) ?? []),
      (this.#stem().get(stemOf(lower)) ?? []).filter(isSort),
      this.#named(name).filter(isMoved),
      alike.filter((path) => nameOf(path).toLowerCase() === nameOf(lower)),
    ];
    const others = [alike];
    const found = [...slips, ...others].find((paths) => paths.length > 0) ?? [];
    return { paths: found, isSlip: slips.includes(found) };
  }

  #lower(): Index {
    this.#byLower ??= this.#index([...this.#files, ...this.#folders], (path) => path.toLowerCase());
    return this.#byLower;
  }

  #stem(): Index {
    this.#byStem ??= this.#index(this.#files, (path) => stemOf(path.toLowerCase()));
    return this.#byStem;
  }

  #named(name: string): readonly string[] {
    this.#byName ??= this.#index(this.#files, nameOf);
    return this.#byName.get(name) ?? [];
  }

  #nameStem(): Index {
    this.#byNameStem ??= this.#index(this.#files, (path) => nameOf(stemOf(path.toLowerCase())));
    return this.#byNameStem;
  }

  #index(paths: Iterable<string>, keyOf: (path: string) => string): Index {
    return Map.groupBy(
      [...paths].filter((path) => path !== '' && (this.#folders.has(path) || this.#mayRead(path))),
      keyOf,
    );
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Without the ending of a page or a picture. */
function stemOf(path: string): string {
  return OTHER_PAGES.test(path) || PICTURE.test(path) ? path.slice(0, path.lastIndexOf('.')) : path;
}
