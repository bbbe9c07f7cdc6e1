/**
 * Repositories as other people keep them, made afresh in a folder, with facts planted in them that a good draft shows.
 * Dates are fixed, so the same commits have the same ids on every machine.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface ForeignRepository {
  readonly folder: string;
  readonly facts: ForeignFacts;
}

export interface ForeignFacts {
  readonly branch: string;
  /** Pages below `docs/` that the index lacks, with the summary that it should give. */
  readonly pages: readonly { readonly path: string; readonly title: string; readonly sentence: string }[];
  /** Links with one answer: as they are, and as they should be. */
  readonly mendable: readonly { readonly page: string; readonly broken: string; readonly mended: string }[];
  /** Broken links without one answer. */
  readonly hopeless: readonly { readonly page: string; readonly broken: string }[];
  /** Links that are right, or are none, and must stay as they are. */
  readonly fine: readonly { readonly page: string; readonly link: string }[];
  readonly todos: readonly { readonly path: string; readonly line: number; readonly text: string }[];
  /** Words of commits that belong into a changelog, with their groups. */
  readonly changes: readonly { readonly group: string; readonly text: string }[];
  /** Words of commits that do not. */
  readonly unremarkable: readonly string[];
}

interface Commit {
  readonly subject: string;
  /** ISO time. */
  readonly at: string;
  readonly author?: string;
  readonly files?: Readonly<Record<string, string | Buffer>>;
}

const NO_FACTS: Omit<ForeignFacts, 'branch'> = {
  pages: [],
  mendable: [],
  hopeless: [],
  fine: [],
  todos: [],
  changes: [],
  unremarkable: [],
};

function git(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const isolated = {
    PATH: process.env['PATH'],
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    env: { ...isolated, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')} failed: ${stderr}`);
  return stdout.trim();
}

function start(folder: string, branch: string): void {
  mkdirSync(folder, { recursive: true });
  git(folder, ['init', '--quiet', `--initial-branch=${branch}`]);
  git(folder, ['config', 'core.autocrlf', 'false']);
}

function write(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function commit(folder: string, { subject, at, author = 'Ada Berg', files = {} }: Commit): void {
  write(folder, files);
  git(folder, ['add', '--all', '--force']);
  const email = `${author.toLowerCase().replaceAll(' ', '.')}@mail.example`;
  git(folder, ['commit', '--quiet', '--allow-empty', '--message', subject], {
    GIT_AUTHOR_NAME: author,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: author,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: at,
  });
}

function page(title: string, ...paragraphs: readonly string[]): string {
  return `${[`# ${title}`, ...paragraphs].join('\n\n')}\n`;
}

/** A date that lies `days` before `now`, so that windows of any test clock can hold the commits. */
function before(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString();
}

const FOREIGN_NOW = new Date('2026-11-22T12:00:00Z');

/** (i) A JavaScript library: docs with an index, broken links, comments to do, a changelog, a month of commits. */
export function makeLibrary(folder: string, now: Date = FOREIGN_NOW): ForeignRepository {
  start(folder, 'main');
  commit(folder, { subject: 'Start the kettle library', at: before(now, 200), files: LIBRARY_FILES });
  const log: readonly (readonly [string, number, string?])[] = [
    ['feat: boil several kettles at once (#41)', 20],
    ['Fix the whistle that never stopped', 16],
    ['chore: bump the linter', 15],
    ['Merge pull request #42 from kettle/whistle', 14],
    ['wakeful: mend three links', 12, 'wakeful'],
    ['Remove the copper preset', 9],
    ['Try a louder whistle', 8],
    ['Revert "Try a louder whistle"', 7],
    ['Write the limescale warning once a week', 3],
  ];
  for (const [subject, days, author] of log) {
    commit(folder, { subject, at: before(now, days), ...(author === undefined ? {} : { author }) });
  }
  return { folder, facts: LIBRARY_FACTS };
}

const LIBRARY_FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "kettle", "version": "2.3.0", "type": "module" }\n',
  'README.md': page(
    'Kettle',
    'Boils water from JavaScript.',
    'Read [how to install](docs/instal/setup.md) and [the options](docs/Options.md "all of them").',
    '![The logo](assets/logo.png) and [a web page](https://example.com/docs/none.md).',
    '```md\n[an example](docs/never-there.md)\n```',
    'See `[code](gone.md)`, [the boiling point](docs/options.md#boiling-pont) and [help][help].',
    'What about [the recipe](docs/recipe.md)? Or [two answers](notes.md)?',
    '[help]: <docs/help me.md>',
  ),
  'docs/index.md': page(
    'Kettle docs',
    'Start here.',
    ['- [Options](options.md) – every option, by hand', '- [Old news](news-2019.md) – gone long ago'].join(
      '\n',
    ),
    'Ask on the forum for more.',
  ),
  'docs/options.md': page('Options', 'Each option in turn.', '## Boiling point', 'In degrees.'),
  'docs/setup.md': page('Setting up', 'Install it with **npm**, e.g. globally. Then call `boil()`.'),
  'docs/guide/first-cup.md': `---\ntitle: Your first cup\n---\n\n![badge](https://example.com/badge.svg)\n\nA cup of tea
in [three steps](../setup.md).\n\nMore.\n`,
  'docs/guide/Help Me.md': page('Help', 'Whom to ask when nothing boils.'),
  'a/notes.md': page('Notes A', 'One.'),
  'b/notes.md': page('Notes B', 'Two.'),
  'assets/img/logo.png': 'not really a picture\n',
  'src/boil.js': [
    "const label = 'TODO: not a comment';",
    'export function boil() {',
    '  // TODO(ada): stop at the boiling point of the place',
    '  return label; // plain words',
    '}',
    '/* FIXME the whistle is a semitone flat */',
    '',
  ].join('\n'),
  'src/style.css': 'a { color: red } /* HACK: the theme has no red */\n',
  'test/fixtures/sample.js': '// TODO: part of a sample\n',
  'CHANGELOG.md': [
    '# Changelog',
    '',
    '## [Unreleased]',
    '',
    '### Fixed',
    '',
    '- The lid closes again.',
    '',
    '## [2.3.0] - 2026-01-05',
    '',
    '### Added',
    '',
    '- Presets.',
    '',
    '[Unreleased]: https://example.com/compare/v2.3.0...HEAD',
    '',
  ].join('\n'),
};

const LIBRARY_FACTS: ForeignFacts = {
  branch: 'main',
  pages: [
    { path: 'setup.md', title: 'Setting up', sentence: 'Install it with npm, e.g. globally.' },
    { path: 'guide/Help%20Me.md', title: 'Help', sentence: 'Whom to ask when nothing boils.' },
    { path: 'guide/first-cup.md', title: 'Your first cup', sentence: 'A cup of tea in three steps.' },
  ],
  mendable: [
    { page: 'README.md', broken: '(docs/instal/setup.md)', mended: '(docs/setup.md)' },
    {
      page: 'README.md',
      broken: '(docs/Options.md "all of them")',
      mended: '(docs/options.md "all of them")',
    },
    { page: 'README.md', broken: '(assets/logo.png)', mended: '(assets/img/logo.png)' },
    {
      page: 'README.md',
      broken: '(docs/options.md#boiling-pont)',
      mended: '(docs/options.md#boiling-point)',
    },
    { page: 'README.md', broken: '[help]: <docs/help me.md>', mended: '[help]: <docs/guide/Help Me.md>' },
  ],
  hopeless: [
    { page: 'README.md', broken: 'docs/recipe.md' },
    { page: 'README.md', broken: 'notes.md' },
  ],
  fine: [
    { page: 'README.md', link: '[an example](docs/never-there.md)' },
    { page: 'README.md', link: '`[code](gone.md)`' },
    { page: 'README.md', link: '[a web page](https://example.com/docs/none.md)' },
  ],
  todos: [
    { path: 'src/boil.js', line: 3, text: 'TODO(ada): stop at the boiling point of the place' },
    { path: 'src/boil.js', line: 6, text: 'FIXME: the whistle is a semitone flat' },
    { path: 'src/style.css', line: 1, text: 'HACK: the theme has no red' },
  ],
  changes: [
    { group: 'Added', text: 'Boil several kettles at once (#41)' },
    { group: 'Fixed', text: 'Fix the whistle that never stopped' },
    { group: 'Removed', text: 'Remove the copper preset' },
    { group: 'Added', text: 'Write the limescale warning once a week' },
  ],
  unremarkable: ['bump the linter', 'Merge pull request', 'mend three links', 'louder whistle'],
};

/** (ii) A Python project: branch `trunk`, CRLF, odd paths, a binary, a submodule, an LFS pointer, an executable. */
export function makePython(folder: string, now: Date = FOREIGN_NOW): ForeignRepository {
  start(folder, 'trunk');
  write(folder, PYTHON_FILES);
  chmodSync(join(folder, 'tools/release.sh'), 0o755);
  git(folder, ['update-index', '--add', '--cacheinfo', `160000,${'5'.repeat(40)},vendor/lib`]);
  mkdirSync(join(folder, 'vendor/lib'), { recursive: true });
  commit(folder, { subject: 'Plot tides', at: before(now, 90) });
  commit(folder, { subject: 'Support spring tides', at: before(now, 5), author: 'José Ñandú' });
  return { folder, facts: PYTHON_FACTS };
}

const CRLF_PAGE = ['# Tides', '', 'See [the harbour](harbor.md).', '', 'High and low.', ''].join('\r\n');

const PYTHON_FILES: Readonly<Record<string, string | Buffer>> = {
  'setup.py': '# TODO: drop this file\nfrom setuptools import setup\nsetup()\n',
  'tides/plot.py':
    'def plot():\n    """FIXME: label the axes"""\n    text = "# TODO: only text"\n    return text\n',
  'docs/tides.md': CRLF_PAGE,
  'docs/harbour/harbor.md': '# The harbour\r\n\r\nWhere the gauge stands.\r\n',
  'docs/über uns.md': '# Über uns\n\nWir messen das Wasser.\n',
  'docs/it\'s "quoted".md': '# Quoted\n\nA name with marks in it.\n',
  'docs/two\nlines.md': '# Two lines\n\nA name with a line break.\n',
  'docs/submodule.md': '# Library\n\nSee [the library](../vendor/lib/docs/tides.md).\n',
  'data/gauge.bin': Buffer.from([0, 1, 2, 255, 254, 0, 10]),
  'data/model.pt': `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 123456\n`,
  'tools/release.sh': '#!/bin/sh\n# XXX: asks for no confirmation\necho released\n',
  '.gitattributes': '*.pt filter=lfs diff=lfs merge=lfs -text\n',
  '.gitmodules': '[submodule "vendor/lib"]\n\tpath = vendor/lib\n\turl = https://example.com/lib.git\n',
};

const PYTHON_FACTS: ForeignFacts = {
  ...NO_FACTS,
  branch: 'trunk',
  pages: [
    { path: 'tides.md', title: 'Tides', sentence: 'See the harbour.' },
    { path: 'harbour/harbor.md', title: 'The harbour', sentence: 'Where the gauge stands.' },
    { path: '%C3%BCber%20uns.md', title: 'Über uns', sentence: 'Wir messen das Wasser.' },
    { path: 'it%27s%20%22quoted%22.md', title: 'Quoted', sentence: 'A name with marks in it.' },
  ],
  mendable: [{ page: 'docs/tides.md', broken: '(harbor.md)', mended: '(harbour/harbor.md)' }],
  fine: [{ page: 'docs/submodule.md', link: '[the library](../vendor/lib/docs/tides.md)' }],
  todos: [
    { path: 'setup.py', line: 1, text: 'TODO: drop this file' },
    { path: 'tides/plot.py', line: 2, text: 'FIXME: label the axes' },
    { path: 'tools/release.sh', line: 2, text: 'XXX: asks for no confirmation' },
  ],
  changes: [{ group: 'Added', text: 'Support spring tides' }],
};

/** (iii) Only documentation: no changelog, no code, no index. */
export function makeHandbook(folder: string, now: Date = FOREIGN_NOW): ForeignRepository {
  start(folder, 'main');
  commit(folder, { subject: 'Begin the handbook', at: before(now, 300), files: HANDBOOK_FILES });
  commit(folder, { subject: 'Explain holidays', at: before(now, 2) });
  return {
    folder,
    facts: {
      ...NO_FACTS,
      branch: 'main',
      pages: [
        { path: 'README.md', title: 'Handbook', sentence: 'How we work.' },
        { path: 'people/holidays.md', title: 'Holidays', sentence: 'Thirty days a year!' },
      ],
      mendable: [
        { page: 'docs/README.md', broken: '(people/holidays)', mended: '(people/holidays.md)' },
        {
          page: 'docs/README.md',
          broken: '(people/holidays.html#carry-over)',
          mended: '(people/holidays.md#carry-over)',
        },
      ],
      changes: [{ group: 'Changed', text: 'Explain holidays' }],
    },
  };
}

const HANDBOOK_FILES: Readonly<Record<string, string>> = {
  'docs/README.md': page(
    'Handbook',
    'How we work.',
    'See [holidays](people/holidays) and [more](people/holidays.html#carry-over).',
  ),
  'docs/people/holidays.md': page(
    'Holidays',
    'Thirty days a year! Ask early.',
    '## Carry over',
    'Until March.',
  ),
};

/** (iv) Almost nothing: one file, one old commit. */
export function makeEmpty(folder: string, now: Date = FOREIGN_NOW): ForeignRepository {
  start(folder, 'main');
  commit(folder, {
    subject: 'Initial commit',
    at: before(now, 700),
    files: { LICENSE: 'Do what you like.\n' },
  });
  return { folder, facts: { ...NO_FACTS, branch: 'main' } };
}
