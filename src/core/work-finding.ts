/** Something that the model found and that a person should know, as it stands on the state branch. */
export interface WorkFinding {
  /** Null: of no file in particular. */
  readonly path: string | null;
  /** From 1; null: of no line in particular. */
  readonly line: number | null;
  readonly text: string;
}

/** Of one item. */
export const MOST_FINDINGS = 20;
