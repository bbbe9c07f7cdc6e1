import { sentence, shortTime } from '../words/sentences.ts';

/** Why a goal or an item ended as it did: sentences that go into results, the status and requests' answers. */
export const RESULT_TEXTS = {
  /** `until`: ISO time at which the lock ends. */
  heldByAnother: (run: string, until: string) => `Run ${run} works on the goal until ${shortTime(until)}.`,
  lockLost: 'Another run took over the lock of the goal before, so this run ends without taking another one.',
  paused: (reason: string) => sentence(`The goal is paused: ${reason}`),
  queueEmpty: 'Nothing in the queue needs work.',
  nothingDue: 'Nothing is due.',
  effectsDone: 'Effects that an earlier run had left were carried out.',
  lastRunDied: 'The last run that tried it died.',
} as const;
