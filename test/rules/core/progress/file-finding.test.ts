import { describe, expect, test } from 'vitest';
import {
  compareFindings,
  type FileFinding,
  findingsByPath,
  findingsVersion,
} from '../../../../src/core/progress/file-finding.ts';

const at = (path: string, line: number, text: string): FileFinding => ({
  ...{ path, line, column: null, rule: 'r', text },
});

describe('what became of findings', () => {
  test('does not depend on their lines, which move with every change', () => {
    const before = [at('a', 1, 'x'), at('a', 5, 'y'), at('b', 1, 'z')];
    const after = [at('a', 9, 'y'), at('b', 2, 'z')];
    expect(compareFindings(before, after, 'a')).toEqual({ left: [at('a', 9, 'y')], fresh: [], gone: 1 });
  });

  test('counts the same finding as often as it is there', () => {
    const before = [at('a', 1, 'x'), at('a', 2, 'x')];
    expect(compareFindings(before, [at('a', 1, 'x')], 'a')).toMatchObject({ gone: 1, fresh: [] });
    const after = [at('a', 1, 'x'), at('a', 2, 'x'), at('a', 3, 'x')];
    expect(compareFindings(before, after, 'a')).toEqual({
      ...{ left: [at('a', 1, 'x'), at('a', 2, 'x')], fresh: [at('a', 3, 'x')], gone: 0 },
    });
  });

  test('names what is new in any file, and is silent about what other files had before', () => {
    const before = [at('a', 1, 'x'), at('b', 1, 'old')];
    const after = [at('b', 1, 'old'), at('b', 4, 'new')];
    expect(compareFindings(before, after, 'a')).toEqual({ left: [], fresh: [at('b', 4, 'new')], gone: 1 });
  });
});

test('the version of a task is another one for other findings, other lines and another file, and for nothing else', () => {
  const findings = [at('a', 1, 'x'), at('a', 2, 'y')];
  const version = findingsVersion(findings, 'b10b');
  expect(findingsVersion(findings.toReversed(), 'b10b')).toBe(version);
  expect(version).toMatch(/^[0-9a-f]{32}$/);
  const others = [
    findingsVersion(findings, 'b10c'),
    findingsVersion(findings, null),
    findingsVersion(findings.slice(1), 'b10b'),
    findingsVersion([at('a', 1, 'x'), at('a', 3, 'y')], 'b10b'),
    findingsVersion([at('a', 1, 'x","y'), at('a', 2, 'y')], 'b10b'),
  ];
  expect(new Set([version, ...others]).size).toBe(others.length + 1);
});

test('two findings of one file are together, and files stand in order', () => {
  const found = findingsByPath([at('b', 1, 'x'), at('a', 1, 'y'), at('b', 2, 'z')]);
  expect([...found].map(([path, all]) => [path, all.length])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});
