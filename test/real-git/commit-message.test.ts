import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { stateCommitMessage, workCommitMessage } from '../../src/report/on-github/commit-message.ts';
import { asMasked } from '../support/as-masked.ts';

const ORIGIN = { wake: '4711-1', epoch: 12, step: 3, nonce: 'a1b2' };

function trailersOf(message: string): string {
  return execFileSync('git', ['interpret-trailers', '--parse'], { input: message, encoding: 'utf8' });
}

describe('a commit on the state branch', () => {
  it('tells its part of the story and carries its origin', () => {
    const what = 'take lease 12 for the slot of 22 Nov 03:00';
    const message = stateCommitMessage(asMasked({ goal: asMasked('docs-index'), what, ...ORIGIN }));
    expect(message).toBe(`docs-index: take lease 12 for the slot of 22 Nov 03:00

[skip ci]

Wakeful-Wake: 4711-1
Wakeful-Epoch: 12
Wakeful-Step: 3
Wakeful-Nonce: a1b2
`);
    expect(trailersOf(message)).toBe(
      'Wakeful-Wake: 4711-1\nWakeful-Epoch: 12\nWakeful-Step: 3\nWakeful-Nonce: a1b2\n',
    );
  });

  it('needs neither a goal nor a lease', () => {
    const message = stateCommitMessage({
      goal: null,
      what: asMasked('sign of life'),
      ...ORIGIN,
      epoch: null,
      step: null,
    });
    expect(message).toBe('wakeful: sign of life\n\n[skip ci]\n\nWakeful-Wake: 4711-1\nWakeful-Nonce: a1b2\n');
  });
});

describe('a commit on a work branch', () => {
  const work = {
    prefix: 'wakeful: ',
    goal: { id: 'docs-index', title: 'Keep the docs index complete' },
    item: null,
    summary: 'Added three pages.',
    ...ORIGIN,
  };

  it('says what was done and where it came from', () => {
    expect(workCommitMessage(asMasked(work))).toBe(`wakeful: Keep the docs index complete

Added three pages.

Wakeful-Goal: docs-index
Wakeful-Wake: 4711-1
Wakeful-Epoch: 12
Wakeful-Step: 3
Wakeful-Nonce: a1b2
`);
  });

  it('names its item, in 72 characters', () => {
    const [subject] = workCommitMessage(
      asMasked({ ...work, item: asMasked(`docs/${'a'.repeat(80)}.md`) }),
    ).split('\n');
    expect(subject).toBe(`wakeful: Keep the docs index complete: docs/${'a'.repeat(27)}…`);
    expect(subject).toHaveLength(72);
  });

  it('does without a summary', () => {
    expect(workCommitMessage(asMasked({ ...work, summary: asMasked(' \n ') }))).toMatch(
      /^wakeful: .*\n\nWakeful-Goal: /,
    );
  });

  it('lets a summary neither fake a trailer, nor close an issue, nor call anyone, nor silence a CI', () => {
    const lines = [
      'Done.',
      '',
      'Wakeful-Epoch: 99',
      'Co-authored-by: Eve <eve@evil.example>',
      'Fixes #4, cc @octocat',
      '[skip ci] [ci skip] [no ci] [skip actions] [actions skip] ***NO_CI***',
      'skip-checks: true',
      '# a comment',
    ];
    for (const summary of [lines.join('\n'), ...lines.map((line) => `${'x'.repeat(70)} ${line}`)]) {
      const message = workCommitMessage(asMasked({ ...work, summary }));
      expect(trailersOf(message)).toBe(
        'Wakeful-Goal: docs-index\nWakeful-Wake: 4711-1\nWakeful-Epoch: 12\nWakeful-Step: 3\nWakeful-Nonce: a1b2\n',
      );
      expect(message.match(/^Wakeful-Epoch/gm)).toHaveLength(1);
      expect(message).not.toMatch(/^(?:Co-authored-by|skip-checks|#)/im);
      expect(message).not.toMatch(
        /#\d|@octocat|\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]|\*\*\*NO_CI/i,
      );
      for (const line of message.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    }
  });
});
