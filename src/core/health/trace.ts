import type { Ending } from '../ending.ts';

/** Where the traces of runs go. */
export interface TraceTarget {
  /** With its path. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** What sends them, by OpenTelemetry's names. */
  readonly resource: Readonly<Record<string, string>>;
  /** Whether what is asked and answered is sent as well. */
  readonly hasTexts: boolean;
}

/** One call of a model, as its trace tells it. Times are milliseconds since 1970 UTC. */
export interface TracedCall {
  readonly model: string;
  /** Id of the goal that it was made for; null: for none. */
  readonly goal: string | null;
  /** As the log names it; null: the goal has only one. */
  readonly task: string | null;
  /** Its server; null: the usual one of the package. `port`: null where it is the usual one. */
  readonly server: { readonly host: string; readonly port: number | null } | null;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly mostTokens: number;
  readonly end:
    | { readonly kind: 'answer'; readonly finish: string }
    | { readonly kind: 'fault'; readonly fault: string; readonly detail: string }
    /** The run has given up on it. */
    | { readonly kind: 'aborted' };
  /** Null: the server did not say. */
  readonly usage: TracedUsage | null;
  /** Missing: nobody asked for it. */
  readonly texts?: { readonly asked: readonly TracedMessage[]; readonly answered: string };
}

export interface TracedUsage {
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly cachedIn?: number;
  readonly reasoningOut?: number;
  /** Null: no price is known. */
  readonly usdMicros: number | null;
}

export interface TracedMessage {
  readonly role: string;
  readonly content: string;
}

/** A run that is over, as its trace tells it. */
export interface TracedWake {
  /** `watch`: the watchdog, which asks no model. */
  readonly does: 'work' | 'watch';
  readonly id: string;
  readonly repository: string;
  readonly url: string | null;
  readonly trigger: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly ending: Ending;
  readonly isFailure: boolean;
  readonly goals: readonly string[];
  readonly calls: readonly TracedCall[];
}

/** Why a trace did not arrive. */
export type TraceFailure =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly timeoutMs: number };
