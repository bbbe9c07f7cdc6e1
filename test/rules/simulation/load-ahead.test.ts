import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../../../src');
const ROOMS = ['core', 'config', 'report', 'agent', 'ledger', 'alerts', 'wake', 'oversight'];

/** Names of the files that a source loads while it runs. */
function loadedLater(path: string): readonly string[] {
  const found = readFileSync(path, 'utf8').matchAll(
    /await import\('[./\w-]*?([\w-]+\.ts)'\)|, import\('[./\w-]*?([\w-]+\.ts)'\)/g,
  );
  return [...found].map(([, one, other]) => one ?? other ?? '');
}

test('everything that a run loads while it runs is loaded ahead', () => {
  const later = ROOMS.flatMap((room) =>
    readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => loadedLater(join(SRC, room, path))),
  );
  const ahead = readFileSync(join(SRC, 'simulation/runs/load-ahead.ts'), 'utf8');
  expect(new Set(later).size).toBeGreaterThan(10);
  expect(later.filter((name) => !ahead.includes(`/${name}'`))).toEqual([]);
});
