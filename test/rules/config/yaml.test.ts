import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/config/yaml/yaml-document.ts';
import { expectOne, goalProblems, LEAST } from './reading.ts';

describe('YAML that is more than plain data is refused by name', () => {
  it.each([
    ['anchor', 'checks: &all [npm test]', '4:14', 'an anchor (&all) is not allowed'],
    ['alias', 'checks: *all', '4:9', 'an alias (*all) is not allowed'],
    ['glob without quotes', 'permissions:\n  read: [**/*.md]', '5:10', 'starts with *, e.g. "**/*.md"'],
    ['cron without quotes', 'x: */5 * * * *', '4:4', 'put quotes around text'],
    ['known tag', 'enabled: !!bool true', '4:17', 'a tag ("!!bool") is not allowed'],
    ['unknown tag', 'setup: !shell [a]', '4:15', 'a tag ("!shell") is not allowed'],
    ['merge key', '<<: {enabled: true}', '4:1', 'a merge key (<<) is not allowed'],
    ['doubled field', 'title: Again', '4:1', 'the field "title" is given twice, first in line 1'],
    ['doubled inner field', 'limits: {minutes: 1, minutes: 2}', '4:22', 'first in line 4'],
    ['list as a field name', '? [a, b]\n: c', '4:3', 'a field name must be plain text'],
    ['unsafe field name', '__proto__: {enabled: false}', '4:1', 'cannot be a field name'],
    ['second document', '---\ntitle: U', '4:1', 'several YAML documents'],
    ['tab', '\tenabled: true', '4:1', 'indent with spaces'],
    ['bracket left open', 'checks: [a', '5:1', 'not valid YAML'],
    ['reserved character', 'model: @default', '4:8', 'put quotes around the value'],
    ['colon inside a value', 'model: a: b', '4:8', 'put quotes around a value'],
  ])('%s', (_, lines, at, words) => {
    const problems = goalProblems(`${LEAST}${lines}\n`);
    expect(problems.filter((problem) => problem.startsWith(`goals/x.yml:${at}: `)).join()).toContain(words);
  });

  it('a directive', () => {
    expectOne(goalProblems(`%YAML 1.1\n---\n${LEAST}`), 'goals/x.yml:1:1', 'YAML directive');
  });

  it('all of them at once', () => {
    const places = goalProblems(
      'title: &a T\nobjective: *a\nschedule: !!map {every: 6h}\nsetup: [*a, "ok"]\n',
    );
    expect(places.map((problem) => problem.split(':')[1])).toEqual(['1', '2', '3', '4']);
  });

  it('a bomb of aliases, without expanding it', () => {
    const levels = Array.from({ length: 30 }, (_, level) => {
      const inner = level === 0 ? '"lol"' : Array.from({ length: 9 }, () => `*l${level - 1}`).join(', ');
      return `l${level}: &l${level} [${inner}]`;
    });
    const { problems } = readYaml('goals/x.yml', levels.join('\n'));
    expect(problems.length).toBe(30);
    expect(goalProblems(levels.join('\n')).join('\n')).toContain('an anchor (&l29) is not allowed');
  });
});

describe('a # behind a blank', () => {
  it.each([
    ['title: Fix #12 links', '1:12', '"#12 links" is a comment to YAML'],
    ['title: T\nobjective: Do what issue #12 says, and no more.', '2:26', '"#12 says, and no more."'],
    ['title: T\nobjective: Use C #define lines.', '2:18', 'put quotes around the whole value'],
    ['title: T\nobjective: O\nchecks: [npm run a, npm run b #fast\n  ]', '3:31', '"#fast"'],
    ['title: T\nobjective: O\nchecks:\n  - npm test #all', '4:14', '"#all"'],
  ])('is no part of the value, and is named: %j', (text, at, words) => {
    const problems = goalProblems(`${text}\n`);
    expect(
      problems.some((problem) => problem.startsWith(`goals/x.yml:${at}: `) && problem.includes(words)),
    ).toBe(true);
  });

  it.each([
    'title: "Fix #12 links"',
    "title: 'Fix #12 links'",
    'title: Fix#12 links',
    'title: T # what people see',
    'title: T #! what people see',
    'title: |\n  Fix #12 links',
    'title: >-\n  Fix #12 links',
  ])('is nothing to name in %j', (title) => {
    expect(goalProblems(LEAST.replace(/^title: .*$/m, title)).join()).not.toContain('comment to YAML');
  });

  it('is a comment behind a number', () => {
    expect(goalProblems(`${LEAST}limits:\n  minutes: 4 #four\n`)).toEqual([]);
  });
});

describe('a file that is not YAML text', () => {
  it.each([
    ['nothing', ''],
    ['only comments', '# to do\n\n'],
    ['only white space', ' \n \n'],
    ['only a document mark', '---\n'],
  ])('holds %s', (_, text) => {
    const [problem] = goalProblems(text);
    expect(problem).toMatch(/^goals\/x\.yml:1:\d+: the file (is empty|must be a mapping)/);
  });

  it.each([
    ['a list', '- a\n- b\n', '1:1', 'must be a mapping of fields, but is a list'],
    ['one word', 'hello\n', '1:1', 'must be a mapping of fields, but is the text "hello"'],
    ['NUL', 'title: a\0b\n', '1:9', 'not plain text: it contains the character U+0000'],
    ['bytes that are not UTF-8', 'title: T\nobjective: \uFFFD\n', '2:12', 'not plain text'],
    ['an escape sequence', 'title: \u001b[31mred\n', '1:8', 'U+001B'],
  ])('holds %s', (_, text, at, words) => {
    expectOne(goalProblems(text), `goals/x.yml:${at}`, words);
  });

  it('is refused above 64 KiB with its size and the bound', () => {
    const padded = (bytes: number) => `${LEAST}#${'x'.repeat(bytes - LEAST.length - 1)}`;
    expect(goalProblems(padded(65_536))).toEqual([]);
    expectOne(goalProblems(padded(65_537)), 'goals/x.yml:1:1', '65537 bytes', 'at most 65536 bytes (64 KiB)');
  });

  it('counts bytes, not characters', () => {
    expectOne(goalProblems(`${LEAST}#${'ü'.repeat(40_000)}`), 'goals/x.yml:1:1', 'too large');
  });

  it('of 1 MB is refused unread', () => {
    expectOne(goalProblems('&a [*a, '.repeat(131_072)), 'goals/x.yml:1:1', '1048576 bytes');
  });

  it.each([
    ['lists', '['.repeat(60_000)],
    ['hyphens', '- '.repeat(30_000)],
    ['mappings', '{a: '.repeat(15_000)],
    ['questions', '? '.repeat(30_000)],
    ['quotes', '"'.repeat(60_000)],
    ['tags', '! '.repeat(30_000)],
  ])('is refused when it nests %s without end', (_, text) => {
    const problems = goalProblems(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(51);
  });

  it('with very many unknown fields names the first fifty and the number of the others', () => {
    const problems = goalProblems(Array.from({ length: 300 }, (_, n) => `zzz${n}: 1`).join('\n'));
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toContain('253 more problems');
  });

  it('cannot smuggle control characters or line breaks into a message', () => {
    const [problem] = goalProblems(`${LEAST}"a\\e[2K\\nb\\u202e": 1\n`);
    expect(problem).toContain('\\u001b[2K\\u000ab\\u202e');
    expect(problem).not.toMatch(/\p{Cc}/u);
  });
});
