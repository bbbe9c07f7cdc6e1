/** What the settings name for commands: folders of programs and variables, and nothing that holds more than a tool. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bubblewrapArguments } from '../../../src/adapters/sandbox/arguments.ts';
import { findToolchain, withTools } from '../../../src/adapters/sandbox/toolchain.ts';

const root = mkdtempSync(join(tmpdir(), 'named-tools-'));
const bin = join(root, 'cargo/bin');
const home = join(root, 'rustup');
mkdirSync(bin, { recursive: true });
mkdirSync(home);
writeFileSync(join(home, 'credentials.toml'), 'token = "x"\n');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const found = findToolchain('');
const named = (
  path: readonly string[],
  env: readonly string[] = [],
  values: Readonly<Record<string, string>> = {},
) => withTools(found, { path, env }, values);

describe('the settings', () => {
  test('bring a folder of programs, before all others and only to be read', () => {
    const toolchain = named([bin]);
    expect(toolchain.path[0]).toBe(bin);
    expect(toolchain.shown).toContain(bin);
    const args = bubblewrapArguments({ command: 'true', folder: root }, { toolchain, proxy: null });
    expect(args.join(' ')).toContain(`--ro-bind-try ${bin} ${bin}`);
  });

  test('bring a variable and the folder that it names, without the tokens that lie there', () => {
    const toolchain = named([], ['RUSTUP_HOME', 'MISSING'], { RUSTUP_HOME: home, OTHER: 'x' });
    expect(toolchain.variables).toEqual({ RUSTUP_HOME: home });
    expect(toolchain.shown).toContain(home);
    expect(toolchain.hidden).toContain(join(home, 'credentials.toml'));
    const args = bubblewrapArguments({ command: 'true', folder: root }, { toolchain, proxy: null });
    expect(args.join(' ')).toContain(`--setenv RUSTUP_HOME ${home}`);
    expect(args.join(' ')).not.toContain('OTHER');
  });

  test.each(['/', '/home', '/opt', '/tmp', homedir(), tmpdir(), '/etc', '/run', '/nowhere/at/all'])(
    'show no %s, whoever names it',
    (folder) => {
      expect(named([folder]).shown).not.toContain(folder);
      expect(named([], ['TOOL_HOME'], { TOOL_HOME: folder }).shown).not.toContain(folder);
    },
  );

  test('name a folder of the system that is shown in any case', () => {
    expect(named(['/usr/bin']).path[0]).toBe('/usr/bin');
    expect(named(['/usr/bin']).shown).toEqual(found.shown);
  });

  test('cannot replace the variables of the sandbox', () => {
    const toolchain = { ...found, variables: { HOME: '/root', CI: 'no' } };
    const args = bubblewrapArguments({ command: 'true', folder: root }, { toolchain, proxy: null });
    expect(args.join(' ')).toContain('--setenv HOME /tmp/home');
    expect(args.join(' ')).not.toContain('/root ');
  });

  test('that name nothing change nothing', () => {
    expect(named([])).toBe(found);
  });
});
