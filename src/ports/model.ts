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
  /** One answer, whole. Never retries and never throws for a fault: it answers with one. */
  ask(question: Question, signal: AbortSignal): Promise<ModelAnswer>;
  /** How its server calls the limit of an answer, as far as it has shown; missing: not known. */
  readonly limitField?: string;
}

export interface Question {
  readonly messages: readonly Message[];
  readonly tools: readonly ToolSchema[];
  readonly maxTokens: number;
  /** What it is asked for, which no server is told; missing: for no goal. */
  readonly about?: QuestionSubject;
}

/** The work that a question belongs to. */
export interface QuestionSubject {
  /** Id. */
  readonly goal: string;
  /** As the log names it; null: the goal has only one. */
  readonly task: Masked | null;
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
      readonly usage: AnswerUsage | null;
    }
  | {
      readonly kind: 'fault';
      readonly fault: ModelFault;
      /** Whether the request may have been worked on, so that its worst case is charged. */
      readonly isCharged: boolean;
      /** Seconds, when the server said so. */
      readonly retryAfter: number | null;
      /** What a broken answer cost, where the server still said so. */
      readonly usage?: AnswerUsage | null;
      readonly detail: string;
    };

/** What an answer took, as its server says. */
export interface AnswerUsage {
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Of the prompt: read from the server's cache. */
  readonly cachedIn?: number;
  /** Of the answer: thinking that nobody reads. */
  readonly reasoningOut?: number;
}

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
  /** The account has nothing left to pay with. */
  | 'no_credit'
  /** The server has no such model, or has it no longer. */
  | 'unknown_model'
  /** The model does not answer any more, and another one will. */
  | 'replaced'
  /** What was sent about this item is refused: another item may well be answered. */
  | 'refused_text'
  /** The server could not read what the model wrote. */
  | 'slip';
