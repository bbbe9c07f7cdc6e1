/** What linters print that their documentation does not show. */
import { describe, expect, test } from 'vitest';
import type { FindingFormat } from '../../../src/core/goal.ts';
import { withoutRest } from '../../../src/core/text/steps.ts';
import { readFormat } from '../../../src/finders/linters/read-format.ts';

const FOLDER = '/tmp/work/tree';

function read(format: FindingFormat, output: unknown): readonly string[] | string {
  const text = typeof output === 'string' ? output : JSON.stringify(output);
  const reading = withoutRest(readFormat(format, { text, folder: FOLDER }));
  if (reading.kind === 'unreadable') return reading.why;
  return reading.findings.map(({ path, line, rule, text: said }) => `${path}:${line} ${rule} ${said}`);
}

describe('lines', () => {
  test.each([
    ['in colours', '\u001b[1mdocs/a.md\u001b[0m:\u001b[33m3\u001b[0m:1: \u001b[31mwrong\u001b[0m'],
    ['with links for a terminal', '\u001b]8;;file:///x\u0007docs/a.md:3:1\u001b]8;;\u0007: wrong'],
    ['with a range of columns', 'docs/a.md:3:1-5: wrong'],
    ['as commands for GitHub', '::error file=docs/a.md,line=3,col=1::wrong'],
  ])('%s name a place', (_, text) => {
    expect(read('lines', text)).toEqual(['docs/a.md:3 finding wrong']);
  });

  test.each([
    '12:30:45: started',
    'http://localhost:3000: listening',
    'Error: connect ECONNREFUSED 127.0.0.1:5432: refused',
  ])('name none by %j', (text) => {
    expect(withoutRest(readFormat('lines', { text, folder: FOLDER }))).toMatchObject({ kind: 'unreadable' });
  });
});

describe('JSON', () => {
  const file = (name: string, line: unknown = 1) => [
    { filePath: `${FOLDER}/${name}`, messages: [{ ruleId: 'x', message: 'm', line, column: 1 }] },
  ];

  test('behind a byte order mark, with figures as text', () => {
    expect(read('eslint', `\uFEFF${JSON.stringify(file('a.js', '3'))}`)).toEqual(['a.js:3 x m']);
  });

  test('of several runs, one line each', () => {
    const text = [file('a.js'), file('b.js')].map((each) => JSON.stringify(each)).join('\n');
    expect(read('eslint', `${text}\n`)).toEqual(['a.js:1 x m', 'b.js:1 x m']);
    const objects = ['a.py', 'b.py'].map((filename) =>
      JSON.stringify({ filename, code: 'F1', message: 'm' }),
    );
    expect(read('ruff', objects.join('\n'))).toEqual(['a.py:0 F1 m', 'b.py:0 F1 m']);
  });

  test('that tells of a file that was left out', () => {
    const message = 'File ignored because of a matching ignore pattern.';
    const messages = [{ ruleId: null, fatal: false, severity: 1, message }];
    expect(read('eslint', [{ filePath: `${FOLDER}/a.js`, messages }])).toEqual([]);
  });
});

describe('SARIF', () => {
  const at = (more: object) => [{ physicalLocation: { region: { startLine: 2 }, ...more } }];
  const FILE = at({ artifactLocation: { uri: 'a.c' } });
  const sarif = (result: object, run: object = {}) => ({
    version: '2.1.0',
    runs: [{ ...run, results: [{ ruleId: 'R7', message: { text: 'm' }, locations: FILE, ...result }] }],
  });
  const RULE = { id: 'R7', messageStrings: { d: { text: 'Do not {0}.' } } };

  test.each<[string, object, object, string]>([
    [
      'a file by its index',
      { locations: at({ artifactLocation: { index: 0 } }) },
      { artifacts: [{ location: { uri: 'a.c' } }] },
      'a.c:2 R7 m',
    ],
    ['a file behind a place without one', { locations: [{}, ...FILE] }, {}, 'a.c:2 R7 m'],
    [
      'a file below a folder',
      { locations: at({ artifactLocation: { uri: 'a.c', uriBaseId: 'SRC' } }) },
      { originalUriBaseIds: { SRC: { uri: `file://${FOLDER}/sub/` } } },
      'sub/a.c:2 R7 m',
    ],
    [
      'a rule by its index',
      { ruleId: null, ruleIndex: 0 },
      { tool: { driver: { rules: [RULE] } } },
      'a.c:2 R7 m',
    ],
    [
      'the words of the rule',
      { ruleIndex: 0, message: { id: 'd', arguments: ['shout'] } },
      { tool: { driver: { rules: [RULE] } } },
      'a.c:2 R7 Do not shout.',
    ],
    [
      'a wish to look away that was turned down',
      { suppressions: [{ kind: 'external', status: 'rejected' }] },
      {},
      'a.c:2 R7 m',
    ],
  ])('names %s', (_, result, run, said) => {
    expect(read('sarif', sarif(result, run))).toEqual([said]);
  });

  test.each([
    ['is gone', { baselineState: 'absent' }],
    ['is only told', { level: 'none' }],
    ['somebody has agreed to', { suppressions: [{ kind: 'inSource' }] }],
  ])('names nothing that %s', (_, result) => {
    expect(read('sarif', sarif(result))).toEqual([]);
  });

  test('of a program that has failed is not taken for a clean one', () => {
    const runs = [{ invocations: [{ executionSuccessful: false }], results: null }];
    expect(read('sarif', { version: '2.1.0', runs })).toContain('executionSuccessful: false');
  });
});
