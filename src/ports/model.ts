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
    }
  | { readonly role: 'tool'; readonly toolCallId: Masked; readonly content: Masked };

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** As the model wrote it: JSON or not. */
  readonly arguments: string;
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
  | 'bad_request';
