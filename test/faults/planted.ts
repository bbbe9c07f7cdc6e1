/**
 * Faults that are planted one at a time into a copy of the source: for each invariant at least one, and the tests that
 * must fail because of it. `npm run faults` shows that they do.
 */
export interface PlantedFault {
  /** Name of the invariant, as in docs/design.md. */
  readonly invariant: string;
  /** What the fault does, in words. */
  readonly what: string;
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly from: string;
  readonly to: string;
  /** Test files that must notice, as filters of the test runner. */
  readonly tests: readonly string[];
}

export const PLANTED_FAULTS: readonly PlantedFault[] = [
  {
    invariant: 'I6',
    what: 'a draft is created without looking for it first',
    file: 'src/wake/outbox.ts',
    from: 'const found = await github.findDrafts(record.branch, session.deadline.work);',
    to: 'const found: readonly Draft[] = [];',
    tests: ['test/wake/crash-table.test.ts'],
  },
];
