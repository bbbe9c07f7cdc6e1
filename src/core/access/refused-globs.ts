import { alternativesAt, globClassAt, isLiteral, placesOf } from './matching/glob-marks.ts';
import type { PathRules } from './permission.ts';
import { mayBeNamed, type Protection, protectedAs } from './protected-paths.ts';

/** Why a glob under `permissions.write` lets a goal write nothing at all. */
export type GlobRefusal =
  | { readonly kind: 'never' | 'not_named'; readonly as: Protection }
  | { readonly kind: 'by_settings' };

/** More alternatives than this are not looked at. */
const MOST_EXAMPLES = 64;

/** Null: it lets a goal write something, or only takes away. Judged by the glob alone, without knowing any file. */
export function refusedGlob(
  glob: string,
  rules: Pick<PathRules, 'goalsFolder' | 'agentFolders'> & {
    readonly isProtected: (path: string) => boolean;
  },
): GlobRefusal | null {
  if (glob.startsWith('!')) return null;
  const named = isLiteral(glob);
  if (named && rules.isProtected(glob)) return { kind: 'by_settings' };
  const found = examplesOf(glob).map((path) => protectedAs(path, rules));
  const [first = null] = found;
  if (first === null || found.includes(null)) return null;
  if (!mayBeNamed(first)) return { kind: 'never', as: first };
  return named ? null : { kind: 'not_named', as: first };
}

/** Paths that a glob matches, one for each alternative, with the same letter for every wildcard. */
function examplesOf(glob: string): readonly string[] {
  let paths: readonly string[] = [glob];
  while (paths.some((path) => firstAlternatives(path) !== null)) {
    paths = paths.flatMap((path) => firstAlternatives(path) ?? [path]);
    if (paths.length > MOST_EXAMPLES) return [];
  }
  return paths.map((path) => withoutClasses(path).replace(/\*+|\?/g, 'x'));
}

/** The glob with each of its first alternatives; null: it has none. */
function firstAlternatives(glob: string): readonly string[] | null {
  for (const at of placesOf(glob, /\{/)) {
    const found = alternativesAt(glob, at);
    if (found === null) continue;
    return found.choices.map((choice) => glob.slice(0, at) + choice + glob.slice(at + found.length));
  }
  return null;
}

function withoutClasses(glob: string): string {
  for (const at of placesOf(glob, /\[/)) {
    const found = globClassAt(glob, at);
    if (found !== null) return `${glob.slice(0, at)}x${withoutClasses(glob.slice(at + found.length))}`;
  }
  return glob;
}
