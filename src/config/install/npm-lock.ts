import * as v from 'valibot';
import { repositoryAddress } from '../github/repository-address.ts';
import { jsonOrNull } from './json.ts';

/** Where npm has the package of this program from. */
export type NpmOrigin =
  | {
      readonly kind: 'git';
      readonly url: string;
      /** `owner/name` on GitHub; null: it lies elsewhere. */
      readonly repository: string | null;
      readonly commit: string;
    }
  /** A file, by its path from the folder that npm installs into. */
  | { readonly kind: 'file'; readonly path: string };

const Lock = v.object({ packages: v.record(v.string(), v.object({ resolved: v.optional(v.string()) })) });

/** What npm writes down beside the packages that it installs. Null: this program has come from a registry, or by another way. */
export function readNpmLock(text: string): NpmOrigin | null {
  const read = v.safeParse(Lock, jsonOrNull(text));
  const resolved = read.success ? read.output.packages['node_modules/wakeful']?.resolved : undefined;
  const [, url, commit] = /^(?:git\+)?([^#]+)#([0-9a-f]{40})$/.exec(resolved ?? '') ?? [];
  if (url !== undefined && commit !== undefined) {
    const found = repositoryAddress(url);
    return { kind: 'git', url, commit, repository: found?.isGitHubs === true ? found.repository : null };
  }
  const path = /^file:(.+)$/.exec(resolved ?? '')?.[1];
  return path === undefined ? null : { kind: 'file', path };
}
