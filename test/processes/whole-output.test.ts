/** What a linter prints, through the adapter of the sandbox; a program in the place of bubblewrap runs the command as it is. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSandbox } from '../../src/adapters/sandbox.ts';
import type { FindingFormat } from '../../src/core/goal.ts';
import { withoutRest } from '../../src/core/text/steps.ts';
import { readFormat } from '../../src/finders/linters/read-format.ts';
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

const BIN = join(import.meta.dirname, '../../node_modules/.bin');

describe('linters as they are installed here', () => {
  const cases: readonly (readonly [string, FindingFormat, string, string, string])[] = [
    [
      'typescript',
      'typescript',
      'a.ts',
      'const a: string = 3;\n',
      `${BIN}/tsc --noEmit --lib es5 --pretty false a.ts`,
    ],
    [
      'biome',
      'sarif',
      'b.ts',
      'export const b = (x: number) => x == x;\n',
      `${BIN}/biome lint --reporter=sarif b.ts`,
    ],
  ];

  const go = ['/usr/local/go/bin/go', '/usr/bin/go'].find((path) => existsSync(path));

  test.skipIf(go === undefined)(
    'go vet names its findings by file and line',
    { timeout: 120_000 },
    async () => {
      writeFileSync(join(folder, 'go.mod'), 'module example.com/a\n\ngo 1.20\n');
      writeFileSync(
        join(folder, 'a.go'),
        // It imports nothing, so that nothing of Go's own has to be compiled first.
        'package a\n\nfunc A(x int) int {\n\tx = x\n\treturn x\n}\n',
      );
      const { standardOutput, folder: inside = '' } = await run(`GOCACHE=$PWD/.cache ${go} vet ./... 2>&1`);
      const reading = withoutRest(readFormat('lines', { text: standardOutput ?? '', folder: inside }));
      expect(reading).toMatchObject({ kind: 'findings', findings: [{ path: 'a.go', line: 4 }] });
    },
  );

  test.each(cases)(
    '%s names its findings by file and line',
    { timeout: 120_000 },
    async (_, format, path, text, command) => {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
      const { standardOutput, folder: inside = '' } = await run(command);
      const reading = withoutRest(readFormat(format, { text: standardOutput ?? '', folder: inside }));
      const findings = reading.kind === 'findings' ? reading.findings : [];
      expect(findings.length, JSON.stringify(reading)).toBeGreaterThan(0);
      for (const finding of findings) {
        expect(finding.path).toBe(path);
        expect(finding.line).toBeGreaterThan(0);
        expect(finding.rule).not.toBe('finding');
      }
    },
  );
});
