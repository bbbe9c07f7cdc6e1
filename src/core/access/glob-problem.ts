/**
 * Why a glob written by the model is not used; null when it is fine. Many wildcards in one path segment can
 * make matching take for ever.
 */
export function globProblem(glob: string): string | null {
  if (glob.length > 200) return 'the glob is longer than 200 characters';
  if (/[@?+*!]\(/.test(glob)) return 'groups such as +(a|b) are not supported; use {a,b}';
  if (glob.split('/').some((segment) => (segment.match(/\*+/g) ?? []).length > 4)) {
    return 'at most four * are possible between two slashes';
  }
  if ((glob.match(/\*\*/g) ?? []).length > 4) return 'at most four ** are possible';
  if ((glob.match(/\{/g) ?? []).length > 4) return 'at most four {a,b} are possible';
  return null;
}
