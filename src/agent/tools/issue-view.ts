import type { Mask } from '../../core/access/mask.ts';
import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { IssueReader, IssueThread } from '../../ports.ts';
import { maskedThread } from './issue-text.ts';
import type { Turns } from './turns.ts';

/** Each costs requests, and a repository has 1,000 of them an hour. */
const MOST_READ = 20;

interface IssueViewing {
  readonly mask: Mask;
  readonly signal: AbortSignal;
  readonly turns: Turns;
}

/** What an item may see of the repository's issues. Looks only, and asks for each thing once. */
export class IssueView {
  readonly #reader: IssueReader;
  readonly #deps: IssueViewing;
  readonly #threads = new Map<number, MaskedRecord<IssueThread> | null>();
  #labels: readonly string[] | null = null;

  /** `item`: the issue that the item is, as it was read last; null: it is none. */
  constructor(reader: IssueReader, item: MaskedRecord<IssueThread> | null, deps: IssueViewing) {
    this.#reader = reader;
    this.#deps = deps;
    if (item !== null) this.#threads.set(item.number, item);
  }

  /** Null: there is no such issue. `too_many`: the item has read enough of them. */
  async thread(number: number): Promise<MaskedRecord<IssueThread> | null | 'too_many'> {
    const known = this.#threads.get(number);
    if (known !== undefined) return known;
    if (this.#threads.size >= MOST_READ) return 'too_many';
    const thread = await this.#reader.read(number, this.#deps.signal);
    const masked = thread === null ? null : await maskedThread(thread, this.#deps);
    this.#threads.set(number, masked);
    return masked;
  }

  async labels(): Promise<readonly string[]> {
    this.#labels ??= await this.#reader.labelNames(this.#deps.signal);
    return this.#labels;
  }
}
