import { describe, expect, test } from 'vitest';
import { parseGoalFiles } from '../../../src/config/goal/goal-files.ts';
import { settingsInUse } from '../../../src/config/settings/settings-file.ts';
import type { GoalTree } from '../../../src/report/goals/goal-tree.ts';
import { goalsPreview } from '../../../src/report/goals/goals-preview.ts';
import { formatProblem } from '../../../src/report/problems/problem.ts';
import { asMasked } from '../../support/as-masked.ts';
import { inUse, LEAST } from '../config/reading.ts';

const NOW = Date.parse('2026-11-22T03:10:00Z');

interface Files {
  readonly settings?: string;
  readonly goals?: Readonly<Record<string, string>>;
  readonly unusable?: readonly string[];
}

function tree({ settings = '', goals = { x: LEAST }, unusable = [] }: Files): GoalTree {
  const read = settingsInUse(settings);
  const files = Object.entries(goals).map(
    ([id, text]) => [`goals/${id}.yml`, { blob: 'b10b', text }] as const,
  );
  const parsed = parseGoalFiles(new Map(files), inUse(read.settings));
  const problems = [...read.problems, ...parsed.problems].map(formatProblem);
  return {
    ...parsed,
    settings: read.settings,
    hasValidSettings: read.problems.length === 0,
    unusable,
    problems,
  };
}

function preview(before: Files, after: Files): string {
  return goalsPreview({
    before: asMasked(tree(before)),
    after: asMasked(tree(after)),
    comparedWith: asMasked('main'),
    now: NOW,
  });
}

/** The lines of a section. */
function section(text: string, title: string): readonly string[] {
  const [, body = ''] = text.split(`### ${title}\n`);
  return (body.split('\n### ')[0] ?? '').split('\n').filter((line) => line !== '');
}

const bold = (text: string) => section(text, 'What changes').filter((line) => /^- \*\*.*\*\*$/.test(line));

describe('in bold', () => {
  const base = `${LEAST}permissions: {read: ["docs/**"], write: ["docs/**"]}\nchecks: ["npm test", "npm run lint"]\n`;

  test.each([
    [
      'permissions.read',
      base.replace('read: ["docs/**"]', 'read: ["**", "!secret/**"]'),
      'adds `**`, `!secret/**`; removes `docs/**`',
    ],
    [
      'permissions.write',
      base.replace('write: ["docs/**"]', 'write: ["docs/**", "src/**"]'),
      'adds `src/**`',
    ],
    [
      'permissions.effects',
      base.replace('{read', '{effects: [draft_pull_request, comment_on_issue], read'),
      'adds `comment_on_issue`',
    ],
    ['setup', `${base}setup: ["curl https://a.example | sh"]`, '“curl https'],
    ['checks', base.replace('"npm test"', '"npm t"'), 'adds `npm t`; removes `npm test`'],
    ['checks', base.replace('"npm test", "npm run lint"', '"npm run lint", "npm test"'), 'in another order'],
    ['done_when', `${base}done_when: ["true"]`, 'adds `true`'],
  ])('stands a change of a goal: %s', (field, after, words) => {
    const lines = bold(preview({ goals: { x: base } }, { goals: { x: after } }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`**\`${field}\`: `);
    expect(lines[0]?.replaceAll('\\', '')).toContain(words);
  });

  test.each([
    ['models.default.model', 'models: {default: {model: big}}', '`gpt-5-mini` → `big`'],
    [
      'models.default.base_url',
      'models: {default: {model: gpt-5-mini, base_url: "https://a.example/v1"}}',
      'not set → `https://a.example/v1`',
    ],
    ['protected_paths', 'protected_paths: ["infra/**"]', 'adds `infra/**`'],
    ['secret_patterns', 'secret_patterns: ["acme_[a-z]{9}"]', 'adds `acme_[a-z]{9}`'],
    ['state_branch', 'state_branch: other-state', '`wakeful-state` → `other-state`'],
  ])('stands a change of the settings: %s', (field, after, words) => {
    expect(bold(preview({}, { settings: after }))).toEqual([`- **\`${field}\`: ${words}**`]);
  });

  test('stands the model that a goal asks now', () => {
    const settings =
      'models: {default: {model: small}, other: {model: big, base_url: "https://a.example/v1"}}';
    const text = preview({ settings }, { settings, goals: { x: `${LEAST}model: other` } });
    expect(bold(text)).toEqual(['- **`model`: `default` → `other`**']);
    expect(section(text, 'What each goal may do').at(-1)).toContain('`big` at `https://a.example/v1`');
  });

  test('stands all that a new goal may do', () => {
    const text = preview({ goals: {} }, { goals: { x: base } });
    expect(text).toContain('**New goal** `x`:');
    expect(bold(text)).toEqual([
      '- **`model`: `default`**',
      '- **`permissions.read`: `docs/**`**',
      '- **`permissions.write`: `docs/**`**',
      '- **`permissions.effects`: `draft_pull_request`**',
      '- **`checks`: `npm test`, `npm run lint`**',
    ]);
  });

  test('stands nothing else: limits, schedule, title, budget', () => {
    const after = `${base.replace('Keep order', 'Keep more order').replace('6h', '1h')}limits: {minutes: 9}\n`;
    const text = preview(
      { goals: { x: base } },
      { goals: { x: after }, settings: 'budget: {tokens_per_day: 9000}' },
    );
    expect(bold(text)).toEqual([]);
    expect(section(text, 'What changes')).toEqual([
      'Compared with `main`.',
      'No base URL, no model, no permission and no command changes.',
      'Settings:',
      '- `budget.tokens_per_day`: `500,000` → `9,000`',
      'Goal `x`:',
      '- `title`: the text changes',
      '- `schedule`: `every 6 hours, catch up once within 1 d` → `every hour, catch up once within 1 d`',
      '- `limits.minutes`: `4` → `9`',
    ]);
  });
});

describe('what changes', () => {
  test('is nothing where nothing changes', () => {
    expect(section(preview({}, {}), 'What changes')).toEqual([
      'Compared with `main`.',
      'No base URL, no model, no permission and no command changes.',
    ]);
  });

  test('names goals that come, go, break and are mended', () => {
    const broken = { x: 'title: 1\n' };
    expect(preview({}, { goals: {} })).toContain('Goal `x` is removed.');
    expect(preview({ goals: {} }, { goals: broken, unusable: ['x'] })).toContain(
      '**New goal** `x` would not run',
    );
    expect(preview({}, { goals: broken, unusable: ['x'] })).toContain('**Goal** `x` would no longer run');
    const mended = preview({ goals: broken, unusable: ['x'] }, {});
    expect(mended).toContain('**Goal** `x`, which did not run so far');
    expect(bold(mended)).toContain('- **`permissions.read`: `**`**');
  });

  test('does not say that nothing weighs while a file cannot be read', () => {
    const words = 'No base URL, no model';
    expect(preview({}, { goals: { x: 'title: 1\n' }, unusable: ['x'] })).not.toContain(words);
    expect(preview({}, { settings: 'models: 3' })).not.toContain(words);
  });

  test('says that settings which are not valid let no goal run', () => {
    const text = preview({}, { settings: 'budgets: {}' });
    expect(text).toContain('.github/wakeful.yml:1:1');
    expect(text).toContain('**No goal would run**');
  });
});

describe('the tables', () => {
  test('give the next ten slots of each goal', () => {
    const text = preview({}, {});
    const row = section(text, 'When, and the most that can be spent').find((line) =>
      line.startsWith('| `x`'),
    );
    expect(row).toContain('| every 6 hours |');
    expect(row).toContain('| 22 Nov 06:00, 22 Nov 12:00, 22 Nov 18:00, 23 Nov 00:00, ');
    expect(row?.match(/\d\d:\d\d/g)).toHaveLength(10);
  });

  test.each([
    [LEAST.replace('{every: 6h}', '{once: true}'), '| once | the next run |'],
    [`${LEAST}enabled: false`, '| none: it is not enabled | 0 tokens, $0 |'],
    [
      `${LEAST}on: [push, release]\nfor_each: {commits: true}\nwhen: {queue_at_least: 5}`,
      'every 6 hours; or on push, release; or when 5 tasks wait',
    ],
  ])('say when %j is due', (goal, words) => {
    expect(preview({}, { goals: { x: goal } })).toContain(words);
  });

  test('give the most of a day and a month, of each goal and of all', () => {
    const settings =
      'models: {default: {model: m, price: {in: 1, out: 2}}}\nbudget: {tokens_per_day: 150000}';
    const rows = section(
      preview({}, { settings, goals: { x: LEAST, y: LEAST } }),
      'When, and the most that can be spent',
    );
    expect(rows.filter((row) => row.includes('100,000 tokens, $0.2000'))).toHaveLength(2);
    expect(rows.find((row) => row.includes('All goals'))).toContain('**150,000 tokens, $0.4000**');
  });

  test('say that dollars are not known without a price, and which variables they do not see', () => {
    const text = preview({}, {});
    expect(text).toContain('the settings give no price for `default`');
    expect(text).toContain('`OPENAI_BASE_URL`');
  });
});

describe('whatever the files hold', () => {
  test('has no effect in the Markdown', () => {
    const goal = [
      'title: "x"',
      'objective: "Do it."',
      'schedule: {every: 6h}',
      'permissions: {write: ["a`|b/**", "<img src=x>/**"]}',
      'checks: ["echo `<b>` | @ada [x](http://a.example) **"]',
    ].join('\n');
    const text = preview({}, { goals: { x: goal } });
    const outsideOfSpans = text.replace(/\\./g, '').replace(/`[^`\n]*`/g, '');
    expect(outsideOfSpans).not.toMatch(/<|\]\(/);
    expect(text).toContain('“echo `<b>` \\| @');
    expect(text).not.toContain('@ada');
    for (const row of text.split('\n').filter((line) => line.startsWith('| `x`'))) {
      expect(row.replaceAll('\\|', '').split('|')).toHaveLength(row.includes('every') ? 7 : 9);
    }
  });

  test('fits into a summary, changed goals first, and what is cut is counted in bold', () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`g${1000 + n}`, LEAST]));
    const long = Array.from({ length: 100 }, (_, n) => `"${'d'.repeat(100)}${n}/**"`).join(', ');
    const changed = Object.fromEntries(
      Object.entries(many).map(([id, text]) => [
        id,
        id < 'g1300' ? `${text}permissions: {write: [${long}]}\n` : text,
      ]),
    );
    const text = preview({ goals: many }, { goals: changed });
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
    expect(text).toMatch(/\*\*\d+ more changes did not fit in here\. Look at the files\.\*\*/);
    expect(text).toContain('And 300 more goals, which the total counts as well.');
    expect(section(text, 'What each goal may do')[2]).toMatch(/^\| `g1000`/);
  });

  test('fits into a summary with any number of problems', () => {
    const bad = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`b${n}`, 'titel: x\n']));
    const text = preview({}, { goals: bad, unusable: Object.keys(bad) });
    expect(section(text, 'Problems').filter((line) => line.startsWith('- '))).toHaveLength(101);
    expect(text).toContain('\n- And 800 more problems.\n');
  });
});

describe('what each goal may do', () => {
  const row = (goal: string, settings = '') => {
    const text = preview({}, { goals: { x: LEAST + goal }, settings });
    const line = section(text, 'What each goal may do').find((each) => each.startsWith('| `x`')) ?? '';
    return line.split(' | ');
  };

  test('claims no draft and no deletion where no path may be written', () => {
    expect(row('permissions: {effects: [draft_pull_request, open_issue]}\n').slice(2, 5)).toEqual([
      'nothing',
      'nothing',
      '`open_issue`',
    ]);
  });

  test('names what the settings take away, which file a task may write, and the labels that it may set', () => {
    const own = row(
      'for_each: {findings: links}\npermissions: {write: ["**"]}\n',
      'protected_paths: ["legal/**"]\n',
    );
    expect(own[2]).toBe('`**`, each task its own file only, but nothing in `legal/**`');
    const labels = row('permissions: {effects: [label_issue], labels: [bug, docs]}\n');
    expect(labels[4]).toBe('`label_issue`, only the labels `bug`, `docs`');
  });
});
