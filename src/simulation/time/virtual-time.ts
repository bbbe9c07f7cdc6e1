/** Something that is going to happen. */
export interface PlannedEvent {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  cancel(): void;
}

interface Entry {
  readonly at: number;
  /** Of two at the same time, the one that was planned first comes first. */
  readonly order: number;
  act: (() => void) | null;
}

/** Lets everything go on that waits for nothing but its turn; a host does it with a task of its own. */
export type Settle = () => Promise<void>;

/** Time that passes from one event to the next, and not in between: the same events give the same times. */
export class VirtualTime {
  #now: number;
  #planned = 0;
  /** A binary heap: each entry comes before both of those below it. */
  readonly #heap: Entry[] = [];
  readonly #settle: Settle;

  /** `start`: milliseconds since 1970 UTC. */
  constructor(start: number, settle: Settle) {
    this.#now = start;
    this.#settle = settle;
  }

  now(): number {
    return this.#now;
  }

  /** A time that is over counts as now. */
  at(time: number, act: () => void): PlannedEvent {
    const entry: Entry = { at: Math.max(time, this.#now), order: this.#planned, act };
    this.#planned += 1;
    this.#insert(entry);
    const cancel = (): void => {
      entry.act = null;
    };
    return { at: entry.at, cancel };
  }

  after(ms: number, act: () => void): PlannedEvent {
    return this.at(this.#now + Math.max(0, ms), act);
  }

  /** When the next event is; null: nothing is planned. */
  get next(): number | null {
    for (let first = this.#heap[0]; first !== undefined; first = this.#heap[0]) {
      if (first.act !== null) return first.at;
      this.#takeFirst();
    }
    return null;
  }

  /** Plays the next event and what follows from it at once. False: nothing is planned. */
  async playNext(): Promise<boolean> {
    if (this.next === null) return false;
    const entry = this.#takeFirst();
    if (entry === undefined) return false;
    this.#now = entry.at;
    entry.act?.();
    await this.#settle();
    return true;
  }

  /** Plays all events up to a time, which it is afterwards. */
  async playUntil(time: number): Promise<void> {
    for (let next = this.next; next !== null && next <= time; next = this.next) await this.playNext();
    this.#now = Math.max(this.#now, time);
  }

  #insert(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || isBefore(parent, entry)) break;
      heap[at] = parent;
      heap[above] = entry;
      at = above;
    }
  }

  #takeFirst(): Entry | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || last === first) return first;
    heap[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      if (one === undefined) break;
      const [below, child] = other !== undefined && isBefore(other, one) ? [left + 1, other] : [left, one];
      if (isBefore(last, child)) break;
      heap[at] = child;
      heap[below] = last;
      at = below;
    }
    return first;
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.at === other.at ? one.order < other.order : one.at < other.at;
}
