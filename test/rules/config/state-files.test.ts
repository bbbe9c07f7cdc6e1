import { describe, expect, it } from 'vitest';
import {
  decodeLogLines,
  decodeState,
  emptyState,
  encodeLogLine,
  encodeState,
} from '../../../src/config/state/state-files.ts';
import { Halt } from '../../../src/core/ending.ts';
import { asMasked } from '../../support/as-masked.ts';
import { CHECKPOINT, ENTRY, FULL, filesOf, LEASE, REQUEST } from './state-samples.ts';

const FILES = filesOf(encodeState(null, asMasked(FULL)));

/** The halt that reading these files ends in. */
function haltOf(files: ReadonlyMap<string, string>): Halt {
  try {
    decodeState(files);
  } catch (error) {
    if (error instanceof Halt) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

function withFile(path: string, text: string): ReadonlyMap<string, string> {
  return new Map([...FILES, [path, text]]);
}

describe('a state', () => {
  it('reads back as it was written, with every field', () => {
    expect(decodeState(FILES)).toEqual(FULL);
  });

  it('lies in these files', () => {
    expect([...FILES.keys()].sort()).toEqual([
      'state/STOP',
      'state/alerts.json',
      'state/budget.json',
      'state/checkpoints/docs-index.json',
      'state/lock.json',
      'state/requests/r1.json',
      'state/status.json',
    ]);
  });

  it('is written with two spaces, a line break at the end and the version first', () => {
    const text = FILES.get('state/lock.json') ?? '';
    expect(text.startsWith('{\n  "version": 1,\n  "repository": "acme/site",\n  "epoch": 7,\n')).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('gives the same text whatever the order of its keys', () => {
    const reversed = Object.fromEntries(Object.entries(CHECKPOINT).reverse());
    const again = { ...FULL, checkpoints: { 'docs-index': { ...reversed, ...CHECKPOINT } } };
    expect(encodeState(FULL, asMasked(again))).toEqual(new Map());
  });

  it('keeps fields that this program does not know, on every level', () => {
    const text = JSON.stringify({
      ...CHECKPOINT,
      from_the_future: { a: [1, { b: null }] },
      counters: { ...CHECKPOINT.counters, later: 9 },
      constructor: 'odd',
    });
    const before = decodeState(withFile('state/checkpoints/docs-index.json', text));
    const checkpoint = before.checkpoints['docs-index'] ?? CHECKPOINT;
    const after = { ...before, checkpoints: { 'docs-index': { ...checkpoint, dead_wakes: 2 } } };
    const written = encodeState(before, asMasked(after)).get('state/checkpoints/docs-index.json') ?? '';
    expect(JSON.parse(written)).toEqual({ ...JSON.parse(text), dead_wakes: 2 });
  });

  it('with only a lock is otherwise empty', () => {
    const files = filesOf(encodeState(null, asMasked(emptyState('acme/site'))));
    expect([...files.keys()]).toEqual(['state/lock.json']);
    expect(decodeState(files)).toEqual(emptyState('acme/site'));
  });

  it('is stopped by the presence of the file, even an empty one', () => {
    expect(decodeState(withFile('state/STOP', '')).stop).toBe('');
  });

  it('ignores other files and folders', () => {
    const odd = [
      'README.md',
      'state/notes.txt',
      'state/STOP/reason',
      'state/checkpoints/README.md',
      'state/checkpoints/old/a.json',
      'state/checkpoints/.a.json',
      'state/requests/x.txt',
      'state/log/2026-11-22.jsonl',
    ];
    expect(decodeState(new Map([...FILES, ...odd.map((path) => [path, '{'] as const)]))).toEqual(FULL);
  });
});

describe('a change of state', () => {
  it('writes nothing when nothing differs', () => {
    expect(encodeState(FULL, asMasked(FULL))).toEqual(new Map());
    expect(encodeState(FULL, asMasked(structuredClone(FULL)))).toEqual(new Map());
  });

  it('writes only the files that differ, and removes those that are gone', () => {
    const after = {
      ...FULL,
      lock: { ...FULL.lock, epoch: 8 },
      requests: {},
      checkpoints: { ...FULL.checkpoints, other: { ...CHECKPOINT, goal: 'other' } },
      stop: null,
    };
    const changes = encodeState(FULL, asMasked(after));
    expect([...changes].map(([path, text]) => [path, text === null]).sort()).toEqual([
      ['state/STOP', true],
      ['state/checkpoints/other.json', false],
      ['state/lock.json', false],
      ['state/requests/r1.json', true],
    ]);
  });

  it('writes the text of a stop as it is', () => {
    expect(encodeState(emptyState('a/b'), asMasked({ ...emptyState('a/b'), stop: 'why' }))).toEqual(
      new Map([['state/STOP', 'why']]),
    );
    expect(encodeState(FULL, asMasked({ ...FULL, stop: 'another' }))).toEqual(
      new Map([['state/STOP', 'another']]),
    );
  });

  it('never writes what could not be read again', () => {
    const lease = { ...LEASE, expires_at: 'soon' };
    const broken = { ...FULL, lock: { ...FULL.lock, leases: { 'docs-index': lease } } };
    expect(() => encodeState(FULL, asMasked(broken))).toThrow('leases.docs-index.expires_at');
  });
});

describe('a state file that cannot be trusted', () => {
  const lock = FILES.get('state/lock.json') ?? '';
  const json = (value: unknown) => JSON.stringify(value);

  it.each([
    ['empty', 'state/budget.json', '', 'is empty'],
    ['cut off', 'state/lock.json', lock.slice(0, 90), 'cut off'],
    ['no JSON', 'state/status.json', '<<<<<<< HEAD\n', 'not valid JSON'],
    ['a list', 'state/alerts.json', '[]', 'must contain a JSON object, but contains a list'],
    ['null', 'state/alerts.json', 'null', 'must contain a JSON object'],
    [
      'without a version',
      'state/alerts.json',
      '{"alerts":{}}',
      'version must be a whole number, but is nothing',
    ],
    [
      'with a text as version',
      'state/alerts.json',
      '{"version":"1","alerts":{}}',
      'version must be a whole number',
    ],
    [
      'with two versions',
      'state/alerts.json',
      '{"version":1,"alerts":{},"version":1}',
      '"version" is given twice',
    ],
    [
      'with a doubled key',
      'state/budget.json',
      '{"version":1,"days":{},"months":{"2026-11":{"a\\"":{},"a\\"":{}}}}',
      'given twice',
    ],
    ['of the wrong type', 'state/budget.json', json({ version: 1, days: [], months: {} }), '"days"'],
    [
      'with a missing field',
      'state/lock.json',
      json({ version: 1, repository: 'a/b', epoch: 1 }),
      '"leases"',
    ],
    ['with a negative number', 'state/lock.json', lock.replace('"epoch": 7', '"epoch": -7'), '"epoch"'],
    [
      'with a bad time',
      'state/lock.json',
      lock.replace('03:13:00Z', '99:13:00Z'),
      '"leases.docs-index.expires_at" is not a time',
    ],
    [
      'with an unknown ending',
      'state/checkpoints/docs-index.json',
      json(CHECKPOINT).replace('time_limit', 'exploded'),
      'ending',
    ],
    [
      'with an unknown kind of request',
      'state/requests/r1.json',
      json({ ...REQUEST, kind: 'dance' }),
      '"kind"',
    ],
    [
      'of another goal',
      'state/checkpoints/copy.json',
      json(CHECKPOINT),
      'its goal is "docs-index", but the file\'s name says "copy"',
    ],
    ['of another request', 'state/requests/r2.json', json(REQUEST), 'its id is "r1"'],
  ])('is %s: a bad_state_file that names it and what to do', (_, path, text, words) => {
    const halt = haltOf(withFile(path, text));
    expect(halt.ending).toBe('bad_state_file');
    expect(halt.detail).toContain(`${path}: `);
    expect(halt.detail).toContain(words);
    expect(halt.detail).toContain('; what to do: ');
    expect(halt.detail).not.toContain('\n');
  });

  it('from a newer program asks for that program', () => {
    const halt = haltOf(withFile('state/lock.json', lock.replace('"version": 1', '"version": 2')));
    expect(halt.detail).toContain('it has version 2, and this program reads version 1');
    expect(halt.detail).toContain('what to do: use a program that reads version 2');
  });

  it('from an older program asks to migrate', () => {
    const halt = haltOf(withFile('state/lock.json', lock.replace('"version": 1', '"version": 0')));
    expect(halt.detail).toContain('`migrate`');
  });

  it('is a lock that is missing', () => {
    for (const files of [new Map(), new Map([...FILES].filter(([path]) => path !== 'state/lock.json'))]) {
      const halt = haltOf(files);
      expect([halt.ending, halt.detail]).toEqual([
        'bad_state_file',
        expect.stringContaining('state/lock.json: the file is missing; what to do: '),
      ]);
    }
  });
});

describe('the activity log', () => {
  it('has one line an entry and reads back', () => {
    const { data: _, ...short } = ENTRY;
    const text = encodeLogLine(asMasked(ENTRY)) + encodeLogLine(asMasked(short));
    expect(text.split('\n')).toHaveLength(3);
    expect(decodeLogLines(text)).toEqual({ entries: [ENTRY, short], unreadable: [] });
  });

  it('has its fields in the documented order', () => {
    const keys = Object.keys(JSON.parse(encodeLogLine(asMasked(ENTRY))));
    expect(keys).toEqual(['ts', 'level', 'event', 'message', 'wake', 'goal', 'item', 'data']);
  });

  it('loses no line to a bad one, and says which those are', () => {
    const line = encodeLogLine(asMasked(ENTRY));
    const unknown = line.replace('wake_started', 'wake_danced');
    const { entries, unreadable } = decodeLogLines(
      `${line}{"ts":\n\n${line}[]\n${unknown}${line}${line.slice(0, 40)}`,
    );
    expect(entries).toEqual([ENTRY, ENTRY, ENTRY]);
    expect(unreadable.map(({ line: number }) => number)).toEqual([2, 5, 6, 8]);
  });

  it('may have Windows line ends', () => {
    expect(decodeLogLines(encodeLogLine(asMasked(ENTRY)).replace('\n', '\r\n')).entries).toEqual([ENTRY]);
  });

  it('of nothing is nothing', () => {
    expect(decodeLogLines('')).toEqual({ entries: [], unreadable: [] });
  });
});
