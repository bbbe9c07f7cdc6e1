import type { MaskedRecord } from '../core/access/masked-record.ts';
import type { ModelSettings } from '../core/settings.ts';
import type { Masked } from '../core/text/masked.ts';

export interface ModelProvider {
  /** What drafts call the model that really answers. */
  name(settings: ModelSettings): string;
  /** `Halt('missing_key')` where none is configured. */
  open(settings: ModelSettings): Promise<Model>;
}

export interface Model {
  /** One non-streaming chat completion. Never retries and never throws for a fault: it answers with one. */
  ask(question: Question, signal: AbortSignal): Promise<ModelAnswer>;
}

export interface Question {
  readonly messages: readonly Message[];
  readonly tools: readonly ToolSchema[];
  readonly maxTokens: number;
}

export type Message =
  | { readonly role: 'system' | 'user'; readonly content: Masked }
  | {
      readonly role: 'assistant';
      readonly content: Masked;
      readonly toolCalls: readonly MaskedRecord<ToolCall>[];
      /** What else the server's message held. It goes back to that server alone, unchanged: some check that it does. */
      readonly extra?: ExtraFields;
    }
  | { readonly role: 'tool'; readonly toolCallId: Masked; readonly content: Masked };

/** Fields of a server's own that nobody here reads. */
export type ExtraFields = ReadonlyMap<'fields', Readonly<Record<string, unknown>>>;

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** As the model wrote it: JSON or not. */
  readonly arguments: string;
  /** What else the server's call held, such as a signature. */
  readonly extra?: ExtraFields;
}

export interface ToolSchema {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of an object. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export type ModelAnswer =
  | {
      readonly kind: 'answer';
      readonly content: string;
      readonly toolCalls: readonly ToolCall[];
      readonly extra?: ExtraFields;
      readonly finish: 'stop' | 'tool_calls' | 'length' | 'refusal';
      /** Null: the server did not say. */
      readonly usage: { readonly tokensIn: number; readonly tokensOut: number } | null;
    }
  | {
      readonly kind: 'fault';
      readonly fault: ModelFault;
      /** Whether the request may have been worked on, so that its worst case is charged. */
      readonly isCharged: boolean;
      /** Seconds, when the server said so. */
      readonly retryAfter: number | null;
      /** What a broken answer cost, where the server still said so. */
      readonly usage?: { readonly tokensIn: number; readonly tokensOut: number } | null;
      readonly detail: string;
    };

export type ModelFault =
  | 'unreachable'
  | 'rate_limited'
  | 'server_error'
  | 'timeout'
  | 'dropped'
  | 'malformed'
  | 'key_refused'
  /** The settings or the server are not right: it concerns every item. */
  | 'bad_request'
  /** What was sent about this item is refused: another item may well be answered. */
  | 'refused_text'
  /** The server could not read what the model wrote. */
  | 'slip';
