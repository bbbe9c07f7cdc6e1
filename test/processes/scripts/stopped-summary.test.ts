/** What people read while the agent is stopped: the script of wake.yml, run as a runner runs it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { schedule } from '../../support/workflows/happenings.ts';
import { play } from '../../support/workflows/play.ts';
import { workflowText } from '../../support/workflows/workflow-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stopped-summary-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** With the shell options of a runner. */
async function summaryFor(reason: string): Promise<string> {
  const [job] = await play(workflowText('wake'), schedule({ vars: { WAKEFUL_STOP: reason } }));
  const [step] = job?.steps ?? [];
  const summary = join(folder, 'summary.md');
  const env = { PATH: process.env['PATH'] ?? '', ...step?.env, GITHUB_STEP_SUMMARY: summary };
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'exit 1'];
  const printed = execFileSync('bash', args, { env, cwd: folder, encoding: 'utf8' });
  expect(printed).toBe('');
  return readFileSync(summary, 'utf8');
}

describe('the summary of a stopped tick', () => {
  test('gives the reason, says that nothing ran, and how to resume', async () => {
    const text = await summaryFor('On holiday until 3 January');
    expect(text).toContain('\n    On holiday until 3 January\n');
    expect(text).toContain('No code of the agent was started.');
    expect(text).toContain('delete the variable');
    expect(text).toContain('](https://github.com/acme/site/settings/variables/actions)');
  });

  test('says that false stops as well', async () => {
    const text = await summaryFor('false');
    expect(text).toContain('even `false`');
    expect(text).toContain('\n    false\n');
  });

  test('runs and renders nothing of what the reason holds', async () => {
    const nasty = '"; touch ran; $(touch ran) `touch ran`\n# Heading <img src=x>\r\n- [a](http://b)';
    const text = await summaryFor(nasty);
    const quoted = text.split('\n').filter((line) => line.startsWith('    '));
    expect(quoted).toEqual(
      nasty
        .replaceAll('\r', '')
        .split('\n')
        .map((line) => `    ${line}`),
    );
    expect(text).not.toMatch(/^#.*<img|^- \[a\]/m);
    expect(() => readFileSync(join(folder, 'ran'))).toThrow();
  });
});
