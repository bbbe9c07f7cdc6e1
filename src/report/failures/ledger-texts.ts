/** Why the state branch could not be written. `remote`: what git or the remote said. */
export const LEDGER_TEXTS = {
  mayNotPush: (branch: string, remote: string) =>
    `The remote does not let the branch ${branch} be pushed: ${remote} Give the agent's token contents: write, and exempt ${branch} from rules.`,
  nameTaken: (branch: string, remote: string) =>
    `The remote cannot have a branch ${branch}, because another branch takes its name: ${remote} Rename that branch, or set state_branch in .github/wakeful.yml to another name.`,
  foreign: (branch: string, { owner, here }: { readonly owner: string; readonly here: string }) =>
    `state/lock.json on ${branch} belongs to ${owner}, this is ${here}: a copy or a fork. To go on here from that state, run the command \`adopt\` of Wakeful in a clone of this repository; to start over, delete the branch ${branch} and all branches under wakeful/ here. If it is the same repository under a new name, keep them: give the remote of a clone its new address, or write the new name into state/lock.json.`,
  /** `inTheWay`: a branch because of which no branch can have the name. `orphans`: work branches. */
  missing: (
    branch: string,
    found: { readonly inTheWay: string | undefined; readonly orphans: readonly string[] },
  ) =>
    found.inTheWay === undefined
      ? `The branch ${branch} is missing, but work branches exist (${found.orphans.join(', ')}). Restore it, or delete all branches under wakeful/ to start over.`
      : `The branch ${branch} is missing, and ${found.inTheWay} keeps a branch of that name from existing. If it is the state branch under another name, rename it back; otherwise rename it, or set state_branch in .github/wakeful.yml to another name.`,
  refusedAgain: (branch: string, times: number, remote: string) =>
    `The remote refused ${times} pushes to ${branch} in a row, although nobody else had pushed to it: ${remote}`,
} as const;
