import type { Issues } from '../../src/ports.ts';

/** A repository without any issue that a goal could work on. */
export const NO_ISSUES: Issues = {
  list: async () => [],
  read: async () => null,
  comment: async () => false,
  label: async () => false,
  findOpened: async () => null,
  open: () => Promise.reject(new Error('no issue can be opened here')),
};
