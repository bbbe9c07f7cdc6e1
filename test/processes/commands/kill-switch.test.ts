import { describe, expect, test } from 'vitest';
import { ADMIN_TOKEN, TOKEN } from '../../support/git/stand-in.ts';
import { servedClone } from '../../support/processes/served-clone.ts';

describe('stop and resume against a server', () => {
  test('set and take away the variable, the file and the workflow, and show no token', async () => {
    const { run } = await servedClone();
    const stopped = await run(['stop', 'a release is near', '--json']);
    expect([stopped.code, JSON.parse(stopped.out)]).toMatchObject([
      0,
      {
        done: true,
        parts: [
          { part: 'file', outcome: 'changed' },
          { part: 'variable', outcome: 'changed' },
          { part: 'workflow', outcome: 'changed' },
        ],
      },
    ]);
    const again = await run(['stop', 'a release is near']);
    expect(again.out).toContain('The variable WAKEFUL_STOP is set already: a release is near.');
    expect(again.out).toContain('The workflow wake.yml is disabled already.');
    const resumed = await run(['resume']);
    expect(resumed.out).toContain('The variable WAKEFUL_STOP is deleted. It said: a release is near.');
    expect(resumed.out).toContain('The workflow wake.yml is enabled again.');
    expect([resumed.code, resumed.err]).toEqual([0, '']);
    const printed = [stopped, again, resumed].map(({ out, err }) => out + err).join('');
    expect(printed).not.toContain(ADMIN_TOKEN);
  });

  test('say what a token may not do, what it would need, and where that is done by hand', async () => {
    const { run, standIn } = await servedClone();
    const { code, out } = await run(['stop', 'a release is near'], TOKEN);
    expect(code).toBe(1);
    expect(out).toContain('state/STOP is set: a release is near.');
    expect(out).toMatch(/WAKEFUL_STOP is not set: .*Variables/);
    expect(out).toContain(`(${standIn.serverUrl}/acme/site/settings/variables/actions)`);
    expect(out).toMatch(/wake\.yml is not disabled: .*actions: write/);
  });

  test('without a token do what git alone can, and say why not more', async () => {
    const { run, exchanges } = await servedClone();
    const stopped = await run(['stop', 'a release is near'], null);
    expect(stopped.code).toBe(0);
    expect(stopped.out).toContain('Set GH_ENTERPRISE_TOKEN.');
    const resumed = await run(['resume'], null);
    expect([resumed.code, resumed.out]).toEqual([0, expect.stringContaining('The stop is removed.')]);
    expect(exchanges.filter(({ kind }) => kind === 'api')).toEqual([]);
  });

  test('run starts a wake where the token may', async () => {
    const { run, standIn } = await servedClone();
    expect((await run(['run', 'tidy'])).out).toContain('GitHub was asked to start one.');
    expect(await standIn.runs.list()).toMatchObject([{ workflow: 'wake.yml', event: 'workflow_dispatch' }]);
  });
});
