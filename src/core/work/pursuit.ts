import type { ProposedEffect } from '../effect.ts';
import type { Ending } from '../ending.ts';
import type { SecondReading } from '../item-state.ts';
import type { CheckReport } from '../progress/check-report.ts';
import type { WorkFinding } from '../work-finding.ts';

/** What the model made of an item. The work so far is in the work tree, however it ended. */
export interface Pursuit {
  readonly ending: Ending;
  /** One plain sentence. */
  readonly detail: string;
  /** What the model calls its change; empty unless it finished and said so. */
  readonly title: string;
  /** What the model says it did; empty unless it finished. */
  readonly summary: string;
  readonly findings: readonly WorkFinding[];
  /** Changes and effects that the rules did not allow, at most a few. */
  readonly refused: readonly string[];
  /** What the model noted in this attempt. */
  readonly notes: readonly string[];
  readonly effects: readonly ProposedEffect[];
  /** The last report of each of the goal's checks. */
  readonly checks: readonly CheckReport[];
  /** What a second reader made of the finished change; missing: none was asked. */
  readonly reading?: SecondReading;
  /** What is left needs a person, so no further attempt follows; missing: another one may bring more. */
  readonly isFinal?: true;
}
