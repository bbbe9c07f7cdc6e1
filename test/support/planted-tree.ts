import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readSourceTree, type SourceTree } from './architecture/source-tree.ts';

/** Text by path. */
export type Files = Readonly<Record<string, string>>;

/** Small folders of files for the tests of one file; `remove` takes all of them away. */
export class PlantedTrees {
  readonly #folder = mkdtempSync(join(tmpdir(), 'planted-'));
  #count = 0;

  /** Writes the files into a folder of their own and gives its path. */
  write(files: Files): string {
    this.#count += 1;
    const folder = join(this.#folder, String(this.#count));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  }

  read(files: Files): SourceTree {
    return readSourceTree(this.write(files));
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
