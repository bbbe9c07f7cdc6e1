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
  {
    id: 'while-you-were-away',
    name: 'While you were away',
    invitation:
      'Go to sleep for thirty seconds, then find out from the log, the status and the alerts what happened.',
  },
  {
    id: 'one-more-refinement',
    name: 'One more refinement',
    invitation:
      'Watch a model that is never finished for ten seconds, then move a limit and see where it stops and why.',
  },
  {
    id: 'crash-now',
    name: 'Crash now',
    invitation:
      'Press “Crash now” while both are working, wait for the next start, and count what was shipped twice.',
  },
  {
    id: 'break-it-yourself',
    name: 'Break it yourself',
    invitation:
      'Freeze runner A while it works, let B go on, thaw A, and try to break what must always hold.',
  },
] as const satisfies readonly [Tab, ...Tab[]];

export type TabId = (typeof TABS)[number]['id'];
