import { describe, expect, it } from 'vitest';
import { runawayText } from '../../../../src/agent/loop-end.ts';
import { noRunaway, observe, type RunawayEvent } from '../../../../src/core/progress/runaway.ts';

const ROUND: RunawayEvent = { kind: 'round_ended' };
const LEARNED: RunawayEvent = { kind: 'learned' };

function call(name: string, text: string, writes = false): RunawayEvent {
  return { kind: 'called', name, arguments: text, writes };
}

function edit(path: string, before: string | null, after: string | null, from = 5): RunawayEvent {
  return { kind: 'edited', path, before, after, place: { from, to: from, characters: 8 } };
}

function verdict(...happenings: readonly RunawayEvent[]): string | null {
  const found = happenings.reduce(observe, noRunaway(3)).verdict;
  return found === null ? null : runawayText(found);
}

describe('the same call', () => {
  it('is a runaway at the third time, also with other calls in between', () => {
    const read = call('read_file', 'a');
    expect(verdict(read, ROUND, call('search', 'b'), read, ROUND)).toBeNull();
    expect(verdict(read, ROUND, call('search', 'b'), read, ROUND, read)).toBe(
      'The model called read_file 3 times with the same arguments.',
    );
  });

  it('is fine with other arguments', () => {
    expect(verdict(call('read_file', 'a'), call('read_file', 'b'), call('read_file', 'c'))).toBeNull();
  });

  it('is fine when a change in between makes it show something new', () => {
    const check = call('run_check', 'npm test');
    expect(verdict(check, check, edit('a', '1', '2', 1), check, check)).toBeNull();
    expect(verdict(check, check, edit('a', '1', '2', 1), check, check, check)).not.toBeNull();
  });

  it('counts writes on through changes', () => {
    const write = call('write_file', 'x', true);
    expect(verdict(write, edit('a', '1', '2'), write, write)).not.toBeNull();
  });

  it('forgets writes that have changed nothing where others have', () => {
    const miss = call('edit_file', 'x', true);
    const hit = (n: number) => [call('edit_file', String(n), true), edit('a', String(n), String(n + 1), n)];
    expect(verdict(miss, ...hit(1), miss, ...hit(2), miss, ...hit(3))).toBeNull();
    expect(verdict(miss, miss, ...hit(1), miss, miss, miss)).not.toBeNull();
  });
});

describe('the same error', () => {
  it('is a runaway at the third time', () => {
    const error: RunawayEvent = { kind: 'failed', error: 'Error: a is missing' };
    expect(verdict(error, ROUND, LEARNED, error)).toBeNull();
    expect(verdict(error, ROUND, LEARNED, error, ROUND, error)).toBe(
      'The same error came 3 times: Error: a is missing',
    );
  });

  it('is counted once in a round, because the model has not read it yet', () => {
    const error: RunawayEvent = { kind: 'failed', error: 'Refused' };
    expect(verdict(error, error, error, ROUND, error, error, ROUND)).toBeNull();
    expect(verdict(error, error, error, ROUND, error, error, ROUND, error)).not.toBeNull();
  });

  it('is fine when the errors differ', () => {
    expect(
      verdict(...['a', 'b', 'c', 'd'].map((error): RunawayEvent => ({ kind: 'failed', error }))),
    ).toBeNull();
  });
});

describe('edits that undo each other', () => {
  it('may take one step back', () => {
    expect(verdict(edit('a', '1', '2'), edit('a', '2', '1'))).toBeNull();
    expect(verdict(edit('a', '1', '2'), edit('a', '2', '1'), edit('a', '1', '3'))).toBeNull();
  });

  it('are a runaway when they go back and forth', () => {
    expect(verdict(edit('a', '1', '2'), edit('a', '2', '1'), edit('a', '1', '2'))).toBe(
      'Edits of a undo each other.',
    );
  });

  it('are a runaway in a longer circle, too', () => {
    const circle = [edit('a', '1', '2'), edit('a', '2', '3'), edit('a', '3', '1'), edit('a', '1', '2')];
    expect(verdict(...circle)).toBe('Edits of a undo each other.');
  });

  it('are a runaway when a file is created and deleted again and again', () => {
    expect(verdict(edit('a', null, '1'), edit('a', '1', null), edit('a', null, '1'))).not.toBeNull();
  });

  it('are counted for each file on its own, whatever it is called', () => {
    expect(
      verdict(
        edit('__proto__', '1', '2'),
        edit('__proto__', '2', '1'),
        edit('a', '1', '2'),
        edit('a', '2', '1'),
      ),
    ).toBeNull();
  });
});

describe('tiny edits', () => {
  it('are a runaway after three rounds at one place with nothing new read', () => {
    expect(verdict(edit('a', '1', '2'), ROUND, edit('a', '2', '3'), ROUND)).toBeNull();
    expect(verdict(edit('a', '1', '2'), ROUND, edit('a', '2', '3'), ROUND, edit('a', '3', '4'), ROUND)).toBe(
      '3 rounds in a row changed a few characters at one place of a, with nothing new read.',
    );
  });

  it('are a runaway also with idle rounds in between', () => {
    const idle = [call('note', 'x'), ROUND];
    expect(
      verdict(edit('a', '1', '2'), ROUND, ...idle, edit('a', '2', '3'), ROUND, edit('a', '3', '4'), ROUND),
    ).not.toBeNull();
  });

  it('are fine when something new was read in between', () => {
    expect(
      verdict(edit('a', '1', '2'), ROUND, edit('a', '2', '3'), ROUND, LEARNED, edit('a', '3', '4'), ROUND),
    ).toBeNull();
  });

  it('are fine at different places: that is how many small mistakes are mended', () => {
    expect(
      verdict(edit('a', '1', '2', 5), ROUND, edit('a', '2', '3', 20), ROUND, edit('a', '3', '4', 40), ROUND),
    ).toBeNull();
  });

  it('are fine in different files', () => {
    expect(
      verdict(edit('a', '1', '2'), ROUND, edit('b', '2', '3'), ROUND, edit('a', '2', '4'), ROUND),
    ).toBeNull();
  });

  it('are not tiny when they change many lines or many characters', () => {
    const large: RunawayEvent = {
      kind: 'edited',
      path: 'a',
      before: '0',
      after: '1',
      place: { from: 1, to: 9, characters: 9 },
    };
    const long: RunawayEvent = {
      kind: 'edited',
      path: 'a',
      before: '1',
      after: '2',
      place: { from: 1, to: 1, characters: 900 },
    };
    expect(
      verdict(large, ROUND, edit('a', '1', '2'), ROUND, long, ROUND, edit('a', '5', '6'), ROUND),
    ).toBeNull();
  });
});

it('keeps the first verdict', () => {
  const read = call('read_file', 'a');
  const state = [read, read, read].reduce(observe, noRunaway(3));
  expect(observe(state, ROUND)).toBe(state);
});

it.each([2, 3, 7])('ends as often as the goal says: %i times', (most) => {
  const tiny = (n: number): readonly RunawayEvent[] => [
    {
      kind: 'edited',
      path: 'a.md',
      before: `${n}`,
      after: `${n + 1}`,
      place: { from: 1, to: 1, characters: 2 },
    },
    { kind: 'round_ended' },
  ];
  const call: RunawayEvent = { kind: 'called', name: 'read_file', arguments: '{}', writes: false };
  const error = (n: number): readonly RunawayEvent[] => [
    { kind: 'failed', error: 'No such file.', call: `read_file ${n % 1}` },
    { kind: 'round_ended' },
  ];
  const times = (what: (n: number) => readonly RunawayEvent[], amount: number) =>
    Array.from({ length: amount }, (_, n) => what(n))
      .flat()
      .reduce(observe, noRunaway(most)).verdict;
  for (const what of [() => [call], error, tiny]) {
    expect(times(what, most - 1)).toBeNull();
    expect(times(what, most)).not.toBeNull();
  }
});
