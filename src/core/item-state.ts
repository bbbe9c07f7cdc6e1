import type { EffectReceipt, ProposedEffect } from './effect.ts';
import type { Ending } from './ending.ts';
import type { WorkFinding } from './work-finding.ts';

export type ItemStatus = 'open' | 'done' | 'stuck' | 'refused' | 'merged' | 'taken_over';

export interface ItemRecord {
  readonly status: ItemStatus;
  /** Attempts started, over all wakes. */
  readonly attempts: number;
  readonly ending: Ending | null;
  /** Why it ended so, one sentence. */
  readonly detail: string;
  readonly summary: string;
  /** What the model calls its change; missing: it did not say. */
  readonly change_title?: string;
  /** Changes and effects that the rules did not allow; missing: none. */
  readonly refused?: readonly string[];
  /** What the model found besides; missing: nothing. */
  readonly findings?: readonly WorkFinding[];
  /** The run that these are of, where the next one begins anew; missing: they stay until the element has a new version. */
  readonly found_in?: string;
  /** What a second reader made of the change; missing: none was asked. */
  readonly reading?: SecondReading;
  /** What the model wanted to remember. */
  readonly notes: readonly string[];
  /** One sentence per check: what ran and how it ended, or why it did not run. */
  readonly checks: readonly string[];
  /** Key of the draft that carries this item's change. */
  readonly draft: string | null;
  readonly updated_at: string;
  readonly spent: {
    readonly tokens: number;
    readonly usd_micros: number;
    readonly calls: number;
    /** Of the tokens: read from a server's cache, and thinking; missing: none. */
    readonly cached_tokens?: number;
    readonly reasoning_tokens?: number;
    /** Of the tokens: of a second reader; missing: none. */
    readonly reader_tokens?: number;
  };
  /** Effects decided on and not yet carried out, in order. */
  readonly outbox: readonly OutboxEntry[];
  /** What people call it, where its key says less. */
  readonly title?: string;
  /** It was stuck, and is tried again after an edit of the goal or because a person asked: its alert stays until it succeeds. */
  readonly lifted?: boolean;
  /** How many attempts that had cost something were given back. */
  readonly given_back?: number;
  /** Effects on issues that were carried out, oldest first. */
  readonly effects?: readonly EffectReceipt[];
}

export type OutboxEntry =
  | { readonly kind: 'draft'; readonly draft: string; readonly marker: string }
  | (ProposedEffect & { readonly marker: string });

/** What an objection of a second reader is about. */
export const OBJECTION_KINDS = ['hunk', 'claim', 'order', 'missing', 'against'] as const;
export type ObjectionKind = (typeof OBJECTION_KINDS)[number];

/** What a second reader has against a change, as it stands on the state branch. */
export interface Objection {
  readonly kind: ObjectionKind;
  /** Null: of no file in particular. */
  readonly path: string | null;
  /** From 1; null: of no line in particular. */
  readonly line: number | null;
  readonly text: string;
}

/** What a second reader, who does not know the conversation, made of a finished change. As it stands on the state branch. */
export interface SecondReading {
  /** The name that its server knows. */
  readonly model: string;
  /** Why nobody has read the change as it is now: the rest of a sentence behind "because"; missing: it has been read. */
  readonly unread?: string;
  /** What it objects to and the first model has not settled; missing: nothing. */
  readonly objections?: readonly Objection[];
  /** The change was too long to be shown as a whole; missing: it was not. */
  readonly is_part?: true;
}

/** Of one reading. */
export const MOST_OBJECTIONS = 10;

/** The objection that the summary itself argues against the change; null: the reader does not say so. */
export function arguesAgainst({ objections = [] }: SecondReading): Objection | null {
  return objections.find(({ kind }) => kind === 'against') ?? null;
}
