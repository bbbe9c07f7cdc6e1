import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PushCommand, PushRequest } from './push-commands.ts';
import type { Site } from './site.ts';

/** The objects of a push before it is let in, in a folder of their own. */
export interface Incoming {
  /** Workflow files that a command creates or changes, compared with what its ref and the default branch hold. */
  readonly changed: (command: PushCommand) => Promise<readonly string[]>;
  forget(): Promise<void>;
}

export function incomingChanges(
  { site, origin }: { readonly site: Site; readonly origin: string },
  push: PushRequest,
): Incoming {
  let unpacked: Promise<Readonly<Record<string, string>>> | null = null;
  const objects = () => {
    unpacked ??= unpack(site, origin, push.pack);
    return unpacked;
  };
  return {
    async changed({ from, to }) {
      if (to === null) return [];
      const { main, tips } = await site.branches.look();
      const base = from ?? tips.get(main) ?? null;
      const env = await objects();
      const ofRef = await changedWorkflows(site, { from: base, to }, env);
      const other = tips.get(main);
      if (ofRef.length === 0 || from === null || other === undefined) return ofRef;
      // What comes from the default branch is there already.
      const ofMain = await changedWorkflows(site, { from: other, to }, env);
      return ofRef.filter((path) => ofMain.includes(path));
    },
    async forget() {
      const folder = (await unpacked)?.['GIT_OBJECT_DIRECTORY'];
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function unpack(site: Site, origin: string, pack: Buffer): Promise<Readonly<Record<string, string>>> {
  const env = {
    GIT_OBJECT_DIRECTORY: await mkdtemp(join(origin, 'incoming-')),
    GIT_ALTERNATE_OBJECT_DIRECTORIES: join(origin, 'objects'),
  };
  if (pack.length > 0) await site.branches.git(['unpack-objects', '-q'], { env, input: pack });
  return env;
}

async function changedWorkflows(
  site: Site,
  { from, to }: { readonly from: string | null; readonly to: string },
  env: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const path = '.github/workflows/';
  const args =
    from === null
      ? ['ls-tree', '-r', '-z', '--name-only', to, path]
      : ['diff-tree', '-r', '-z', '--name-only', '--diff-filter=d', from, to, '--', path];
  return (await site.branches.git(args, { env })).split('\0').filter((name) => name !== '');
}
