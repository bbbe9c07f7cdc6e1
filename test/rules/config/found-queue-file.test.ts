import { describe, expect, test } from 'vitest';
import { goalFacts } from '../../../src/report/goals/goal-facts.ts';
import { expectOne, goalOf, goalProblems, LEAST } from './reading.ts';

const withLine = (line: string) => `${LEAST}${line}\n`;

describe('a queue that a program finds', () => {
  test.each([
    ['for_each: {findings: links}', { kind: 'findings', finder: 'links', drafts: 'together' }],
    [
      'for_each: {findings: todos, listed_in: docs/todo.md, in: ["src/**"], drafts: per_item}',
      { kind: 'findings', finder: 'todos', listedIn: 'docs/todo.md', in: ['src/**'], drafts: 'per_item' },
    ],
    [
      'for_each: {command: make lint}',
      { kind: 'command', command: 'make lint', format: 'lines', drafts: 'together' },
    ],
    [
      'for_each: {command: npx eslint --format json ., format: eslint, in: ["src/**", "!src/old/**"]}',
      {
        ...{ kind: 'command', command: 'npx eslint --format json .', format: 'eslint', drafts: 'together' },
        in: ['src/**', '!src/old/**'],
      },
    ],
  ])('is read: %s', (line, queue) => {
    expect(goalOf(withLine(line)).forEach).toEqual(queue);
  });

  test.each([
    ['for_each: {findings: likns}', '4:22', 'did you mean "links"?'],
    ['for_each: {findings: links, files: a}', '4:1', 'exactly one of'],
    ['for_each: {findings: links, command: b}', '4:1', 'exactly one of'],
    ['for_each: {findings: links, format: sarif}', '4:29', 'has no effect without `command`'],
    ['for_each: {findings: links, listed_in: a.md}', '4:29', 'has no effect without `findings: todos`'],
    ['for_each: {files: a, in: ["b"]}', '4:22', 'has no effect without `findings` or `command`'],
    ['for_each: {findings: links, in: []}', '4:33', 'must not be empty'],
    ['for_each: {findings: links, in: ["!b"]}', '4:33', 'take away'],
    ['for_each: {findings: todos, listed_in: "docs/*.md"}', '4:40', 'one Markdown file'],
    ['for_each: {findings: todos, listed_in: ../todo.md}', '4:40', 'one Markdown file'],
    ['for_each: {findings: todos, listed_in: todo.txt}', '4:40', 'one Markdown file'],
    ['for_each: {command: ""}', '4:21', 'must not be empty'],
    ['for_each: {command: a, format: xml}', '4:32', 'sarif'],
    ['for_each: {command: a}\nwhen: {queue_at_least: 3}', '5:1', 'would have to run at every start'],
  ])('is refused: %s', (line, at, reason) => {
    expectOne(goalProblems(withLine(line)), `goals/x.yml:${at}`, reason);
  });

  test('is told in full where a pull request changes it, and its command in bold', () => {
    const facts = goalFacts(goalOf(withLine('for_each: {command: make lint, in: ["src/**"]}')));
    expect(facts.find(({ field }) => field === 'for_each.command')).toMatchObject({
      ...{ values: ['make lint'], weighs: true },
    });
    expect(facts.find(({ field }) => field === 'for_each')?.values).toEqual([
      'files with findings of make lint (lines) in src/**, one draft',
    ]);
    const list = goalFacts(goalOf(withLine('for_each: {findings: todos, listed_in: a.md}')));
    expect(list.find(({ field }) => field === 'for_each')?.values).toEqual([
      'files with findings of todos that a.md does not list, one draft',
    ]);
  });
});
