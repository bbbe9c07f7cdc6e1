import { describe, expect, test } from 'vitest';
import type { Output, Terminal } from '../../../src/commands/terminal/command.ts';
import { createWatcher } from '../../../src/commands/terminal/watcher.ts';
import type { LogEntry } from '../../../src/core/event.ts';
import type { Progress } from '../../../src/ports.ts';
import { asMasked, NO_SECRETS } from '../../support/as-masked.ts';

const PROGRESS: Progress = {
  goal: 'docs-index',
  item: 2,
  items: 3,
  itemTitle: 'docs/a-page-with-a-rather-long-name.md',
  modelCalls: 4,
  tokens: 1200,
  secondsLeft: 100,
  doing: 'reads docs/a-page-with-a-rather-long-name.md',
};
const ENTRY: LogEntry = {
  ts: '2026-11-22T03:00:00Z',
  level: 'info',
  event: 'item_ended',
  message: 'It is done.',
  wake: 'w',
};

function recorder(facts: { readonly isTerminal: boolean; readonly plain: boolean }) {
  const written: string[] = [];
  const out: Output = { write: (text) => written.push(text), isTerminal: facts.isTerminal, width: 60 };
  const terminal: Terminal = {
    out,
    err: out,
    folder: '/',
    isPlain: facts.plain,
    program: 'npm start --',
    home: '/',
    ask: null,
    ...NO_SECRETS,
  };
  return { written, terminal, out };
}

describe('what a person who watches sees', () => {
  test('is one line on a terminal, rewritten in place, never wider than it, and gone before other lines', () => {
    const { written, terminal, out } = recorder({ isTerminal: true, plain: false });
    const watcher = createWatcher(terminal, out, { showsLines: true });
    watcher.log.progress(asMasked(PROGRESS));
    watcher.log.progress(asMasked({ ...PROGRESS, modelCalls: 5 }));
    watcher.log.line(asMasked(ENTRY));
    expect(written[0]?.startsWith('\r\u001B[K')).toBe(true);
    expect(written[0]?.length).toBeLessThan('\r\u001B[K'.length + 60);
    expect(written[1]?.startsWith('\r\u001B[K')).toBe(true);
    expect(written[2]).toBe('\r\u001B[K');
    expect(written[3]).toContain('It is done.');
  });

  test.each([
    { isTerminal: false, plain: false },
    { isTerminal: true, plain: true },
  ])('is plain lines without control characters elsewhere: %j', (facts) => {
    const { written, terminal, out } = recorder(facts);
    const watcher = createWatcher(terminal, out, { showsLines: true });
    watcher.log.progress(asMasked(PROGRESS));
    watcher.log.progress(asMasked(PROGRESS));
    watcher.log.line(asMasked(ENTRY));
    watcher.close();
    expect(written).toHaveLength(2);
    expect(written[0]).toMatch(/^docs-index 2\/3 .*reads docs.*\n$/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
    expect(written.join('')).not.toMatch(/[\u001B\r]/);
  });

  test('leaves out the lines of single wakes where many are played', () => {
    const { written, terminal, out } = recorder({ isTerminal: false, plain: false });
    const watcher = createWatcher(terminal, out, { showsLines: false });
    watcher.log.progress(asMasked(PROGRESS));
    watcher.log.line(asMasked(ENTRY));
    watcher.print('one tick');
    expect(written).toEqual(['one tick\n']);
  });
});
