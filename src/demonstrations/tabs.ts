export interface Tab {
  readonly id: string;
  readonly name: string;
  /** What to try, as one sentence. */
  readonly invitation: string;
}

/** Every demonstration, in the order of the chapter. */
export const TABS = [
  {
    id: 'who-starts-it',
    name: 'Who starts it?',
    invitation:
      'Keep your hands off the page for ten seconds, then send a request, and see which of the two counters needed you.',
  },
] as const satisfies readonly [Tab, ...Tab[]];

export type TabId = (typeof TABS)[number]['id'];
