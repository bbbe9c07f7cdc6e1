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
