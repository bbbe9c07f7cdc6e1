/** Pages, and comments of the code, name files that are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const PAGES = ['README.md', 'AGENTS.md', 'CHANGELOG.md', 'goals/README.md', 'state/README.md'].concat(
  readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`),
);

/** Between backticks; a path that ends in `/` is a folder. */
const OWN_PATH = /`((?:src|test|scripts|bench|schema)\/[\w./-]*)`/g;

function missingIn(file: string): readonly string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const paths = [...text.matchAll(OWN_PATH)].map(([, path = '']) => path);
  return paths.filter((path) => !existsSync(join(ROOT, path))).map((path) => `${path} in ${file}`);
}

test.each(PAGES)('%s names only files and folders that are there', (page) => {
  expect(missingIn(page)).toEqual([]);
});

test('comments of the sources name only files and folders that are there', () => {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `src/${path}`);
  expect(sources.flatMap(missingIn)).toEqual([]);
});
