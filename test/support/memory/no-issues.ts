import type { Issues } from '../../../src/ports.ts';

/** For wakes of goals that have nothing to do with issues. */
export const NO_ISSUES: Issues = {
  list: async () => [],
  read: async () => null,
  labelNames: async () => [],
  comment: async () => false,
  label: async () => false,
  unlabel: async () => false,
  findOpened: async () => null,
  listOpened: async () => [],
  readOpened: async () => null,
  change: async () => false,
  open: () => Promise.reject(new Error('there are no issues here')),
};
