/** What git and a remote answer that they give no words for themselves. */
export const REMOTE_TEXTS = {
  accessAdvice:
    'Give the token "contents: write" for this repository, or set up credentials that work without a person.',
  noReason: 'git gave no reason.',
  heldBefore: (branches: string) =>
    `${branches} held the pushed commit already while other branches changed.`,
  heldThis: 'The remote held this commit before the push.',
  cutOff: 'The push was cut off before the remote answered.',
} as const;
