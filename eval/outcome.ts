import type { EffectReceipt } from '../src/core/effect.ts';
import type { Ending } from '../src/core/ending.ts';
import type { WorkFinding } from '../src/core/work-finding.ts';
import type { MemoryIssue } from '../src/simulation/world/memory-issues.ts';
import type { Files } from './case.ts';
import type { Conversation } from './recorded-model.ts';

/** What a run on a case has left, as far as it is graded. */
export interface Outcome {
  readonly ending: Ending;
  readonly detail: string;
  readonly before: Files;
  /** With all that the drafts would change. */
  readonly after: Files;
  readonly changed: readonly ChangedFile[];
  /** All changes, as text. */
  readonly patch: string;
  readonly issues: readonly MemoryIssue[];
  readonly effects: readonly EffectReceipt[];
  readonly conversations: readonly Conversation[];
  /** What the model handed in last, in each conversation. */
  readonly words: readonly HandedIn[];
  /** Commands that were run, in order. */
  readonly ran: readonly RanCommand[];
  /** The goal's checks on the files as they are in `after`. */
  readonly checks: readonly RanCommand[];
  readonly tokens: number;
  readonly calls: number;
  readonly seconds: number;
}

export interface ChangedFile {
  readonly path: string;
  readonly added: number;
  readonly removed: number;
}

export interface HandedIn {
  readonly title: string;
  /** Of `finish`, or the reason of `give_up`. */
  readonly summary: string;
  readonly findings: readonly WorkFinding[];
}

export interface RanCommand {
  readonly command: string;
  readonly exitCode: number | null;
}
