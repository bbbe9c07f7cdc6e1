import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLogLines, decodeState, encodeState } from '../../../src/config/state/state-files.ts';
import { Halt } from '../../../src/core/ending.ts';
import { asMasked } from '../../support/as-masked.ts';
import { goalProblems, LEAST, settingsProblems } from './reading.ts';
import { FULL, filesOf } from './state-samples.ts';

/** Pieces that files are made of, and pieces that break them. */
const PIECES = [
  ...[
    'title',
    'objective',
    'schedule',
    'every',
    'cron',
    'limits',
    'minutes',
    'for_each',
    'files',
    'permissions',
  ],
  ...[
    'models',
    'default',
    'model',
    'budget',
    'price',
    'secret_patterns',
    'on',
    'checks',
    '<<',
    '__proto__',
    'then',
  ],
  ...[
    ': ',
    ':',
    '\n',
    '\n  ',
    '\n    ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ', ',
    '"',
    "'",
    '#',
    '|',
    '>',
    '&a ',
    '*a',
    '!t ',
  ],
  ...[
    '---\n',
    '%YAML 1.1\n',
    '? ',
    '\t',
    '\r\n',
    '\0',
    '\uFEFF',
    '\uD800',
    '~',
    'null',
    'true',
    '1',
    '-1',
    '.nan',
  ],
  ...['6h', '7h', '0 3 * * 1', '0 0 31 2 *', '**', '../x', '(a+)+', '1e999', '0x10', '😀'],
];
const made = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const text = fc.oneof(
  made,
  fc.string({ unit: 'binary', maxLength: 200 }),
  made.map((end) => LEAST + end),
);
/** `file:line:column: …` in one line without control characters. */
const PROBLEM = /^[^\p{Cc}]+:[1-9]\d*:[1-9]\d*: [^\p{Cc}]+$/u;

const json = fc.jsonValue({ maxDepth: 4 });

describe('whatever a file holds', () => {
  it('a goal file is a goal or a list of well-formed problems', () => {
    fc.assert(
      fc.property(text, (content) => {
        for (const problem of goalProblems(content)) expect(problem).toMatch(PROBLEM);
      }),
      { numRuns: 1500 },
    );
  });

  it('a settings file is settings or a list of well-formed problems', () => {
    fc.assert(
      fc.property(text, (content) => {
        for (const problem of settingsProblems(content)) expect(problem).toMatch(PROBLEM);
      }),
      { numRuns: 1500 },
    );
  });

  it('any value in any field is judged without an exception', () => {
    const fields = fc.constantFrom(
      ...[
        'title',
        'objective',
        'schedule',
        'on',
        'when',
        'for_each',
        'permissions',
        'limits',
        'setup',
        'model',
      ],
      ...[
        'models',
        'budget',
        'bounds',
        'draft',
        'commit',
        'alerts',
        'state_branch',
        'secret_patterns',
        'enabled',
      ],
    );
    fc.assert(
      fc.property(fields, json, (field, value) => {
        const content = `${JSON.stringify(field)}: ${JSON.stringify(value)}\n`;
        const problems = [...goalProblems(content), ...settingsProblems(content)];
        for (const problem of problems) expect(problem).toMatch(PROBLEM);
      }),
      { numRuns: 1500 },
    );
  });

  it('any file name is judged without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        for (const problem of goalProblems(LEAST, { file: `goals/${name}.yml` }))
          expect(problem).toMatch(PROBLEM);
      }),
    );
  });

  it('a state file is read or halts as bad_state_file', () => {
    const good = [...filesOf(encodeState(null, asMasked(FULL)))];
    const broken = fc.oneof(
      fc.string(),
      json.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...good), broken, fc.nat(), ([path, whole], other, length) => {
        for (const content of [other, whole.slice(0, length % whole.length)]) {
          try {
            decodeState(new Map([...good, [path, content]]));
          } catch (error) {
            expect(error).toBeInstanceOf(Halt);
            expect(String(error)).toContain(`bad_state_file: ${path}: `);
          }
        }
      }),
    );
  });

  it('a log is read with every line either an entry or reported', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            json.map((value) => JSON.stringify(value)),
          ),
        ),
        (lines) => {
          const written = lines
            .join('\n')
            .split('\n')
            .filter((line) => line.trim() !== '');
          const { entries, unreadable } = decodeLogLines(lines.join('\n'));
          expect(entries.length + unreadable.length).toBe(written.length);
        },
      ),
    );
  });
});

describe('fields from the future', () => {
  it('survive in every file, whatever they hold', () => {
    const name = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).map((key) => `x_${key}`);
    fc.assert(
      fc.property(fc.dictionary(name, json), (unknown) => {
        const plain = JSON.parse(JSON.stringify(unknown));
        const files = [...filesOf(encodeState(null, asMasked(FULL)))].map(([path, content]) =>
          path.endsWith('.json')
            ? ([path, JSON.stringify({ ...JSON.parse(content), ...plain })] as const)
            : ([path, content] as const),
        );
        const state = decodeState(new Map(files));
        const rewritten = filesOf(encodeState(null, asMasked(state)));
        for (const [path, content] of files) {
          if (!path.endsWith('.json')) continue;
          expect(JSON.parse(rewritten.get(path) ?? 'null')).toEqual(JSON.parse(content));
        }
        expect(encodeState(state, asMasked(decodeState(rewritten)))).toEqual(new Map());
      }),
    );
  });
});
