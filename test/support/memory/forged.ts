import type { Night } from './night.ts';
import { STATE } from './night.ts';

type Json = { [name: string]: Json } & Json[] & string & number;

/** What somebody who may push the state branch makes of one of its files. */
export type Forgery = (file: Json, night: Night) => unknown;

/** Pushes a changed file of the state branch, as somebody else than the agent. */
export async function forge(night: Night, path: string, change: Forgery): Promise<void> {
  const text = night.remote.text(STATE, path);
  const file = JSON.parse(text ?? '{}') as Json;
  const changed = change(file, night) ?? file;
  await forgeText(night, path, `${JSON.stringify(changed, null, 2)}\n`);
}

/** The same with a text, or null to take the file away. */
async function forgeText(night: Night, path: string, text: string | null): Promise<void> {
  await night.remote.commit({ branch: STATE, files: { [path]: text }, time: night.clock.now() });
}

/** The only value of an object. */
export function only(map: Json): Json {
  const [value] = Object.values(map) as Json[];
  if (value === undefined) throw new Error('there is nothing to forge');
  return value;
}

/** These fields of the file have other values. */
export const put =
  (change: Readonly<Record<string, unknown>>): Forgery =>
  (file) => {
    Object.assign(file, change);
  };

/** These fields of its only task have other values. */
export const item =
  (change: Readonly<Record<string, unknown>>): Forgery =>
  (file) => {
    Object.assign(only(file['items']), change);
  };

/** These fields of its only draft have other values. */
export const draft =
  (change: Readonly<Record<string, unknown>>): Forgery =>
  (file) => {
    Object.assign(only(file['drafts']), change);
  };
