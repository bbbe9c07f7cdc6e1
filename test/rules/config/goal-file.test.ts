import { describe, expect, it } from 'vitest';
import { WAKE_EVENTS } from '../../../src/config/goal/wake-events.ts';
import { expectOne, goalOf, goalProblems, LEAST, PRICED, settingsOf } from './reading.ts';

const withLine = (line: string) => `${LEAST}${line}\n`;
const scheduled = (schedule: string) => `title: T\nobjective: O\nschedule: ${schedule}\n`;

describe('a goal file with every field', () => {
  const goal = goalOf(
    `# yaml-language-server: $schema=../schema/goal.schema.json
title: Keep the docs index complete
objective: |
  Make docs/index.md list every page.
  One line each.
schedule:
  cron: "0 3 * * 1"
  timezone: Europe/Berlin
  catch_up: each
  catch_up_window: 48h
on: [push, issues]
when: {queue_at_least: 5}
for_each:
  files: docs/**/*.md
  changed: true
  drafts: per_item
permissions:
  read: ["docs/**"]
  write: ["docs/**", "!docs/internal/**"]
  effects: [draft_pull_request, comment_on_issue, open_issue, label_issue]
limits:
  minutes: 2.5
  setup_minutes: 11
  model_calls: 21
  attempts: 4
  items_per_wake: 11
  tokens: 50001
  tokens_per_day: 100001
  usd_per_day: 1.5
  usd_per_month: 12.5
  open_drafts: 2
  changed_files: 21
  changed_lines: 501
  repeats: 4
when_draft_is_open: update
setup: ["npm ci"]
checks: ["npm test"]
done_when: ["npm run docs:check"]
model: default
second_reader: default
enabled: false
`,
    { file: 'goals/docs-index.yml', settings: PRICED },
  );

  it('is taken over field by field', () => {
    const { lines: _, ...said } = goal;
    expect(said).toEqual({
      id: 'docs-index',
      file: 'goals/docs-index.yml',
      blob: 'b10b',
      title: 'Keep the docs index complete',
      objective: 'Make docs/index.md list every page.\nOne line each.',
      schedule: {
        ...{ kind: 'cron', pattern: '0 3 * * 1', timezone: 'Europe/Berlin' },
        ...{ catchUp: 'each', catchUpWindowMinutes: 2880 },
      },
      on: ['push', 'issues'],
      when: { queueAtLeast: 5 },
      forEach: { kind: 'files', pattern: 'docs/**/*.md', changed: true, drafts: 'per_item' },
      permissions: {
        read: ['docs/**'],
        write: ['docs/**', '!docs/internal/**'],
        effects: ['draft_pull_request', 'comment_on_issue', 'open_issue', 'label_issue'],
      },
      limits: {
        ...{ minutes: 2.5, setupMinutes: 11, modelCalls: 21, attempts: 4, itemsPerWake: 11, tokens: 50_001 },
        ...{ tokensPerDay: 100_001, usdPerDay: 1.5, usdPerMonth: 12.5 },
        ...{ openDrafts: 2, changedFiles: 21, changedLines: 501, repeats: 4 },
      },
      whenDraftIsOpen: 'update',
      runsUnchanged: false,
      setup: ['npm ci'],
      checks: ['npm test'],
      doneWhen: ['npm run docs:check'],
      ...{ model: 'default', secondReader: 'default' },
      enabled: false,
    });
  });

  it('knows the line of each field that the file names', () => {
    expect(goal.lines).toMatchObject({ title: 2, setup: 36, when: 12, 'when.queue_at_least': 12 });
    expect(goal.lines).not.toHaveProperty('limits.open_issues');
  });
});

describe('a goal file with only what it needs', () => {
  it('gets the defaults of the contract', () => {
    const { lines, ...said } = goalOf(LEAST);
    expect(lines).toEqual({ title: 1, objective: 2, schedule: 3, 'schedule.every': 3 });
    expect(said).toEqual({
      ...{ id: 'x', file: 'goals/x.yml', blob: 'b10b', title: 'Keep order', objective: 'Do it.' },
      schedule: { kind: 'every', minutes: 360, catchUp: 'once', catchUpWindowMinutes: 1440 },
      ...{ on: [], when: null, forEach: null },
      permissions: { read: ['**'], write: [], effects: ['draft_pull_request'] },
      limits: {
        ...{ minutes: 4, setupMinutes: 10, modelCalls: 20, attempts: 3, itemsPerWake: 10, tokens: 50_000 },
        ...{ tokensPerDay: 100_000, usdPerDay: null, usdPerMonth: null },
        ...{ openDrafts: 1, changedFiles: 20, changedLines: 500, repeats: 3 },
      },
      whenDraftIsOpen: 'wait',
      runsUnchanged: false,
      ...{ setup: [], checks: [], doneWhen: [], model: 'default', secondReader: 'default', enabled: true },
    });
  });

  it('is limited in dollars as soon as its model has a price', () => {
    const { limits } = goalOf(LEAST, { settings: PRICED });
    expect([limits.usdPerDay, limits.usdPerMonth]).toEqual([1, 10]);
  });

  it('never gets a default above the bound of the settings', () => {
    const settings = settingsOf('bounds: {minutes: 2, tokens: 1000}');
    const { limits } = goalOf(LEAST, { settings });
    expect([limits.minutes, limits.tokens, limits.modelCalls]).toEqual([2, 1000, 20]);
  });

  it.each([
    ['for_each: {issues: {labels: [a, b]}}', { kind: 'issues', labels: ['a', 'b'], drafts: 'together' }],
    ['for_each: {commits: true}', { kind: 'commits', drafts: 'together' }],
    [
      'for_each: {list: [a, b, a], drafts: per_item}',
      { kind: 'list', elements: ['a', 'b'], drafts: 'per_item' },
    ],
    [
      'for_each: {files: "**/*.md"}',
      { kind: 'files', pattern: '**/*.md', changed: false, drafts: 'together' },
    ],
  ])('may go through a queue: %s', (line, queue) => {
    expect(goalOf(withLine(line)).forEach).toEqual(queue);
  });

  it.each(WAKE_EVENTS)('may be woken by %s', (event) => {
    expect(goalOf(withLine(`on: [${event}, ${event}]`)).on).toEqual([event]);
  });

  it('may only look', () => {
    expect(goalOf(withLine('permissions: {effects: []}')).permissions.effects).toEqual([]);
  });

  it('may start with a byte order mark and have Windows line ends', () => {
    const goal = goalOf(`\uFEFF${LEAST.replaceAll('\n', '\r\n')}checks:\r\n  - npm test\r\n`);
    expect([goal.title, goal.checks]).toEqual(['Keep order', ['npm test']]);
  });
});

describe('a schedule', () => {
  it.each(['5m', '30m', '90m', '1h', '8h', '24h', '1d', '7d', '1440m'])('may come every %s', (every) => {
    expect(goalOf(scheduled(`{every: ${every}}`)).schedule.kind).toBe('every');
  });

  it.each([
    ['7h', '6h or 8h'],
    ['7m', '6m or 8m'],
    ['36h', '1d or 2d'],
    ['50m', '48m or 1h'],
    ['1439m', '12h or 1d'],
  ])('of every %s is refused, and %s offered', (every, offer) => {
    expectOne(goalProblems(scheduled(`{every: ${every}}`)), 'goals/x.yml:3:19', every, offer);
  });

  it.each([
    ['4m', 'at least 5m'],
    ['0h', 'not longer than zero'],
    ['6 hours', '30m, 6h or 1d'],
    ['1h30m', '30m, 6h or 1d'],
    ['-6h', '30m, 6h or 1d'],
    ['400d', 'at most 366d'],
    ['6', 'must be text, but is 6'],
  ])('of every %s is refused: %s', (every, reason) => {
    expectOne(goalProblems(scheduled(`{every: ${every}}`)), 'goals/x.yml:3:19', reason);
  });

  it.each([
    ['0 3 * * *', 1],
    ['*/5 * * * *', 1],
    ['0 3 * * 1', 7],
    ['0 3 * * 1,4', 4],
    ['0 3 1 * *', 31],
    ['0 3 * 1-11 *', 32],
    ['0 3 29 2 *', 1461],
  ])('by cron %s runs slots that were missed at most one interval ago', (cron, days) => {
    const { schedule } = { ...goalOf(scheduled(`{cron: "${cron}"}`)) };
    expect(schedule).toMatchObject({ pattern: cron, timezone: 'UTC', catchUpWindowMinutes: days * 1440 });
  });

  it('of several days runs slots that were missed one interval ago', () => {
    expect(goalOf(scheduled('{every: 3d}')).schedule).toMatchObject({ catchUpWindowMinutes: 3 * 1440 });
  });

  it.each([
    ['0 3 * *', 'has 4 fields'],
    ['0 0 3 * * 1', 'has 6 fields'],
    ['@daily', 'has 1 fields'],
    ['', 'has 0 fields'],
    ['61 * * * *', 'Invalid value'],
    ['a b c d e', 'illegal characters'],
    ['0 0 31 2 *', 'matches no date'],
    ['0 0 31 4,6 *', 'matches no date'],
    ['* * * * *', 'too often'],
    ['1,3 4 * * *', 'too often'],
  ])('by cron "%s" is refused: %s', (cron, reason) => {
    expectOne(goalProblems(scheduled(`{cron: "${cron}"}`)), 'goals/x.yml:3:18', reason);
  });

  it.each([
    ['Europe/Berln', 'did you mean Europe/Berlin?'],
    ['+01:00', 'IANA name'],
    ['Mars', 'not a time zone'],
  ])('in the time zone %s is refused: %s', (zone, reason) => {
    expectOne(
      goalProblems(scheduled(`{cron: "0 3 * * *", timezone: "${zone}"}`)),
      'goals/x.yml:3:41',
      reason,
    );
  });

  it('of one run has nothing else', () => {
    expect(goalOf(scheduled('{once: true}')).schedule).toEqual({ kind: 'once' });
    expectOne(goalProblems(scheduled('{once: true, catch_up: each}')), 'goals/x.yml:3:24', 'remove it');
    expectOne(goalProblems(scheduled('{once: false}')), 'goals/x.yml:3:18', 'must be true');
  });

  it.each(['{}', '{every: 6h, cron: "0 3 * * *"}', '{every: 6h, once: true}'])(
    'is exactly one of every, cron, once and never, not %s',
    (schedule) => {
      expectOne(
        goalProblems(scheduled(schedule)),
        'goals/x.yml:3:1',
        'exactly one of every, cron, once and never',
      );
    },
  );

  it('has a time zone only with cron', () => {
    expectOne(goalProblems(scheduled('{every: 6h, timezone: UTC}')), 'goals/x.yml:3:23', 'without `cron`');
  });
});

describe('a limit', () => {
  it.each([
    ['minutes', 30, 0.1],
    ['model_calls', 100, 1],
    ['attempts', 10, 1],
    ['items_per_wake', 100, 1],
    ['tokens', 500_000, 1000],
    ['tokens_per_day', 1_000_000, 1000],
    ['usd_per_day', 20, 0.01],
    ['usd_per_month', 200, 0.01],
    ['open_drafts', 10, 1],
    ['changed_files', 200, 1],
    ['changed_lines', 10_000, 1],
    ['repeats', 20, 2],
  ])('%s lies between its bounds, both possible', (name, most, least) => {
    const problems = (value: number) =>
      goalProblems(withLine(`limits: {${name}: ${value}}`), { settings: PRICED });
    const at = `goals/x.yml:4:${12 + name.length}`;
    expect([problems(most), problems(least)]).toEqual([[], []]);
    expectOne(problems(most + 1), at, `at most ${most}`, `bounds.${name}`, '.github/wakeful.yml');
    expectOne(problems(0), at, `at least ${least}`);
  });

  it.each(['.nan', '.inf', '"4"', 'true', '[4]', '1.5', '~'])('is a whole number, not %s', (value) => {
    expect(goalProblems(withLine(`limits: {model_calls: ${value}}`)).length).toBeGreaterThan(0);
  });

  it('in dollars needs a price, and both files are named', () => {
    const problems = goalProblems(withLine('limits: {usd_per_day: 1}'));
    expectOne(problems, 'goals/x.yml:4:10', 'no price', '.github/wakeful.yml', 'from goals/x.yml');
  });

  it('in dollars of all goals together needs a price as well', () => {
    const settings = {
      ...PRICED,
      models: settingsOf(null).models,
      budget: { ...PRICED.budget, usdPerDay: 1 },
    };
    expect(goalProblems(LEAST, { settings })[0]).toContain(
      'the total budget of .github/wakeful.yml counts dollars',
    );
  });
});

describe('a goal file that is wrong', () => {
  it.each([
    ['title: ""', 'must not be empty'],
    ['title: "a\\nb"', 'must be one line'],
    [`title: ${'t'.repeat(121)}`, 'at most 120 characters, but has 121'],
    ['title: 5', 'must be text, but is 5'],
    ['title:', 'must be text, but is nothing'],
  ])('in its title is refused: %s', (line, reason) => {
    expect(goalProblems(`${line}\nobjective: O\nschedule: {every: 6h}\n`).join()).toContain(reason);
  });

  it('in the length of its objective is refused, one character less is not', () => {
    const text = (length: number) => `title: T\nobjective: ${'o'.repeat(length)}\nschedule: {every: 6h}\n`;
    expect(goalProblems(text(8000))).toEqual([]);
    expectOne(goalProblems(text(8001)), 'goals/x.yml:2:12', 'at most 8000 characters, but has 8001');
  });

  it.each(['title', 'objective', 'schedule'])('lacks %s', (field) => {
    const text = LEAST.split('\n')
      .filter((line) => !line.startsWith(field))
      .join('\n');
    expectOne(goalProblems(text), 'goals/x.yml:1:1', `\`${field}\` is missing`, `right is e.g. \`${field}: `);
  });

  it.each([
    ['enabledd: true', '4:1', 'did you mean `enabled`?'],
    ['doneWhen: []', '4:1', 'did you mean `done_when`?'],
    ['for-each: {commits: true}', '4:1', 'did you mean `for_each`?'],
    ['tokens: 5', '4:1', 'did you mean `limits.tokens`?'],
    ['limits: {modelCalls: 5}', '4:10', 'did you mean `model_calls`?'],
    ['permissions: {wirte: []}', '4:15', 'did you mean `write`?'],
    ['for_each: {issues: {label: [x], labels: [x]}}', '4:21', 'did you mean `labels`?'],
    [
      'when: {queue_at_last: 5, queue_at_least: 5}\nfor_each: {commits: true}',
      '4:8',
      'did you mean `queue_at_least`?',
    ],
    ['budget: 5', '4:1', 'known fields: title, objective'],
  ])('has an unknown field and hears the nearest name: %s', (line, at, hint) => {
    expectOne(goalProblems(withLine(line)), `goals/x.yml:${at}`, 'is not known', hint);
  });

  it('hears of a misspelt field that it needs only once', () => {
    expectOne(goalProblems(LEAST.replace('title', 'titel')), 'goals/x.yml:1:1', 'did you mean `title`?');
  });

  it('hears what is wrong with a field also beside a misspelt copy of it', () => {
    const problems = goalProblems(withLine('limits: {minutes: -4, minute: 5}'));
    expect(problems.map((problem) => /^goals\/x\.yml:([\d:]+):/.exec(problem)?.[1])).toEqual([
      '4:19',
      '4:23',
    ]);
  });

  it.each([
    [
      'for_each: {}',
      '4:1',
      'exactly one of files, issues, commits, list, findings, command, runs, pull_requests and releases, but has none',
    ],
    ['for_each: {files: a, commits: true}', '4:1', 'but has files and commits'],
    ['for_each: {commits: true, changed: true}', '4:27', 'without `files`'],
    ['for_each: {commits: false}', '4:21', 'must be true'],
    ['for_each: {list: []}', '4:18', 'must not be empty'],
    ['for_each: {list: [""]}', '4:19', 'must not be empty'],
    ['for_each: {issues: {}}', '4:12', 'says nothing of which issues'],
    ['for_each: {issues: {unlabelled: true, without: [x]}}', '4:21', 'does not go with'],
    ['for_each: {files: "a/*", target: "b/{path}"}', '4:34', '{path}'],
    ['for_each: {files: "a/*", target: "b/c.md"}', '4:34', '{rest} or {name}'],
    ['for_each: {files: "a/*", target: "../{rest}"}', '4:34', 'a path from the root'],
    ['for_each: {commits: true, target: "b/{rest}"}', '4:27', 'no effect without `files`'],
    ['for_each: {files: "a/*", target_missing: true}', '4:26', 'no effect without `target`'],
    ['permissions: {effects: [unlabel_issue]}', '4:15', '`permissions.labels` names'],
    ['for_each: {issues: {quiet_for: 3w}}', '4:32', '3w'],
    ['for_each: {pull_requests: {}}', '4:12', 'says nothing of which pull requests'],
    ['for_each: {pull_requests: {authors: [friend]}}', '4:38', 'friend'],
    ['for_each: {pull_requests: {merged: true, quiet_for: 3d}}', '4:42', 'does not go with `merged`'],
    ['for_each: {pull_requests: {labels: [Wakeful-Alert]}}', '4:37', "one of the agent's own"],
    ['for_each: {runs: {}}', '4:12', 'workflows'],
    ['for_each: {runs: {workflows: []}}', '4:30', 'must not be empty'],
    ['for_each: {runs: {workflows: [wake.yml]}}', '4:31', "one of the agent's own"],
    ['for_each: {runs: {workflows: [CI]}}', '4:31', 'not the name of a workflow file'],
    ['for_each: {runs: {workflows: [../ci.yml]}}', '4:31', 'not the name of a workflow file'],
    ['for_each: {runs: {workflows: [ci.yml], branch: wakeful/a/b-1}}', '4:48', "a branch of the agent's own"],
    ['for_each: {runs: {workflows: [ci.yml], branch: wakeful-state}}', '4:48', 'the state branch'],
    ['for_each: {runs: {workflows: [ci.yml], branch: "release/*"}}', '4:48', 'not the name of a branch'],
    ['for_each: {issues: {labels: []}}', '4:29', 'must not be empty'],
    ['for_each: {issues: {labels: [a, Wakeful-Alert]}}', '4:33', "one of the agent's own"],
    ['for_each: {files: "!a"}', '4:19', 'takes away'],
    ['for_each: {commits: true, drafts: each}', '4:35', 'together, per_item'],
    ['when: {queue_at_least: 5}', '4:1', 'no `for_each`'],
    ['when: {queue_at_least: 0}\nfor_each: {commits: true}', '4:24', 'at least 1'],
    ['when: {}\nfor_each: {commits: true}', '4:1', 'is missing'],
    ['on: push', '4:5', 'must be a list'],
    ['on: [psuh]', '4:6', 'did you mean "push"?'],
    ['on: [schedule]', '4:6', 'belongs under `schedule`'],
    ['on: [workflow_dispatch]', '4:6', 'a person can start every goal'],
    ['on: [pull_request_target]', '4:6', 'use pull_request'],
    ['permissions: {write: [docs/**], effects: []}', '4:15', 'draft_pull_request'],
    ['permissions: {write: [docs/**], effects: [comment_on_issue]}', '4:15', 'cannot be used'],
    ['permissions: {effects: [open_isue]}', '4:25', 'did you mean "open_issue"?'],
    ['permissions: {write: ["!a"]}', '4:22', 'take away'],
    ['permissions: [read]', '4:14', 'must be a mapping of fields, but is a list'],
    ['limits: 5', '4:9', 'must be a mapping of fields, but is 5'],
    ['model: defalt', '4:8', 'did you mean "default"?'],
    ['when_draft_is_open: updat', '4:21', 'did you mean "update"?'],
    ['second_reader: defalt', '4:16', 'which .github/wakeful.yml does not name'],
    ['second_reader: 3', '4:16', 'must be true, false or a name, but is 3'],
    ['enabled: "yes"', '4:10', 'must be true or false'],
    ['setup: npm ci', '4:8', 'must be a list'],
    ['setup: [""]', '4:9', 'must not be empty'],
    ['checks: ["a\\nb"]', '4:10', 'must be one line'],
    ['done_when: [5]', '4:13', 'must be text'],
  ])('is refused: %s', (line, at, reason) => {
    expectOne(goalProblems(withLine(line)), `goals/x.yml:${at}`, reason);
  });

  it.each([
    ['../secrets', 'leaves the repository'],
    ['docs/../../x', 'leaves the repository'],
    ['/etc/**', 'not relative'],
    ['C:/x', 'not relative'],
    ['~/x', 'not relative'],
    ['', 'must not be empty'],
    [' ', 'must not be empty'],
    ['docs/', 'write "docs/**"'],
    ['./docs', 'leave ./ out'],
    ['docs//x', 'empty folder name'],
    ['docs\\\\x', 'backslash'],
    ['+(a|b)', 'has a group'],
    ['src/!(test)/**', 'has a group'],
    ['docs/?(s).md', 'has a group'],
    ['src/*.[ch]', 'may be a name or one of these characters'],
    ['v[12]/a.md', 'may be a name or one of these characters'],
    ['v[[:digit:]]/a.md', 'may be a name or one of these characters'],
    ['“docs/**”', 'quotes of its own'],
    ["'docs/**'", 'quotes of its own'],
    ['docs/{1..3}.md', 'has a row such as {1..3}'],
    ['docs/[z-a].md', 'has a range from back to front'],
  ])('has a glob that is refused: "%s"', (glob, reason) => {
    expectOne(goalProblems(withLine(`permissions: {read: ["${glob}"]}`)), 'goals/x.yml:4:22', reason);
  });

  it('has all its problems reported at once, in the order of the file', () => {
    const problems = goalProblems(
      'titel: T\nobjective: 5\nschedule: {every: 7h, catch_up: twice}\nlimits: {minutes: 99, tokenz: 1}\non: push\n',
    );
    expect(problems.map((problem) => problem.split(': ')[0])).toEqual([
      'goals/x.yml:1:1',
      'goals/x.yml:2:12',
      'goals/x.yml:3:19',
      'goals/x.yml:3:33',
      'goals/x.yml:4:19',
      'goals/x.yml:4:23',
      'goals/x.yml:5:5',
    ]);
  });
});

describe('the name of a goal file', () => {
  it.each(['a.yml', 'docs-index.yml', 'v2-notes.yml', '0.yml'])('may be %s', (name) => {
    expect(goalOf(LEAST, { file: `goals/${name}` }).id).toBe(name.slice(0, -4));
  });

  it.each([
    ['docs-index.yaml', 'rename it to docs-index.yml'],
    ['Docs_Index.yml', 'rename it to docs-index.yml'],
    ['My Goal.yml', 'rename it to my-goal.yml'],
    ['docsIndex.YML', 'rename it to docs-index.yml'],
    ['-a.yml', 'rename it to a.yml'],
    ['a--b.yml', 'rename it to a-b.yml'],
    ['.yml', 'docs-index.yml'],
    ['constructor.yml', 'rename the file'],
    [`${'a'.repeat(65)}.yml`, 'at most 64'],
    ['notes.txt', 'must end in .yml'],
  ])('%s is refused: %s', (name, hint) => {
    expectOne(goalProblems(LEAST, { file: `goals/${name}` }), `goals/${name}:1:1`, hint);
  });
});
