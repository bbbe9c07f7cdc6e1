import { branchName } from '../core/branch-name.ts';
import type { RefUpdate, Sha } from '../ports.ts';

/** A push to the branch of a draft. It carries no name: what is written in the state never decides where work goes. */
export interface BranchUpdate {
  /** Its goal's id. */
  readonly goal: string;
  readonly draftKey: string;
  readonly generation: number;
  readonly commit: Sha;
  /** What the branch must hold now; null: it must not exist. */
  readonly expect: Sha | null;
}

/** The one place that names a branch for a push besides the state branch. */
export function refUpdateOf({ goal, draftKey, generation, commit, expect }: BranchUpdate): RefUpdate {
  return { branch: branchName(goal, draftKey, generation), commit, expect };
}
