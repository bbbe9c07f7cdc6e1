import type { Goal } from '../../core/goal.ts';
import type { Settings } from '../../core/settings.ts';

/** The goals and settings of one tree. */
export interface GoalTree {
  /** The defaults where the settings file is not valid. */
  readonly settings: Settings;
  readonly hasValidSettings: boolean;
  /** Valid goals only, sorted by id. */
  readonly goals: readonly Goal[];
  /** Ids of goals whose files are not valid. */
  readonly unusable: readonly string[];
  /** Everything that is wrong, one line each with its place. */
  readonly problems: readonly string[];
}
