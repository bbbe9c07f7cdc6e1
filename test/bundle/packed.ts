import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { BuiltAction } from './built-action.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');

/** What npm would hand out of this repository, with the bundle of this very source. */
export interface PackedProgram {
  /** The file that npm makes. */
  readonly file: string;
  readonly paths: readonly string[];
  /** Starts it by npx in a folder, with a cache of its own and without a registry. */
  start(folder: string, args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Started>;
  readonly remove: () => void;
}

interface Started {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function packProgram(action: BuiltAction): Promise<PackedProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'wakeful-pack-'));
  const source = join(folder, 'source');
  const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    files: readonly string[];
  };
  const tops = new Set([
    'package.json',
    'README.md',
    'LICENSE',
    ...files.map((each) => each.split('/')[0] ?? ''),
  ]);
  tops.delete('dist');
  mkdirSync(source);
  for (const top of tops) cpSync(join(ROOT, top), join(source, top), { recursive: true });
  cpSync(action.folder, join(source, 'dist'), { recursive: true });
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    npm_config_cache: join(folder, 'cache'),
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: source, env });
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: readonly { path: string }[] }];
  const file = join(folder, packed.filename);
  const start: PackedProgram['start'] = async (where, args, more = {}) => {
    const given = { cwd: where, env: { ...env, ...more } };
    try {
      const { stdout: out, stderr: err } = await run('npx', ['--yes', `file:${file}`, ...args], given);
      return { code: 0, out, err };
    } catch (reason) {
      const { code, stdout: out, stderr: err } = reason as { code: number; stdout: string; stderr: string };
      return { code, out, err };
    }
  };
  const remove = (): void => rmSync(dirname(file), { recursive: true, force: true });
  return { file, paths: packed.files.map(({ path }) => path), start, remove };
}
