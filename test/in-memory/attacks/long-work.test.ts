import { describe, expect, test } from 'vitest';
import type { IssueReader } from '../../../src/ports.ts';
import type { MemoryFiles } from '../../support/memory/memory-work-tree.ts';
import { calls, type WireCall } from '../../support/model-server.ts';
import { goalWith, PERMISSIONS, play, type Scene, TestClock } from '../agent/bench.ts';

/** Time passes with every look at it, so that the work rests wherever it can, and each rest is counted. */
class RestlessClock extends TestClock {
  override monotonic(): number {
    this.ms += 51;
    return this.ms;
  }
}

const LENGTH = 150_000;
const TEXT = '=61password='.repeat(LENGTH / 12);
const FILES = 4_000;

const MANY: MemoryFiles = Object.fromEntries(
  Array.from({ length: FILES }, (_, at) => [`src/ä-${at}.ts`, 'const a = 1;\n']),
);
const LONG: MemoryFiles = { 'docs/long.md': TEXT, 'docs/lines.md': 'a\n'.repeat(LENGTH / 2) };

/** An issue with as many comments as are read. */
const ISSUES: IssueReader = {
  list: async () => [],
  read: async (number) => ({
    ...{ number, url: '', title: 'T', body: TEXT.slice(0, 60_000), author: 'a', labels: [], version: '0' },
    state: 'open',
    comments: Array.from({ length: 10 }, (_, at) => ({
      author: 'b',
      createdAt: '2026-11-21T00:00:00Z',
      isByAgent: false,
      body: `${at} ${TEXT.slice(0, 60_000)}`,
    })),
  }),
  labelNames: async () => [],
};

interface Attempt {
  readonly call: WireCall;
  readonly files?: MemoryFiles;
  /** The same with next to nothing to do. */
  readonly small: WireCall;
  /** How often the work must rest more than that. */
  readonly rests: number;
}

const call = (name: string, given: Readonly<Record<string, unknown>>): WireCall => [name, given];

const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  'a list of very many files': {
    call: call('list_files', {}),
    small: call('note', { text: 'x' }),
    files: MANY,
    rests: (2 * FILES) / 64 - 2,
  },
  'a search through very many files': {
    call: call('search', { pattern: '(a+)+b' }),
    small: call('note', { text: 'x' }),
    files: MANY,
    rests: 40,
  },
  'a search through very many lines': {
    call: call('search', { pattern: '(a+)+b', glob: 'docs/lines.md' }),
    small: call('search', { pattern: '(a+)+b', glob: 'docs/none.md' }),
    files: LONG,
    rests: 40,
  },
  'reading a long file': {
    call: call('read_file', { path: 'docs/long.md' }),
    small: call('read_file', { path: 'docs/none.md' }),
    files: LONG,
    rests: 200,
  },
  'reading a file of very many lines': {
    call: call('read_file', { path: 'docs/rows.md' }),
    small: call('read_file', { path: 'docs/none.md' }),
    // No other attempt has this text: what was masked once is remembered.
    files: { 'docs/rows.md': 'b\n'.repeat(LENGTH / 2) },
    rests: 265,
  },
  'reading a long dump of bytes': {
    call: call('read_file', { path: 'docs/dump.md' }),
    small: call('read_file', { path: 'docs/none.md' }),
    files: { 'docs/dump.md': 'A1b2'.repeat(LENGTH / 4) },
    rests: 336,
  },
  'writing a long file': {
    call: call('write_file', { path: 'docs/new.md', text: TEXT }),
    small: call('write_file', { path: 'docs/new.md', text: 'x' }),
    rests: 420,
  },
  'writing a file of very many lines': {
    call: call('write_file', { path: 'docs/new.md', text: 'a\n'.repeat(LENGTH / 2) }),
    small: call('write_file', { path: 'docs/new.md', text: 'x' }),
    rests: LENGTH / 2 / 2_000,
  },
  'a new file beside very many': {
    call: call('write_file', { path: 'docs/new.md', text: 'x' }),
    small: call('note', { text: 'x' }),
    files: MANY,
    rests: FILES / 64,
  },
  'an edit of a long file': {
    call: call('edit_file', { path: 'docs/long.md', old: TEXT, new: 'x' }),
    small: call('edit_file', { path: 'docs/none.md', old: 'x', new: 'y' }),
    files: LONG,
    rests: 200,
  },
  'deleting a file of very many lines': {
    call: call('delete_file', { path: 'docs/lines.md' }),
    small: call('delete_file', { path: 'docs/none.md' }),
    files: LONG,
    rests: LENGTH / 2 / 2_000,
  },
  'an issue with long comments': {
    call: call('read_issue', { issue: 7 }),
    small: call('note', { text: 'x' }),
    rests: 10 * 50,
  },
  'a long note': {
    call: call('note', { text: TEXT }),
    small: call('note', { text: 'x' }),
    rests: 200,
  },
  'a long summary': {
    call: call('finish', { summary: TEXT }),
    small: call('finish', { summary: 'x' }),
    rests: 200,
  },
  'a long reason': {
    call: call('give_up', { reason: TEXT }),
    small: call('give_up', { reason: 'x' }),
    rests: 200,
  },
  'long arguments of a tool that does not exist': {
    call: call('none', { text: TEXT }),
    small: call('none', { text: 'x' }),
    rests: 100,
  },
};

async function restsOf(wanted: WireCall, files: MemoryFiles): Promise<number> {
  const clock = new RestlessClock();
  const permissions = { ...PERMISSIONS, write: ['**'], effects: ['draft_pull_request', 'comment_on_issue'] };
  const scene: Scene = {
    replies: [calls(wanted), calls(['give_up', { reason: 'end' }])],
    files,
    clock,
    seconds: 1_000_000,
    goal: { ...goalWith(), permissions: permissions as typeof PERMISSIONS },
    assignment: { issues: ISSUES },
    allotment: { tokens: 100_000_000 },
  };
  await play(scene);
  return clock.slept.filter((ms) => ms === 0).length;
}

describe('work on long texts of others rests often enough for a stop, a deadline and the lock', () => {
  test.each(Object.entries(ATTEMPTS))('%s', async (_, { call: wanted, small, files = {}, rests }) => {
    // Sentences that come for the first time take a little longer.
    await restsOf(small, files);
    const usual = await restsOf(small, files);
    expect(await restsOf(wanted, files)).toBeGreaterThanOrEqual(usual + rests);
  });
});
