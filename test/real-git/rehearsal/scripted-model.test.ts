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
    const pages = Array.from({ length: 35 }, (_, at): [string, string] => [
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
  async function mendAll(repository: ForeignRepository, page: string): Promise<Played> {
    return run({ objective: objective.links, files: filesOf(repository), item: page });
  }

  test.each([
    ['a JavaScript library', makeLibrary],
    ['a Python project', makePython],
    ['a handbook', makeHandbook],
  ])(
    'are mended in %s where one answer exists, reported where none does, and left alone where fine',
    async (_, make) => {
      const { facts, ...repository } = foreign(make);
      const pages = new Set([...facts.mendable, ...facts.hopeless, ...facts.fine].map(({ page }) => page));
      expect(pages.size).toBeGreaterThan(0);
      for (const page of pages) {
        const played = await mendAll({ facts, ...repository }, page);
        const text = played.files.get(page);
        for (const link of facts.mendable.filter((one) => one.page === page)) {
          expect(text).toContain(link.mended);
          expect(text).not.toContain(link.broken);
        }
        for (const link of facts.hopeless.filter((one) => one.page === page)) {
          expect(text).toContain(link.broken);
          expect(played.said).toContain(link.broken);
        }
        for (const one of facts.fine.filter((link) => link.page === page)) expect(text).toContain(one.link);
      }
    },
  );

  const SITE = new Map([
    ['docs/a page.md', '# A page\n\n## What it does\n\n## What it does\n\n<a id="by-hand"></a>\n'],
    ['docs/b.md', '# B\n'],
    ['img/x.png', ''],
    ['sub/deep/only.md', '# Only\n'],
  ]);

  test.each([
    ['[x](docs/a%20page.md)', '[x](docs/a%20page.md)'],
    ['[x](docs/A%20page.md)', '[x](docs/a%20page.md)'],
    ['[x](<docs/A page.md> "t")', '[x](<docs/a page.md> "t")'],
    ['[x](docs/B.md?plain=1#b)', '[x](docs/b.md?plain=1#b)'],
    ['[x](docs/b)', '[x](docs/b.md)'],
    ['[x](docs/b.html)', '[x](docs/b.md)'],
    ['[x](./only.md)', '[x](./sub/deep/only.md)'],
    ['[x](docs/)', '[x](docs/)'],
    ['[x](Docs/)', '[x](docs/)'],
    ['![x](x.png)', '![x](img/x.png)'],
    ['[![x](x.png)](b.md)', '[![x](img/x.png)](docs/b.md)'],
    ['<img src="x.png">', '<img src="img/x.png">'],
    ['[x][r]\n\n[r]: only.md', '[x][r]\n\n[r]: sub/deep/only.md'],
    ['[x](docs/a%20page.md#what-it-does-1)', '[x](docs/a%20page.md#what-it-does-1)'],
    ['[x](docs/a%20page.md#by-hand)', '[x](docs/a%20page.md#by-hand)'],
    ['[x](docs/a%20page.md#by_hand)', '[x](docs/a%20page.md#by-hand)'],
    ['## Its own part\n\n[x](#its-own-prat)', '## Its own part\n\n[x](#its-own-part)'],
    [
      '[x](#top) [y](/docs/none.md) [z](mailto:a@b.example)',
      '[x](#top) [y](/docs/none.md) [z](mailto:a@b.example)',
    ],
    ['~~~\n[x](only.md)\n~~~', '~~~\n[x](only.md)\n~~~'],
    ['    [x](only.md)', '    [x](only.md)'],
    ['`` [x](only.md) ` ``', '`` [x](only.md) ` ``'],
    ['<!-- [x](only.md) -->', '<!-- [x](only.md) -->'],
    ['[x](only(1).md) [y]({{ page }})', '[x](only(1).md) [y]({{ page }})'],
    ['[x](../../issues/1)', '[x](../../issues/1)'],
  ])('%j becomes %j', async (text, expected) => {
    const files = new Map([...SITE, ['start.md', `# Start\n\n${text}\n`]]);
    const played = await run({ objective: objective.links, files, item: 'start.md' });
    expect(played.ending).toBe('finish');
    expect(played.files.get('start.md')).toBe(`# Start\n\n${expected}\n`);
  });

  test('in a file that must not be written are proposed in the summary, without an attempt', async () => {
    const files = new Map([...SITE, ['.github/help.md', 'See [x](only.md).\n']]);
    const played = await run({ objective: objective.links, files, item: '.github/help.md' });
    expect(edits(played)).toEqual([]);
    expect(played.said).toContain('only.md → ../sub/deep/only.md');
  });

  test('are mended in a repository that is too large to list', async () => {
    const crowd = Array.from({ length: 500 }, (_, at): [string, string] => [`many/f${at}.txt`, '']);
    const text = (only: string, b: string) => `[x](${only}) [y](${b}) [z](docs/none.md)\n`;
    const files = new Map([...SITE, ...crowd, ['start.md', text('only.md', 'docs/B.md')]]);
    const played = await run({ objective: objective.links, files, item: 'start.md', cut: { paths: 50 } });
    expect(played.files.get('start.md')).toBe(text('sub/deep/only.md', 'docs/b.md'));
    expect(played.said).toContain('docs/none.md does not exist');
  });

  test('of decorated HTML are left alone, and files that every project has are not taken for moved ones', async () => {
    const text = '<a href="#maintenance-ada">Ada</a> [s](docs/SECURITY.md)\n';
    const files = new Map([...SITE, ['other/SECURITY.md', ''], ['start.md', text]]);
    const played = await run({ objective: objective.links, files, item: 'start.md' });
    expect(played.files.get('start.md')).toBe(text);
    expect(played.said).toContain('docs/SECURITY.md');
    expect(played.said).not.toContain('maintenance-ada');
  });

  test('in a long page are found, and the summary says how far it was checked', async () => {
    const filler = Array.from({ length: 1_600 }, () => 'Words.').join('\n');
    const files = new Map([...SITE, ['start.md', `[x](only.md)\n${filler}\n[y](only.md)\n`]]);
    const played = await run({ objective: objective.links, files, item: 'start.md' });
    expect(played.files.get('start.md')).toBe(`[x](sub/deep/only.md)\n${filler}\n[y](only.md)\n`);
    expect(played.said).toContain('Only its first 1500 lines were checked.');
    expect(played.answers).toBeLessThanOrEqual(6);
  });

  test('are given up on when the items are not Markdown files', async () => {
    expect(await run({ objective: objective.links, item: 'the window' })).toMatchObject({
      ending: 'give_up',
      answers: 1,
    });
  });

  test('in a page without any cost one reading', async () => {
    const played = await run({ objective: objective.links, files: SITE, item: 'docs/b.md' });
    expect(played.tools.map(({ name }) => name)).toEqual(['read_file']);
    expect(played.said).toBe('Every relative link of docs/b.md leads somewhere.');
  });
});

describe('the digest of comments', () => {
  test.each([
    ['a JavaScript library', makeLibrary],
    ['a Python project', makePython],
  ])('of %s lists the comments, and nothing that only looks like one', async (_, make) => {
    const repository = foreign(make);
    const played = await run({ objective: objective.todo, files: filesOf(repository) });
    const digest = played.files.get('docs/todo.md') ?? '';
    const listed = digest.split('\n').filter((line) => line.startsWith('- '));
    expect(listed).toEqual(
      repository.facts.todos.map(({ path, line, text }) => `- [Line ${line}](../${path}#L${line}) ${text}`),
    );
    for (const { path } of repository.facts.todos) expect(digest).toContain(`## \`${path}\``);
  });

  test('lists only the markers that an edited objective names', async () => {
    const edited = objective.todo.replace('TODO, FIXME, XXX and HACK', 'FIXME');
    const played = await run({ objective: edited, files: filesOf(foreign(makeLibrary)) });
    expect(played.files.get('docs/todo.md')).toContain('FIXME');
    expect(played.files.get('docs/todo.md')).not.toMatch(/TODO|HACK/);
  });

  test('is complete although every search is cut: it goes on folder by folder', async () => {
    const name = (at: number) => `src/m${at % 4}/f${at}.ts`;
    const files = new Map(Array.from({ length: 40 }, (_, at) => [name(at), `// TODO: task number ${at}.\n`]));
    const played = await run({ objective: objective.todo, files, cut: { lines: 5, matches: 12 } });
    const digest = played.files.get('docs/todo.md') ?? '';
    expect(digest).not.toContain('Not all are listed');
    for (let at = 0; at < 40; at += 1) expect(digest).toContain(`TODO: task number ${at}.`);
    const again = await run({
      objective: objective.todo,
      files: played.files,
      cut: { lines: 50, matches: 12 },
    });
    expect(edits(again)).toEqual([]);
  });

  test('is written in parts when one answer cannot hold it', async () => {
    const files = new Map(
      Array.from({ length: 60 }, (_, at) => [`src/f${at}.ts`, `// HACK: step ${at} ${'x'.repeat(40)}\n`]),
    );
    const played = await run({ objective: objective.todo, files, maxTokens: 700 });
    expect(played.withinMaxTokens).toBe(true);
    expect(edits(played).length).toBeGreaterThan(1);
    const whole = await run({ objective: objective.todo, files, maxTokens: 100_000 });
    expect(edits(whole)).toEqual(['write_file']);
    expect(played.files.get('docs/todo.md')).toBe(whole.files.get('docs/todo.md'));
  });

  test('changes with the code, and only then', async () => {
    const first = await run({ objective: objective.todo, files: filesOf(foreign(makeLibrary)) });
    const second = await run({ objective: objective.todo, files: first.files });
    expect(edits(second)).toEqual([]);
    const changed = new Map(first.files).set('src/style.css', 'a { color: blue }\n');
    const third = await run({ objective: objective.todo, files: changed });
    expect(third.files.get('docs/todo.md')).not.toContain('HACK');
    expect(third.files.get('docs/todo.md')).toContain('FIXME');
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
    ['no docs', objective.index, undefined],
    ['no comments', objective.todo, undefined],
    ['no commits', objective.changelog, undefined],
    ['no links', objective.links, 'LICENSE.md'],
  ])('%s: finishes without a change and says so', async (_, goal, item) => {
    const files = new Map([...filesOf(foreign(makeEmpty)), ['LICENSE.md', 'Do what you like.\n']]);
    const played = await run({ objective: goal, files, ...(item === undefined ? {} : { item }) });
    expect(played).toMatchObject({ ending: 'finish', files });
    expect(played.said).toMatch(/^(?:There |No |Every )/);
  });
});

describe('a refusal', () => {
  test.each([
    ['docs/index.md', objective.index, 'give_up', undefined],
    ['docs/todo.md', objective.todo, 'give_up', undefined],
    ['CHANGELOG.md', objective.changelog, 'give_up', undefined],
    ['README.md', objective.links, 'finish', 'README.md'],
  ])('of %s is tried once, noted, and the end', async (path, goal, ending, item) => {
    const library = foreign(makeLibrary);
    const task = { objective: goal, files: filesOf(library), commits: commitsOf(library), refused: [path] };
    const played = await run({ ...task, ...(item === undefined ? {} : { item }) });
    expect(played.ending).toBe(ending);
    expect(edits(played)).toHaveLength(1);
    expect(played.notes.join()).toContain(`${path} must not be written`);
    expect(played.said).toContain(path);
  });

  test('of the finish is not argued with', async () => {
    const files = new Map([['src/a.ts', '// TODO: check\n']]);
    const played = await run({ objective: objective.todo, files, finishRefused: 'Refused: npm test fails' });
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
