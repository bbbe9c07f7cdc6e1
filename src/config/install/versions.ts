import { compareVersions } from '../../core/text/versions.ts';

/** A release, as a tag names it. */
export interface TaggedVersion {
  /** E.g. `v1.2.3`. */
  readonly name: string;
  readonly commit: string;
}

/** The releases among the tags that `git ls-remote --tags` lists. Of a tag with words of its own, the commit below it counts. */
export function versionsIn(listing: string): readonly TaggedVersion[] {
  const found = new Map<string, string>();
  for (const [, commit = '', name = ''] of listing.matchAll(
    /^([0-9a-f]{40,64})\trefs\/tags\/(v\d+\.\d+\.\d+)(?:\^\{\})?$/gm,
  ))
    found.set(name, commit);
  return [...found].map(([name, commit]) => ({ name, commit }));
}

/** Null: there is none. */
export function newestVersion(versions: readonly TaggedVersion[]): TaggedVersion | null {
  return versions.toSorted((one, other) => compareVersions(other.name, one.name))[0] ?? null;
}
