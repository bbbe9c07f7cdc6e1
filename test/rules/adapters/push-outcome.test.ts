import { describe, expect, test } from 'vitest';
import { pushOutcome } from '../../../src/adapters/git/push-outcome.ts';

const OLD = 'a'.repeat(40);
const NEW = 'b'.repeat(40);
const STATE = { branch: 'wakeful-state', commit: NEW, expect: OLD };
const WORK = { branch: 'wakeful/docs/x-1', commit: 'c'.repeat(40), expect: null };

function line(flag: string, branch: string, summary: string): string {
  return `${flag}\t${NEW}:refs/heads/${branch}\t${summary}\n`;
}

function judge(summary: string, stderr = '') {
  const stdout = `To https://example.org/x.git\n${line('!', STATE.branch, summary)}`;
  const outcome = pushOutcome([STATE], { code: 1, stdout, stderr });
  return outcome.kind === 'refused' ? outcome.refs[0]?.reason : outcome.kind;
}

describe('one branch that the remote rejects', () => {
  test.each([
    ['[rejected] (fetch first)', ''],
    ['[rejected] (non-fast-forward)', ''],
    ['[rejected] (stale info)', ''],
    ['[remote rejected] (failed to update ref)', ''],
    [
      '[remote rejected] (failed to update ref)',
      `remote: error: cannot lock ref 'refs/heads/wakeful-state': is at ${'d'.repeat(40)} but expected ${OLD}\n`,
    ],
    ['[remote rejected] (atomic transaction failed)', ''],
    ['[rejected] (atomic push failed)', ''],
    ['[remote rejected] (reference already exists)', ''],
    [`[remote rejected] (cannot lock ref 'refs/heads/wakeful-state': reference already exists)`, ''],
    [
      '[remote rejected] (atomic transaction failed)',
      `remote: error: cannot lock ref 'refs/heads/wakeful-state': reference already exists\n`,
    ],
    [
      `[remote rejected] (cannot lock ref 'refs/heads/wakeful-state': is at ${'d'.repeat(40)} but expected ${OLD})`,
      '',
    ],
  ])('has moved: %s %s', (summary, stderr) => {
    expect(judge(summary, stderr)).toBe('moved');
  });

  test.each([
    [`[remote rejected] (cannot lock ref 'refs/heads/wakeful-state': is at ${NEW} but expected ${OLD})`, ''],
    [
      '[remote rejected] (failed to update ref)',
      `remote: error: cannot lock ref 'refs/heads/wakeful-state': is at ${NEW} but expected ${OLD}        \n`,
    ],
    [
      '[remote rejected] (atomic transaction failed)',
      `remote: error: cannot lock ref 'refs/heads/wakeful-state': is at ${NEW} but expected ${OLD}\n`,
    ],
  ])('holds this commit already: %s %s', (summary, stderr) => {
    expect(judge(summary, stderr)).toBe('already_there');
  });

  test.each([
    [
      '[remote rejected] (push declined due to repository rule violations)',
      'remote: error: GH013: Repository rule violations found for refs/heads/wakeful-state.\n',
    ],
    ['[remote rejected] (pre-receive hook declined)', 'remote: no\n'],
    ['[remote rejected] (hook declined)', ''],
    [
      '[remote rejected] (protected branch hook declined)',
      'remote: error: GH006: Protected branch update failed\n',
    ],
    [
      '[remote rejected] (refusing to allow a GitHub App to create or update workflow `.github/workflows/x.yml` without `workflows` permission)',
      '',
    ],
    ['[remote rejected] (branch is currently checked out)', ''],
    ['[remote rejected] (deny updating a hidden ref)', ''],
  ])('is guarded by a rule: %s', (summary, stderr) => {
    expect(judge(summary, stderr)).toBe('forbidden');
  });

  test.each([
    ['[remote rejected] (shallow update not allowed)'],
    ['[remote rejected] (missing necessary objects)'],
    ['[remote rejected] (unpacker error)'],
    ['[remote rejected] (Internal Server Error)'],
    ['[remote rejected] (internal error)'],
    [
      `[remote rejected] (cannot lock ref 'refs/heads/wakeful-state': Unable to create '/srv/x.git/refs/heads/wakeful-state.lock': File exists.)`,
    ],
    [
      `[remote rejected] (failed to update ref)`,
      `remote: error: cannot lock ref 'refs/heads/wakeful-state': Unable to create '/srv/x.git/./refs/heads/wakeful-state.lock': File exists.\n`,
    ],
  ])('cannot be written for another reason: %s %s', (summary, stderr = '') => {
    expect(judge(summary, stderr)).toBe('other');
  });

  test.each([
    [
      `[remote rejected] (cannot lock ref 'refs/heads/wakeful-state': 'refs/heads/wakeful-state/x' exists; cannot create 'refs/heads/wakeful-state')`,
    ],
    [
      '[remote rejected] (failed to update ref)',
      `remote: error: cannot lock ref 'refs/heads/wakeful-state': 'refs/heads/wakeful' exists; cannot create 'refs/heads/wakeful-state'\n`,
    ],
    ['[remote rejected] (refname conflict)'],
    ['[remote rejected] (directory file conflict)'],
    ['[remote rejected] (reference conflict due to case-insensitive filesystem)'],
    [
      `[remote rejected] (cannot process 'refs/heads/wakeful-state' and 'refs/heads/wakeful-state/x' at the same time)`,
    ],
  ])('cannot have its name, which another branch takes: %s %s', (summary, stderr = '') => {
    expect(judge(summary, stderr)).toBe('name_taken');
  });

  test('gave no answer', () => {
    expect(judge('[remote failure] (remote failed to report status)')).toBe('unknown');
  });
});

describe('two branches in one atomic push', () => {
  const both = (state: string, work: string, stderr = '') =>
    pushOutcome([STATE, WORK], { code: 1, stdout: `To x\n${state}${work}`, stderr });

  test('only the one at fault is named', () => {
    const outcome = both(
      line('!', STATE.branch, '[rejected] (stale info)'),
      line('!', WORK.branch, '[rejected] (atomic push failed)'),
    );
    expect(outcome).toEqual({
      kind: 'refused',
      refs: [{ branch: STATE.branch, reason: 'moved', detail: '[rejected] (stale info)' }],
    });
  });

  test('the remote names the one at fault in its own words', () => {
    const failed = '[remote rejected] (atomic transaction failed)';
    const words = `remote: error: cannot lock ref 'refs/heads/${WORK.branch}': reference already exists\n`;
    const outcome = both(line('!', STATE.branch, failed), line('!', WORK.branch, failed), words);
    expect(outcome).toMatchObject({ kind: 'refused', refs: [{ branch: WORK.branch, reason: 'moved' }] });
  });

  test('a hook that declines one of them forbids only that one', () => {
    const outcome = both(
      line('!', STATE.branch, '[remote rejected] (atomic push failure)'),
      line('!', WORK.branch, '[remote rejected] (hook declined)'),
      'remote: No new branches here.\n',
    );
    expect(outcome).toMatchObject({
      refs: [
        {
          branch: WORK.branch,
          reason: 'forbidden',
          detail: expect.stringContaining('No new branches here.'),
        },
      ],
    });
  });

  test('each is judged on its own where both are at fault', () => {
    const outcome = both(
      line('!', STATE.branch, '[rejected] (stale info)'),
      line('!', WORK.branch, '[remote rejected] (refusing to allow a GitHub App)'),
    );
    expect(outcome).toMatchObject({ refs: [{ reason: 'moved' }, { reason: 'forbidden' }] });
  });

  test('they have landed only when both lines say so', () => {
    const answer = {
      code: 0,
      stdout: `To x\n${line(' ', STATE.branch, 'a..b')}${line('*', WORK.branch, '[new branch]')}Done\n`,
      stderr: '',
    };
    expect(pushOutcome([STATE, WORK], answer)).toEqual({ kind: 'landed' });
    const half = { ...answer, stdout: `To x\n${line(' ', STATE.branch, 'a..b')}Done\n` };
    expect(pushOutcome([STATE, WORK], half).kind).toBe('unknown');
    expect(pushOutcome([STATE, WORK], { ...answer, code: null }).kind).toBe('unknown');
  });

  test('one that was there already while the other changed is not taken for landed', () => {
    const stdout = `To x\n${line('=', STATE.branch, '[up to date]')}${line('*', WORK.branch, '[new branch]')}Done\n`;
    expect(pushOutcome([STATE, WORK], { code: 0, stdout, stderr: '' }).kind).toBe('unknown');
  });
});

describe('a push without any answer about its branches', () => {
  const judgeWords = (stderr: string, code: number | null = 128) =>
    pushOutcome([STATE], { code, stdout: '', stderr });

  test('was denied when access was refused, and says what to do', () => {
    const words =
      "remote: Permission to o/r.git denied to github-actions[bot].\nfatal: unable to access 'https://user:pass@example.org/': The requested URL returned error: 403\n";
    const outcome = judgeWords(words);
    expect(outcome).toMatchObject({
      kind: 'denied',
      reason: expect.stringContaining('Permission to o/r.git denied'),
    });
    expect(JSON.stringify(outcome)).toContain('contents: write');
    expect(JSON.stringify(outcome)).not.toContain('pass@');
    expect(
      judgeWords("fatal: could not read Username for 'https://github.com': terminal prompts disabled\n"),
    ).toMatchObject({ kind: 'denied' });
  });

  test('is unknown when the connection broke or the process was killed', () => {
    expect(
      judgeWords('error: RPC failed; curl 52 Empty reply from server\nEverything up-to-date\n', 1).kind,
    ).toBe('unknown');
    expect(judgeWords('fatal: the remote end hung up unexpectedly\n').kind).toBe('unknown');
    expect(judgeWords('', null).kind).toBe('unknown');
  });
});
