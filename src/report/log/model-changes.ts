/** What is said where another model takes the place of one. */
export const MODEL_CHANGES = {
  replaced: (name: string, why: string) => `${name} of the settings answers from here on, because: ${why}`,
} as const;
