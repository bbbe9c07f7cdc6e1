import type { InvariantName } from '../../simulation/checks/observed.ts';

/** What each invariant says, in a few words; docs/design.md says it in full. */
export const INVARIANT_MEANINGS: Readonly<Record<InvariantName, string>> = {
  I1: 'At most one run holds a goal.',
  I2: 'A run that has lost its lock changes nothing in git.',
  I3: 'A lock never blocks a goal for ever.',
  I4: 'A refused push is never blindly repeated.',
  I5: 'No budget is exceeded, not even by crashes.',
  I6: 'There is one draft for each version of a task.',
  I7: 'Finished work is not done again, and unfinished work is not lost.',
  I8: 'An attempt counts from its start.',
  I9: 'The model cannot write what limits it.',
  I10: 'Nothing outside the listed effects is possible.',
  I11: 'The commits of a person are never overwritten.',
  I12: 'A stop is obeyed within 15 seconds or one step.',
  I13: 'No secret leaves the process.',
  I14: 'No line of the log is lost or doubled.',
  I15: 'Every due time is counted exactly once.',
  I16: 'A request is served or answered, once.',
  I17: 'A goal cannot run away over many runs.',
  'harmed state': 'A state that cannot be read is never guessed at.',
  liveness: 'When faults stop, everything that is due gets done.',
  'no defect': 'No run ends by a mistake of its own.',
};
