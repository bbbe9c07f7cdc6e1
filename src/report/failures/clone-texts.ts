/** What is wrong with a person's clone, and what to do. */
export const cloneTexts = {
  noClone: (folder: string) =>
    `${folder} is not in a clone of a git repository. Go into the clone of your repository and start again.`,
  noCommit: (remote: string) =>
    `Neither the remote ${remote} nor this clone has a commit on its default branch yet. Make a first commit, push it, and start again.`,
  branchThere: (branch: string, git: string) =>
    `The branch ${branch} could not be written: ${git} If it is left over from an earlier try, delete it with git branch -D ${branch}.`,
  notPushed: (branch: string, remote: string) =>
    `The branch ${branch} is in this clone, but could not be pushed: ${remote} A token that pushes workflow files needs the scope "workflow" (fine-grained: the permission Workflows). Push it by another way, or give the token that scope.`,
  gitFailed: (command: string, git: string) => `git ${command} failed: ${git}`,
} as const;
