import type { IssueReader, IssueThread } from '../ports.ts';

/** Each costs requests, and a repository has 1,000 of them an hour. */
const MOST_READ = 20;

/** What an item may see of the repository's issues. Looks only, and asks for each thing once. */
export class IssueDesk {
  readonly #reader: IssueReader;
  readonly #signal: AbortSignal;
  readonly #threads = new Map<number, IssueThread | null>();
  #labels: readonly string[] | null = null;

  /** `item`: the issue that the item is, as it was read last; null: it is none. */
  constructor(reader: IssueReader, item: IssueThread | null, signal: AbortSignal) {
    this.#reader = reader;
    this.#signal = signal;
    if (item !== null) this.#threads.set(item.number, item);
  }

  /** Null: there is no such issue. `too_many`: the item has read enough of them. */
  async thread(number: number): Promise<IssueThread | null | 'too_many'> {
    const known = this.#threads.get(number);
    if (known !== undefined) return known;
    if (this.#threads.size >= MOST_READ) return 'too_many';
    const thread = await this.#reader.read(number, this.#signal);
    this.#threads.set(number, thread);
    return thread;
  }

  async labels(): Promise<readonly string[]> {
    this.#labels ??= await this.#reader.labelNames(this.#signal);
    return this.#labels;
  }
}
