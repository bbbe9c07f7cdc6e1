/** What could not be done at GitHub beside what was asked for. `why`: a sentence. */
export const GITHUB_TEXTS = {
  noLabels: (why: string) => `It has no labels: ${why}`,
  noReview: (name: string, why: string) => `${name} could not be asked for a review: ${why}`,
  noTime: 'there was no time left.',
  notWritten: (what: string, why: string) => `Could not write ${what}: ${why}`,
} as const;

/** Between a text that was too long and its last line. */
export const CUT_SHORT = '\n\n(cut: GitHub takes no more)\n\n';
