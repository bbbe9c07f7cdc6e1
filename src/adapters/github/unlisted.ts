import * as v from 'valibot';
import type { GitHubCall } from './call.ts';
import { orAbsent } from './refused.ts';

/** How many numbers around the newest one are looked at. Numbers are given in order, to issues and pull requests alike. */
const AROUND = 3;
const LISTED = 10;
const NEWEST = { state: 'all', sort: 'created', direction: 'desc' };
const Numbers = v.array(v.object({ number: v.number() }));

/**
 * Numbers just before and after the newest that the lists show, and that the lists do not show: of something so young
 * that the lists lag behind, or of nothing.
 */
export async function unlistedNumbers(call: GitHubCall): Promise<readonly number[]> {
  const issues = await orAbsent(
    call.list({ route: 'GET /repos/{owner}/{repo}/issues', with: NEWEST }, Numbers, { most: LISTED }),
  );
  // Where issues are switched off, pull requests have the numbers for themselves.
  const route = 'GET /repos/{owner}/{repo}/pulls';
  const listed = issues ?? (await call.list({ route, with: NEWEST }, Numbers, { most: LISTED }));
  const shown = new Set(listed.map(({ number }) => number));
  const newest = Math.max(0, ...shown);
  const around = Array.from({ length: 2 * AROUND + 1 }, (_, index) => newest + AROUND - index);
  return around.filter((number) => number > 0 && !shown.has(number));
}
