import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleAction } from '../../scripts/bundle/bundle.ts';

export interface BuiltAction {
  readonly folder: string;
  /** What `main` of action.yml names. */
  readonly main: string;
  readonly remove: () => void;
}

/** The bundle of this very source as a runner has it: dist/ alone, in a folder that cannot be written. */
export async function buildAction(): Promise<BuiltAction> {
  const parent = mkdtempSync(join(tmpdir(), 'wakeful-action-'));
  const folder = join(parent, 'dist');
  mkdirSync(folder);
  for (const [name, bytes] of await bundleAction()) writeFileSync(join(folder, name), bytes, { mode: 0o444 });
  chmodSync(folder, 0o555);
  const remove = (): void => {
    chmodSync(folder, 0o755);
    rmSync(parent, { recursive: true, force: true });
  };
  return { folder, main: join(folder, 'action.mjs'), remove };
}

/** Everything in the folder by name and time of its last change, to be compared. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`);
}
