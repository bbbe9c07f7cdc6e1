import type { ReleasesRecord } from '../status.ts';
import { compareVersions, RELEASE_NAME } from '../text/versions.ts';

/** A published release, as GitHub tells it. */
export interface ReleasedVersion {
  /** The name of its tag. */
  readonly name: string;
  /** Markdown. */
  readonly notes: string;
}

/** So many are remembered, the newest ones. */
const MOST_REMEMBERED = 20;
const HEADING = /^ {0,3}#{1,6}[ \t]+(.*)$/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const FENCE = /^ {0,3}(```|~~~)/;
/** Less what stands around the word: marks of emphasis, an emoji, a colon, the closing `#`. */
const ABOUT_SECURITY = /^[^\p{L}\p{N}]*security(?:[ \t]+fix(?:es)?)?[^\p{L}\p{N}]*$/iu;

/** Whether the notes of a release have a section on security, as Keep a Changelog calls it: `### Security`. */
export function hasSecuritySection(notes: string): boolean {
  let fence: string | null = null;
  let before = '';
  for (const line of notes.split(/\r\n?|\n/)) {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === null || fence === mark)) fence = fence === null ? mark : null;
    const heading = UNDERLINE.test(line) ? before : HEADING.exec(line)?.[1];
    if (fence === null && heading !== undefined && ABOUT_SECURITY.test(heading)) return true;
    before = line;
  }
  return false;
}

/** What is remembered after a look: the versions with a security fix, newest first, those of earlier looks among them. */
export function securityVersions(
  releases: readonly ReleasedVersion[],
  before: readonly string[],
): readonly string[] {
  const found = releases.filter(({ name, notes }) => RELEASE_NAME.test(name) && hasSecuritySection(notes));
  const all = new Set([...found.map(({ name }) => name), ...before]);
  return [...all].toSorted((one, other) => compareVersions(other, one)).slice(0, MOST_REMEMBERED);
}

/** Those that what runs here does not have, newest first. */
export function missingFixes(record: ReleasesRecord | undefined, own: string): readonly string[] {
  return (record?.security ?? []).filter((version) => compareVersions(version, own) > 0);
}
