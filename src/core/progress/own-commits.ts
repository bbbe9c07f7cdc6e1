/** A commit of a work branch, as its history shows it. */
interface BranchCommit {
  readonly commit: string;
  readonly parentIds: readonly string[];
  readonly author: string;
  readonly email: string;
  readonly isAsMade: boolean;
  readonly body: string;
}

export interface OwnCommitFacts {
  /** Id of the goal that the branch belongs to. */
  readonly goal: string;
  /** Whom the agent commits as. */
  readonly author: { readonly name: string; readonly email: string };
  /** What the record holds of the branch; null: nothing. */
  readonly known: string | null;
  /** Commits of the default branch. */
  readonly base: ReadonlySet<string>;
}

/**
 * What the agent's commits, oldest first, are based on: the newest commit of the default branch, or what the record holds. Null:
 * there are none, or somebody else has a hand in them. A person who amends or rebases keeps the agent's trailers, but not its name, address and time.
 */
export function baseOfOwn(commits: readonly BranchCommit[], facts: OwnCommitFacts): string | null {
  const here = new Set(commits.map(({ commit }) => commit));
  let base = facts.known;
  for (const commit of commits) {
    if (!isOwn(commit, facts)) return null;
    for (const parent of commit.parentIds) {
      if (here.has(parent) || parent === facts.known) continue;
      if (!facts.base.has(parent)) return null;
      base = parent;
    }
  }
  return commits.length === 0 ? null : base;
}

function isOwn(
  { author, email, isAsMade, body }: BranchCommit,
  { goal, author: own }: OwnCommitFacts,
): boolean {
  const trailers = body.split('\n').slice(-6);
  const hasTrailers =
    trailers.includes(`Wakeful-Goal: ${goal}`) && trailers.some((line) => line.startsWith('Wakeful-Nonce: '));
  return isAsMade && author === own.name && email === own.email && hasTrailers;
}
