/** What a linter prints, through the adapter of the sandbox; a program in the place of bubblewrap runs the command as it is. */
import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSandbox } from '../../src/adapters/sandbox.ts';
import type { CommandResult, Sandbox } from '../../src/ports.ts';

/** Leaves out all that bubblewrap is told but the folder and the command. */
const RUNS_AS_IT_IS = `#!/bin/sh
while [ "$1" != "--" ]; do
  if [ "$1" = "--chdir" ]; then folder="$2"; fi
  shift
done
shift
cd "$folder" && exec "$@"
`;

let parent = '';
let folder = '';
let sandbox: Sandbox;

beforeAll(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), 'whole-output-')));
  folder = mkdtempSync(join(parent, 'tree-'));
  const bubblewrap = join(parent, 'runs-as-it-is');
  writeFileSync(bubblewrap, RUNS_AS_IT_IS);
  chmodSync(bubblewrap, 0o755);
  sandbox = openSandbox({
    clock: { monotonic: () => performance.now() },
    bubblewrap,
    path: process.env['PATH'] ?? '',
  });
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

function run(
  command: string,
  more: { readonly keepsOutput?: true } = { keepsOutput: true },
): Promise<CommandResult> {
  return sandbox.run(
    { command, folder, hosts: [], timeoutMs: 60_000, ...more },
    new AbortController().signal,
  );
}

describe('standard output that is wanted as a whole', () => {
  test('comes without what the command says to people, and with the folder as the command sees it', async () => {
    const result = await run('echo found; echo chatter >&2; pwd; exit 1');
    expect(result).toMatchObject({ exitCode: 1, standardOutput: `found\n${folder}\n`, folder });
    expect(result.output).toContain('chatter');
  });

  test('is all there where it is longer than what is kept for people', async () => {
    const { standardOutput, output } = await run(
      "i=0; while [ $i -lt 20000 ]; do echo 'a.ts:1:1: something'; i=$((i+1)); done",
    );
    expect(standardOutput).toHaveLength(20_000 * 'a.ts:1:1: something\n'.length);
    expect(output.length).toBeLessThan(25_000);
  });

  test('is given up on where it is longer than anybody can hold', async () => {
    const { standardOutput, exitCode } = await run('head -c 9000000 /dev/zero | tr "\\0" x; exit 0');
    expect([standardOutput, exitCode]).toEqual([null, 0]);
  });

  test('is not there where nobody asked for it', async () => {
    const { standardOutput, output } = await run('echo out; echo err >&2', {});
    expect([standardOutput, output]).toEqual([undefined, 'out\nerr\n']);
  });
});
