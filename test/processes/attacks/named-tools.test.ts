/** What the settings name for commands: folders of programs and variables, and nothing that holds more than a tool. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

  test.each([
    ...['/proc', '/proc/self', '/proc/1/root', '/sys', '/dev', '/dev/shm', '/run/user', '/boot', '/etc/ssl'],
    ...['/mnt', '/media', '/github/workflow', '/github/home'],
  ])('show nothing of %s, where no tool is', (folder) => {
    expect(named([folder]).shown).not.toContain(folder);
    expect(named([], ['TOOL_HOME'], { TOOL_HOME: folder }).shown).not.toContain(folder);
  });

  test.each([
    ...['.ssh', '.aws', '.azure', '.docker', '.gnupg', '.kube', '.config', '.config/gh', '.config/gcloud'],
    ...['work/_temp', 'work/_temp/_runner_file_commands', '.password-store', '.terraform.d'],
  ])('show no folder of credentials: %s', (name) => {
    const folder = join(root, name);
    mkdirSync(folder, { recursive: true });
    expect(named([folder]).shown).not.toContain(folder);
    expect(named([], ['TOOL_HOME'], { TOOL_HOME: folder }).shown).not.toContain(folder);
  });

  test.each([
    ...['.netrc', '.pypirc', 'gradle.properties', '.git-credentials', 'pub-credentials.json', 'hex.config'],
    ...[
      'credentials.tfrc.json',
      '.yarnrc.yml',
      'NuGet/NuGet.Config',
      'hosts.yml',
      '.vault-token',
      '.aws',
      '.docker',
    ],
  ])('hide %s in a folder that is shown', (name) => {
    const file = join(home, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'token = "x"\n');
    expect(named([], ['RUSTUP_HOME'], { RUSTUP_HOME: home }).hidden).toContain(file);
    rmSync(file, { recursive: true });
  });

  test.each([
    ['an address with a login', 'https://ada:hunter2@registry.example.com/simple'],
    ['an address with a token', 'https://d41d8cd98f00b204@ingest.example.com/1'],
    ['a token by its form', `gh${'p_'}${'a1B2'.repeat(9)}`],
  ])('hand over no variable that holds a secret: %s', (_, value) => {
    expect(named([], ['TOOL_SERVER'], { TOOL_SERVER: value }).variables).toEqual({});
  });

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
