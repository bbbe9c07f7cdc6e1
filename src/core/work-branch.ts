/** Every branch that the agent makes, except the state branch, starts so. */
export const BRANCH_PREFIX = 'wakeful/';

/** What stands between the goal and the generation: the words of the draft and its digest. */
const WORDS_AND_DIGEST = /^[a-z0-9]+(?:-[a-z0-9]+)*-[0-9a-f]{8}$/;

/** Whether a branch has the form of those that a goal's drafts of this generation have. */
export function isBranchOf(
  branch: string,
  { goal, generation }: { readonly goal: string; readonly generation: number },
): boolean {
  const start = `${BRANCH_PREFIX}${goal}/`;
  const end = `-${generation}`;
  if (!branch.startsWith(start) || !branch.endsWith(end)) return false;
  return WORDS_AND_DIGEST.test(branch.slice(start.length, -end.length));
}
