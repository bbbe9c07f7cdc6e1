import { describe, expect, test } from 'vitest';
import { testsTouched } from '../../../../src/core/progress/tests-touched.ts';

function touched(path: string, ...commands: readonly string[]): boolean {
  return testsTouched([{ path, added: 1, removed: 1, blob: 'a' }], commands).length > 0;
}

describe('a test or a check is', () => {
  test.each([
    'test/add.sh',
    'src/__tests__/a.ts',
    'src/a.test.ts',
    'src/a.spec.tsx',
    'pkg/add_test.go',
    'tests/test_add.py',
    'test_add.py',
    'spec/models/user_spec.rb',
    'src/test/java/AddTest.java',
    'Tests/AddTests.swift',
    'e2e/login.ts',
    'conftest.py',
    'vitest.config.ts',
    'src/__snapshots__/a.snap',
    'test.js',
    'app/tests.py',
    't/01-basic.t',
    'features/login.feature',
    'cypress/integration/a.js',
    'src/__mocks__/fs.js',
    '.rspec',
    'wdio.conf.js',
  ])('%s', (path) => {
    expect(touched(path)).toBe(true);
  });

  test.each([
    ['run.sh', 'sh run.sh'],
    ['scripts/check.sh', './scripts/check.sh --all'],
    ['package.json', 'npm test'],
    ['web/package.json', 'cd web && npx tsc'],
    ['Makefile', 'make check'],
    ['pyproject.toml', 'pytest -q'],
    ['eslint.config.js', 'npx eslint .'],
    ['.eslintrc.json', 'npx eslint .'],
    ['tsconfig.json', 'npx tsc'],
    ['.markdownlint.json', 'markdownlint-cli2'],
    ['ruff.toml', 'ruff check'],
    ['CMakeLists.txt', 'ctest'],
    ['src/A.csproj', 'dotnet test'],
    ['.pre-commit-config.yaml', 'pre-commit run -a'],
  ])('%s, for %s', (path, command) => {
    expect(touched(path, command)).toBe(true);
  });

  test.each([
    ['src/a.ts', 'npm test'],
    ['eslint.config.js', 'npm test'],
    ['src/tester.js', 'make'],
    ['docs/latest.md', 'make'],
    ['src/contest.ts', 'make'],
    ['package.json', 'make'],
    ['src/attestation/a.ts', 'sh run.sh'],
  ])('not %s, for %s', (path, command) => {
    expect(touched(path, command)).toBe(false);
  });
});

test('a deleted one is told as such', () => {
  expect(testsTouched([{ path: 'test/a.sh', added: 0, removed: 3, blob: null }], [])).toEqual([
    { path: 'test/a.sh', isDeleted: true },
  ]);
});
