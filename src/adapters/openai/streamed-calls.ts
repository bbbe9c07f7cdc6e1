import { type Fields, joined } from './joined.ts';
import { asRecord, parsedJson } from './json.ts';

/** More calls than one answer has. Each part is looked for among all of them. */
const MOST_CALLS = 500;

/**
 * Puts the calls of a stream together. Servers tell them apart by their place, by their id, or not at all: some give all calls the
 * first place, some no place, and some a new id to each part of one call.
 */
export class StreamedCalls {
  readonly #calls: Fields[] = [];
  /** The newest call at each place, as an index of `#calls`. */
  readonly #newest = new Map<unknown, number>();

  /** In the order in which they began. */
  get all(): readonly Fields[] {
    return this.#calls;
  }

  /** `place`: of the part among those that came with it. */
  add(given: unknown, place: number): void {
    const part = asRecord(given);
    if (part === null) return;
    const { index, ...call } = part;
    const slot = index ?? place;
    const at = this.#callOf(call, { slot, hasPlace: typeof index === 'number' });
    if (at >= MOST_CALLS) return;
    this.#calls[at] = joined(this.#calls[at] ?? {}, call);
    this.#newest.set(slot, at);
  }

  #callOf(call: Fields, { slot, hasPlace }: { readonly slot: unknown; readonly hasPlace: boolean }): number {
    const known = hasPlace
      ? -1
      : this.#calls.findIndex((each) => textOf(call['id']) !== '' && each['id'] === call['id']);
    if (known >= 0) return known;
    const newest = this.#newest.get(slot);
    const before = newest === undefined ? undefined : this.#calls[newest];
    return newest === undefined || before === undefined || beginsAnother(before, call)
      ? this.#calls.length
      : newest;
  }
}

/** Whether a part begins a call of its own, although a call is at its place. */
function beginsAnother(before: Fields, part: Fields): boolean {
  const [id, other] = [textOf(before['id']), textOf(part['id'])];
  if (textOf(asRecord(part['function'])?.['name']) === '' || (id !== '' && id === other)) return false;
  const written = asRecord(before['function'])?.['arguments'];
  if (typeof written !== 'string') return written !== undefined;
  if (written.trim() === '') return id !== '' && other !== '';
  // Very many parts may come with a name, and each would be read from its beginning.
  return written.trimEnd().endsWith('}') && parsedJson(written) !== undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
