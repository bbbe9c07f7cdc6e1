import type { Mask } from '../core/access/mask.ts';
import { type MaskedRecord, maskedRecord } from '../core/access/masked-record.ts';
import { fixed, joinMasked, type Masked } from '../core/text/masked.ts';
import { jsonWithoutHalves } from '../core/text/plain-text.ts';
import type { ExtraFields, Message, ToolCall } from '../ports.ts';
import type { Fence } from './tools/fence.ts';
import type { Turns } from './tools/turns.ts';

interface Writing {
  readonly mask: Mask;
  readonly fence: Pick<Fence, 'boundary'>;
  readonly turns: Turns;
}

/** What the model has said. `extra` came from its server and goes back to it alone, unchanged: some check a signature in it. */
interface Answer {
  readonly content: string;
  readonly toolCalls: readonly ToolCall[];
  readonly extra?: ExtraFields;
}

/** What has been said, masked. Only ever appended, so that a server's cache of the beginning always hits. */
export class Transcript {
  readonly #messages: Message[] = [];
  readonly #ids = new Set<string>();
  readonly #mask: Mask;
  readonly #turns: Turns;
  readonly #boundary: string;

  constructor({ mask, fence, turns }: Writing) {
    this.#mask = mask;
    this.#turns = turns;
    this.#boundary = fence.boundary;
  }

  get messages(): readonly Message[] {
    return this.#messages;
  }

  system(content: string): void {
    this.#messages.push({ role: 'system', content: this.#masked(content) });
  }

  tell(content: string): void {
    this.#messages.push({ role: 'user', content: this.#masked(content) });
  }

  async answer({ content, toolCalls, extra }: Answer): Promise<void> {
    const calls: MaskedRecord<ToolCall>[] = [];
    for (const call of toolCalls) {
      await this.#turns.mask(call.arguments, this.#mask);
      const { extra: more, ...plain } = call;
      calls.push({
        ...sendable(maskedRecord(plain, this.#mask)),
        ...(more !== undefined && { extra: more }),
      });
    }
    await this.#turns.mask(content, this.#mask);
    this.#messages.push({
      role: 'assistant',
      content: this.#masked(content),
      toolCalls: calls,
      ...(extra !== undefined && { extra }),
    });
  }

  /** The same calls under ids that no other call of the conversation has: some servers count anew in each turn. */
  withOwnIds(calls: readonly ToolCall[]): readonly ToolCall[] {
    return calls.map((call) => {
      const isFine = /^[\w.:-]{1,40}$/.test(call.id) && !this.#ids.has(call.id);
      const id = isFine ? call.id : this.#freeId();
      this.#ids.add(id);
      return { ...call, id };
    });
  }

  /** Nine letters and digits suit the strictest servers. The model's own server may have given one of these as well. */
  #freeId(): string {
    for (let number = this.#ids.size; ; number++) {
      const id = `call${String(number).padStart(5, '0')}`;
      if (!this.#ids.has(id)) return id;
    }
  }

  async result(toolCallId: string, content: string): Promise<void> {
    for (const part of content.split(this.#boundary)) await this.#turns.mask(part, this.#mask);
    this.#messages.push({
      role: 'tool',
      toolCallId: this.#mask.identity(toolCallId),
      content: this.#masked(content),
    });
  }

  /** A pattern of the settings may fit the marks around data, and must not take them away. */
  #masked(content: string): Masked {
    const parts = content.split(this.#boundary).map((part) => this.#mask.mask(part));
    const boundary = this.#mask.identity(this.#boundary);
    return joinMasked(
      parts.flatMap((part, at) => (at === 0 ? [part] : [boundary, part])),
      '',
    );
  }
}

function isSendable(name: string): boolean {
  return /^[\w-]{1,64}$/.test(name);
}

/** Servers refuse a history whose arguments are no object of JSON, or with an odd name; the model reads in the result what was wrong. */
function sendable(call: MaskedRecord<ToolCall>): MaskedRecord<ToolCall> {
  const name = isSendable(call.name)
    ? call.name
    : fixed(call.name.includes('[masked]') ? 'masked' : 'unknown');
  try {
    const value: unknown = JSON.parse(call.arguments);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return { ...call, name, arguments: isObject ? jsonWithoutHalves(call.arguments) : fixed('{}') };
  } catch {
    return { ...call, name, arguments: fixed('{}') };
  }
}
