import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { type ScriptedModel, startScriptedModel } from '../../../src/rehearsal/model/server.ts';
import {
  type ForeignRepository,
  makeEmpty,
  makeHandbook,
  makeLibrary,
  makePython,
} from '../../support/git/foreign-repositories.ts';
import { firstMessage, type Played, play, post, type Task } from '../../support/git/scripted-driver.ts';

let model: ScriptedModel;

beforeAll(async () => {
  model = await startScriptedModel({ nonce: () => '0123456789abcdef0123456789abcdef', fraction: () => 0.5 });
});

afterAll(() => model.close());

const GOALS = new URL('../../../goals/', import.meta.url);

function objectiveOf(goal: string): string {
  const file = parse(readFileSync(new URL(`${goal}.yml`, GOALS), 'utf8')) as { objective: string };
  return file.objective;
}

const objective = {
  index: objectiveOf('docs-index'),
  links: objectiveOf('broken-links'),
  todo: objectiveOf('todo-digest'),
  changelog: objectiveOf('changelog-draft'),
};

function foreign(make: (folder: string) => ForeignRepository): ForeignRepository {
  const parent = mkdtempSync(join(tmpdir(), 'wakeful-foreign-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  return make(join(parent, 'repository'));
}

function gitOutput(folder: string, args: readonly string[]): string {
  return spawnSync('git', args, { cwd: folder, encoding: 'utf8' }).stdout;
}

function filesOf({ folder }: ForeignRepository): ReadonlyMap<string, string> {
  const paths = gitOutput(folder, ['ls-files', '-z'])
    .split('\0')
    .filter((path) => path !== '');
  const readable = paths.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(readable.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** The commits of the last month, as the agent prints them. */
function commitsOf({ folder }: ForeignRepository): readonly string[] {
  const log = gitOutput(folder, [
    'log',
    '--reverse',
    '--since=2026-10-22T12:00:00Z',
    '--format=%h %as %an: %s',
    '--abbrev=7',
  ]);
  return log.split('\n').filter((line) => line !== '');
}

function run(task: Partial<Task> & Pick<Task, 'objective'>): Promise<Played> {
  return play(model, { files: new Map(), ...task });
}

function pageLines(
  page: { readonly title: string; readonly path: string; readonly sentence: string },
  separator = ': ',
): string {
  return `- [${page.title}](${page.path})${separator}${page.sentence}`;
}

function edits(played: Played): readonly string[] {
  return played.tools.filter(({ name }) => /write|edit|delete/.test(name)).map(({ name }) => name);
}

describe('the index of docs', () => {
  test('gains every missing page, keeps lines by hand in their style and order, and drops dead ones', async () => {
    const library = foreign(makeLibrary);
    const played = await run({ objective: objective.index, files: filesOf(library) });
    expect(played.ending).toBe('finish');
    expect(played.files.get('docs/index.md')).toBe(
      [
        '# Kettle docs',
        '',
        'Start here.',
        '',
        '- [Options](options.md) – every option, by hand',
        ...library.facts.pages.map((page) => pageLines(page, ' – ')),
        '',
        'Ask on the forum for more.',
        '',
      ].join('\n'),
    );
    expect(played.said).toContain('docs/news-2019.md');
  });

  test.each([
    ['a Python project with odd paths', makePython],
    ['a handbook without an index', makeHandbook],
  ])('is made for %s', async (_, make) => {
    const repository = foreign(make);
    const played = await run({ objective: objective.index, files: filesOf(repository) });
    const index = played.files.get('docs/index.md')?.split('\n');
    for (const page of repository.facts.pages) expect(index).toContain(pageLines(page));
  });

  test('follows the folder and the file that an edited objective names', async () => {
    const edited = objective.index
      .replaceAll('docs/index.md', 'manual/list.md')
      .replaceAll('docs/', 'manual/');
    const files = new Map([
      ['manual/one.md', '# One\n\nThe first.\n'],
      ['docs/two.md', '# Two\n\nThe second.\n'],
    ]);
    const played = await run({ objective: edited, files });
    expect(played.files.get('manual/list.md')).toContain('- [One](one.md): The first.');
    expect(played.files.get('manual/list.md')).not.toContain('Two');
  });

  test('takes the summary from a page whose text begins late', async () => {
    const header = Array.from({ length: 70 }, (_, at) => `- point ${at}`).join('\n');
    const files = new Map([
      ['docs/late.md', `# Late\n\n${header}\n\nToo late to be seen.\n`],
      ['docs/soon.md', '# Soon\n\n> quoted\n\nSoon said.\n'],
    ]);
    const played = await run({ objective: objective.index, files });
    expect(played.files.get('docs/index.md')).toContain('- [Late](late.md)\n- [Soon](soon.md): Soon said.');
  });

  test('writes CR LF into a list that has it, and leaves every other byte alone', async () => {
    const files = new Map([
      ['docs/index.md', '# List\r\n\r\n- [A](a.md)\r\n\r\nEnd.\r\n'],
      ['docs/a.md', '# A\n'],
      ['docs/b.md', '# B\n\nBee.\n'],
    ]);
    const played = await run({ objective: objective.index, files });
    expect(played.files.get('docs/index.md')).toBe(
      '# List\r\n\r\n- [A](a.md)\r\n- [B](b.md): Bee.\r\n\r\nEnd.\r\n',
    );
  });

  test('writes what it has when the limits are near', async () => {
    const pages = Array.from({ length: 55 }, (_, at): [string, string] => [
      `docs/p${String(at).padStart(2, '0')}.md`,
      `# P${at}\n\nPage ${at}.\n`,
    ]);
    const warning = { after: 2, text: 'Little is left: 4 model calls.' };
    const played = await run({ objective: objective.index, files: new Map(pages), warning });
    expect(played.ending).toBe('finish');
    expect(played.files.get('docs/index.md')).toContain('- [P9](p09.md): Page 9.');
    expect(played.said).toContain('left 25 pages for the next time');
  });

  test('changes nothing the second time', async () => {
    const first = await run({ objective: objective.index, files: filesOf(foreign(makeLibrary)) });
    const second = await run({ objective: objective.index, files: first.files });
    expect(second).toMatchObject({ ending: 'finish', files: first.files });
    expect(edits(second)).toEqual([]);
  });
});

describe('broken links', () => {
  const FINDINGS = [
    '1 missing: B.md leads to B.md, which does not exist; b.md would be right',
    '3 anchor: b.md#pert names a heading that b.md does not have; b.md#part would be right',
    '5 missing: a page.md leads to a page.md, which does not exist; docs/a page.md would be right',
  ];
  const TEXT = '[x](B.md)\n\n[y](b.md#pert) [z](B.md)\n\n[w](<a page.md>)\n';

  test('are put right as the program says, and nothing else', async () => {
    const files = new Map([['a.md', TEXT]]);
    const played = await run({ objective: objective.links, files, item: 'a.md', findings: FINDINGS });
    expect(played.ending).toBe('finish');
    expect(played.files.get('a.md')).toBe('[x](b.md)\n\n[y](b.md#part) [z](B.md)\n\n[w](<docs/a page.md>)\n');
    expect(played.said).toContain('line 3: b.md#pert → b.md#part');
  });

  test('that several things can be meant by are left to a person, and named twice where that is asked for', async () => {
    const findings = ['1 missing: c.md leads to c.md, which does not exist; it may mean x/c.md or y/c.md'];
    const files = new Map([['a.md', '[x](c.md)\n']]);
    const task = { objective: objective.links, files, item: 'a.md', findings };
    const refusal =
      'Refused: 1 of 1 finding in a.md is left.\nIf the rest needs a person, say so in the summary and call finish once more.';
    const played = await run({ ...task, finishRefused: refusal });
    expect(played).toMatchObject({ ending: 'finish', answers: 2, files });
    expect(played.said).toContain('line 1: c.md leads to c.md');
  });

  test('are given up on without findings', async () => {
    expect(await run({ objective: objective.links, item: 'a.md' })).toMatchObject({
      ...{ ending: 'give_up', answers: 1 },
    });
  });
});

describe('the digest of comments', () => {
  const FIRST = [
    'missing: src/boil.js:3 is not listed: TODO(ada): stop at the *boiling* point',
    'missing: src/a/style.css:1 is not listed: HACK: the theme has no red',
    'missing: a.py:7 is not listed: FIXME: label the axes',
  ];

  test('is written where there is none, in order of path and line', async () => {
    const played = await run({ objective: objective.todo, item: 'docs/todo.md', findings: FIRST });
    expect(played.files.get('docs/todo.md')).toBe(
      [
        ...['# Left to do', '', '3 comments in 3 files, as the code has them.', ''],
        ...['## `a.py`', '', '- [Line 7](../a.py#L7) FIXME: label the axes', ''],
        ...[
          '## `src/boil.js`',
          '',
          '- [Line 3](../src/boil.js#L3) TODO(ada): stop at the \\*boiling\\* point',
          '',
        ],
        ...['## `src/a/style.css`', '', '- [Line 1](../src/a/style.css#L1) HACK: the theme has no red', ''],
      ].join('\n'),
    );
  });

  test('gains what is new and loses what is gone, and every other line stays', async () => {
    const first = await run({ objective: objective.todo, item: 'docs/todo.md', findings: FIRST });
    const findings = [
      '7 gone: a.py:7 is listed, and there is no such comment',
      'missing: a.py:9 is not listed: FIXME: label the axes',
      '11 other: src/boil.js:3 is listed with other words than: TODO: stop',
    ];
    const played = await run({
      objective: objective.todo,
      files: first.files,
      item: 'docs/todo.md',
      findings,
    });
    const entries = played.files
      .get('docs/todo.md')
      ?.split('\n')
      .filter((line) => line.startsWith('- '));
    expect(entries).toEqual([
      '- [Line 9](../a.py#L9) FIXME: label the axes',
      '- [Line 3](../src/boil.js#L3) TODO: stop',
      '- [Line 1](../src/a/style.css#L1) HACK: the theme has no red',
    ]);
  });

  test('is written in parts when one answer cannot hold it', async () => {
    const findings = Array.from(
      { length: 60 },
      (_, at) => `missing: src/f${at}.ts:1 is not listed: HACK: step ${at} ${'x'.repeat(40)}`,
    );
    const task = { objective: objective.todo, item: 'docs/todo.md', findings };
    const played = await run({ ...task, maxTokens: 700 });
    expect(played.withinMaxTokens).toBe(true);
    expect(edits(played).length).toBeGreaterThan(1);
    const whole = await run({ ...task, maxTokens: 100_000 });
    expect(edits(whole)).toEqual(['write_file']);
    expect(played.files.get('docs/todo.md')).toBe(whole.files.get('docs/todo.md'));
  });
});

describe('the changelog draft', () => {
  test('of a library adds each notable commit of the window to its group and touches nothing else', async () => {
    const library = foreign(makeLibrary);
    const before = filesOf(library);
    const played = await run({ objective: objective.changelog, files: before, commits: commitsOf(library) });
    const text = played.files.get('CHANGELOG.md') ?? '';
    const unreleased = text.slice(text.indexOf('## [Unreleased]'), text.indexOf('## [2.3.0]'));
    for (const { group, text: change } of library.facts.changes)
      expect(groupOf(unreleased, change)).toBe(group);
    for (const words of library.facts.unremarkable) expect(text).not.toContain(words);
    expect(groupOf(unreleased, 'The lid closes again.')).toBe('Fixed');
    const oldPart = (all = '') => all.slice(all.indexOf('## [2.3.0]'));
    expect(oldPart(text)).toBe(oldPart(before.get('CHANGELOG.md')));
    const headings = unreleased.split('\n').filter((line) => line.startsWith('### '));
    expect(headings).toEqual(['### Added', '### Removed', '### Fixed']);
  });

  test.each([
    ['a Python project', makePython],
    ['a handbook', makeHandbook],
  ])('of %s makes the file', async (_, make) => {
    const repository = foreign(make);
    const played = await run({
      objective: objective.changelog,
      files: filesOf(repository),
      commits: commitsOf(repository),
    });
    const text = played.files.get('CHANGELOG.md') ?? '';
    expect(text).toContain('# Changelog\n');
    for (const { group, text: change } of repository.facts.changes) expect(groupOf(text, change)).toBe(group);
  });

  test('adds nothing twice', async () => {
    const library = foreign(makeLibrary);
    const commits = commitsOf(library);
    const first = await run({ objective: objective.changelog, files: filesOf(library), commits });
    const second = await run({ objective: objective.changelog, files: first.files, commits });
    expect(edits(second)).toEqual([]);
    expect(second.said).toContain('already');
  });

  test('puts the section before the newest release when it is missing, in a file with CR LF', async () => {
    const files = new Map([['Changelog.md', '# Changes\r\n\r\n## 1.0.0\r\n\r\n* First.\r\n']]);
    const played = await run({
      objective: objective.changelog,
      files,
      commits: ['1234567 2026-11-01 Ada: Add a lid'],
    });
    expect(played.files.get('Changelog.md')).toBe(
      '# Changes\r\n\r\n## [Unreleased]\r\n\r\n### Added\r\n\r\n* Add a lid (1234567)\r\n\r\n## 1.0.0\r\n\r\n* First.\r\n',
    );
  });

  test('goes on reading a changelog that is cut', async () => {
    const old = Array.from({ length: 90 }, (_, at) => `- Old change ${at}`);
    const files = new Map([
      [
        'CHANGELOG.md',
        ['# Changelog', '', '## [Unreleased]', '', '### Fixed', '', ...old, '', '## 1.0', ''].join('\n'),
      ],
    ]);
    const commits = ['1234567 2026-11-01 Ada: Old change 88', '7654321 2026-11-02 Ada: Fix the tap'];
    const played = await run({
      objective: objective.changelog,
      files,
      commits,
      cut: { lines: 20, matches: 200 },
    });
    expect(played.files.get('CHANGELOG.md')).toContain('- Old change 89\n- Fix the tap (7654321)\n\n## 1.0');
    expect(played.files.get('CHANGELOG.md')?.match(/Old change 88/g)).toHaveLength(1);
  });
});

/** The `###` heading above the list line that holds these words. */
function groupOf(text: string, words: string): string | null {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith('- ') && line.includes(words));
  return (
    lines
      .slice(0, Math.max(0, at))
      .findLast((line) => line.startsWith('### '))
      ?.slice('### '.length) ?? null
  );
}

describe('a repository with nothing to do', () => {
  test.each([
    ['no docs', objective.index],
    ['no commits', objective.changelog],
  ])('%s: finishes without a change and says so', async (_, goal) => {
    const files = new Map([...filesOf(foreign(makeEmpty)), ['LICENSE.md', 'Do what you like.\n']]);
    const played = await run({ objective: goal, files });
    expect(played).toMatchObject({ ending: 'finish', files });
    expect(played.said).toMatch(/^(?:There |No |Every )/);
  });
});

describe('a refusal', () => {
  test.each([
    ['docs/index.md', objective.index, 1],
    ['docs/todo.md', objective.todo, 1],
    // An edit for each of two groups.
    ['CHANGELOG.md', objective.changelog, 2],
  ])('of %s is tried once, noted, and the end', async (path, goal, inOneAnswer) => {
    const library = foreign(makeLibrary);
    const task = { objective: goal, files: filesOf(library), commits: commitsOf(library), refused: [path] };
    const played = await run({ ...task, findings: ['missing: a.ts:1 is not listed: TODO: check'] });
    expect(played.ending).toBe('give_up');
    expect(edits(played)).toHaveLength(inOneAnswer);
    expect(played.notes.join()).toContain(`${path} must not be written`);
    expect(played.said).toContain(path);
  });

  test('of the finish is not argued with', async () => {
    const findings = ['missing: a.ts:1 is not listed: TODO: check'];
    const played = await run({
      objective: objective.todo,
      findings,
      finishRefused: 'Refused: npm test fails',
    });
    expect(played).toMatchObject({
      ending: 'give_up',
      said: 'The work could not be finished: npm test fails',
    });
  });
});

describe('the server', () => {
  const request = (content: string) => ({ model: 'any', messages: [{ role: 'user', content }] });

  test('gives the same answer to the same messages, whatever was asked in between', async () => {
    const body = JSON.stringify(request(firstMessage({ objective: objective.todo, files: new Map() })));
    const first = await (await post(model, body, model.key)).text();
    await post(model, JSON.stringify(request('something else')), model.key);
    expect(await (await post(model, body, model.key)).text()).toBe(first);
  });

  test('gives up on a goal that it does not know, and says what would help', async () => {
    const played = await run({ objective: 'Translate the docs into French.' });
    expect(played).toMatchObject({ ending: 'give_up', answers: 1 });
    expect(played.said).toMatch(/only the sample goals.*OPENAI_API_KEY.*OPENAI_BASE_URL.*OPENAI_MODEL/);
  });

  test('is not led by a goal that repository text states', async () => {
    const commits = [`1234567 2026-11-01 Eve: ${objective.todo.split('\n')[0]}`];
    expect(await run({ objective: 'Sing.', commits })).toMatchObject({ ending: 'give_up' });
  });

  test('counts usage as bytes by four, of the prompt and of the answer', async () => {
    const short = await (await post(model, JSON.stringify(request('a')), model.key)).json();
    const long = await (await post(model, JSON.stringify(request('a'.repeat(4001))), model.key)).json();
    const usage = (json: unknown) =>
      (json as { usage: { prompt_tokens: number; completion_tokens: number } }).usage;
    expect(usage(long).prompt_tokens - usage(short).prompt_tokens).toBe(1000);
    expect(usage(long).completion_tokens).toBe(usage(short).completion_tokens);
    expect(usage(long).completion_tokens).toBeGreaterThan(0);
  });

  test.each(['wrong', ''])('answers 401 to the key %j', async (key) => {
    const response = await post(model, JSON.stringify(request('a')), key);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid_api_key' } });
  });

  test.each([
    ['no JSON', '{"model":'],
    ['no messages', '{"model":"m"}'],
    ['an empty list', '{"model":"m","messages":[]}'],
    ['no model', '{"messages":[{"role":"user","content":"x"}]}'],
    ['an unknown role', '{"model":"m","messages":[{"role":"king","content":"x"}]}'],
    ['streaming', '{"model":"m","stream":true,"messages":[{"role":"user","content":"x"}]}'],
    ['no tokens', '{"model":"m","max_tokens":0,"messages":[{"role":"user","content":"x"}]}'],
  ])('answers 400 to a request with %s', async (_, body) => {
    const response = await post(model, body, model.key);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { type: 'invalid_request_error', message: expect.any(String) },
    });
  });

  test('answers 404 to other addresses, and is gone once closed', async () => {
    const other = await startScriptedModel({ nonce: () => 'ff', fraction: () => 0 });
    const headers = { authorization: `Bearer ${other.key}` };
    expect((await fetch(`${other.baseUrl}/models`, { headers })).status).toBe(404);
    expect(new URL(other.baseUrl).hostname).toBe('127.0.0.1');
    await other.close();
    await expect(fetch(`${other.baseUrl}/models`, { headers })).rejects.toThrow();
  });
});
