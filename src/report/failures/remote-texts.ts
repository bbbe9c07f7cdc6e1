/** What git and a remote answer that they give no words for themselves. */
export const REMOTE_TEXTS = {
  accessAdvice:
    'Give the token "contents: write" for this repository, or set up credentials that work without a person.',
  noReason: 'git gave no reason.',
  heldBefore: (branches: string) =>
    `${branches} held the pushed commit already while other branches changed.`,
  heldThis: 'The remote held this commit before the push.',
  notGiven: (remote: string, id: string) =>
    `The remote ${remote} did not give the object ${id}, which it has promised to keep. What is in it is not known.`,
  partialClone: (folder: string) =>
    `The clone in ${folder} does not hold the contents of all files. Nothing is fetched into it here: clone it without a filter, or fetch what is missing with \`git fetch --refetch --no-filter\`.`,
  cutOff: 'The push was cut off before the remote answered.',
} as const;
