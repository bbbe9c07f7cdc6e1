import { Halt } from '../ending.ts';
import { count, figure, money } from '../figures.ts';
import { addCosts, type Cost, NO_COST } from './budget.ts';

/** US dollars per million tokens, which is millionths of a dollar per token. */
export interface Price {
  readonly in: number;
  readonly out: number;
  /** Of what the server reads from its cache; missing: as much as all else that it reads. */
  readonly cachedIn?: number;
  /** Of thinking; missing: as much as all else that it writes. */
  readonly reasoningOut?: number;
}

/** What a wake has set aside for one goal before spending it. */
export interface Allotment {
  readonly tokens: number;
  /** Null: dollars are not limited. */
  readonly usdMicros: number | null;
  /** Null: no price is known, so dollars are not counted. */
  readonly price: Price | null;
  /** Which limits it comes from, as the files spell them: a person who wants more raises these. */
  readonly limits: { readonly tokens: string; readonly dollars: string };
}

export interface Usage {
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Of `tokensIn`. */
  readonly cachedIn?: number;
  /** Of `tokensOut`. */
  readonly reasoningOut?: number;
}

/** One call that was asked, before its answer is looked at. */
export interface CallCost {
  /** UTF-8 bytes of the prompt: never fewer than its tokens. */
  readonly promptBytes: number;
  readonly maxTokens: number;
  /** Null: the server did not say. */
  readonly usage: Usage | null;
  /** Whether the request may have been worked on. */
  readonly isCharged: boolean;
  /** Of a second reader, which may have a price of its own; missing: of the goal's own model. */
  readonly reader?: { readonly price: Price | null };
}

export interface Charge {
  readonly tokens: number;
  readonly usdMicros: number;
  /** The server used more than it was allowed. */
  readonly hasOverspent: boolean;
}

/** Fewer tokens than this are not worth an answer. */
export const SMALLEST_ANSWER = 256;

/** What a call took of the two kinds that have a price of their own; each missing: nothing. */
function partsOf({ cachedIn = 0, reasoningOut = 0 }: Usage): Pick<Cost, 'cachedTokens' | 'reasoningTokens'> {
  return {
    ...(cachedIn > 0 && { cachedTokens: cachedIn }),
    ...(reasoningOut > 0 && { reasoningTokens: reasoningOut }),
  };
}

/** Millionths of a dollar; 0: no price is known. */
export function costOf(usage: Usage, price: Price | null): number {
  if (price === null) return 0;
  const { tokensIn, tokensOut, cachedIn = 0, reasoningOut = 0 } = usage;
  const read = (tokensIn - cachedIn) * price.in + cachedIn * (price.cachedIn ?? price.in);
  const written = (tokensOut - reasoningOut) * price.out + reasoningOut * (price.reasoningOut ?? price.out);
  // A hair less: prices such as 0.1 have no exact binary form, and a whole number must not be rounded up.
  return Math.max(0, Math.ceil(read + written - 1e-6));
}

/** What one goal's wake may still spend. The only place where a call is allowed and charged. */
export class Meter {
  readonly allotment: Allotment;
  #spent: Cost = NO_COST;
  #item: Cost = NO_COST;
  #maxCalls = 0;
  #hasOverspent = false;
  #price: Price | null;
  /** The largest answer of a server that kept to no limit: the next one may be as large. */
  #largestAnswer = 0;

  constructor(allotment: Allotment) {
    this.allotment = allotment;
    this.#price = allotment.price;
  }

  /** Of the model that answers now; null: not known. */
  get price(): Price | null {
    return this.#price;
  }

  /** Another model answers from here on. What was set aside stays what it is. */
  usePrice(price: Price | null): void {
    this.#price = price;
  }

  /** Begins an item of at most `maxCalls` calls; what the wake has spent stays spent. */
  startItem(maxCalls: number): void {
    this.#item = NO_COST;
    this.#maxCalls = maxCalls;
  }

  /** The server used more than it was allowed: what its largest answer took must be left for the next one. */
  get isOverspent(): boolean {
    return this.#hasOverspent;
  }

  /** All items of this wake together. */
  get spent(): Cost {
    return this.#spent;
  }

  /** This item's share. */
  get item(): Cost {
    return this.#item;
  }

  /** What is left: tokens and dollars of the wake, calls of the item. */
  left(): { readonly tokens: number; readonly usdMicros: number | null; readonly calls: number } {
    const { tokens, usdMicros } = this.allotment;
    return {
      tokens: Math.max(0, tokens - this.#spent.tokens),
      usdMicros: usdMicros === null ? null : Math.max(0, usdMicros - this.#spent.usdMicros),
      calls: Math.max(0, this.#maxCalls - this.#item.calls),
    };
  }

  /**
   * The most tokens the next answer may have, so that its worst case fits what is left.
   * `price`: of a second reader, which may have its own.
   * `Halt('call_limit')` when the item's calls are used up, `Halt('budget_spent')` when too little fits.
   */
  allow(promptBytes: number, wantedTokens: number, price = this.#price): number {
    const left = this.left();
    if (left.calls === 0) {
      throw new Halt(
        'call_limit',
        `All ${count(this.#maxCalls, 'model call')} of this task are used up (limits.model_calls).`,
      );
    }
    if (this.#hasOverspent && !this.#hasRoomForLargest(promptBytes, price)) {
      throw new Halt('budget_spent', 'The model server used more tokens than it was allowed.');
    }
    const fits = Math.floor(
      Math.min(wantedTokens, left.tokens - promptBytes, this.#dollarsAllow(promptBytes, price)),
    );
    if (fits < Math.min(SMALLEST_ANSWER, wantedTokens) || fits < 1) {
      throw this.#tooLittle(promptBytes);
    }
    return fits;
  }

  /** Books one asked call. What the server refused, or was never sent, costs nothing and is no call. */
  charge(cost: CallCost): Charge {
    const price = cost.reader === undefined ? this.#price : cost.reader.price;
    const worst = { tokensIn: cost.promptBytes, tokensOut: cost.maxTokens };
    const usage = cost.isCharged ? (cost.usage ?? worst) : { tokensIn: 0, tokensOut: 0 };
    const tokens = usage.tokensIn + usage.tokensOut;
    const usdMicros = costOf(usage, price);
    const hasOverspent = tokens > worst.tokensIn + worst.tokensOut || usdMicros > costOf(worst, price);
    this.#hasOverspent ||= hasOverspent;
    if (hasOverspent) this.#largestAnswer = Math.max(this.#largestAnswer, tokens);
    const calls = cost.isCharged ? 1 : 0;
    const ofReader = cost.reader !== undefined && tokens > 0 ? { readerTokens: tokens } : {};
    const spend = { tokens, usdMicros, calls, ...partsOf(usage), ...ofReader };
    this.#spent = addCosts(this.#spent, spend);
    this.#item = addCosts(this.#item, spend);
    return { tokens, usdMicros, hasOverspent };
  }

  #hasRoomForLargest(promptBytes: number, price: Price | null): boolean {
    const tokens = promptBytes + this.#largestAnswer;
    return tokens <= this.left().tokens && this.#largestAnswer <= this.#dollarsAllow(promptBytes, price);
  }

  /** How many answer tokens the dollars left can pay for. */
  #dollarsAllow(promptBytes: number, price: Price | null): number {
    const left = this.left().usdMicros;
    if (price === null || left === null) return Number.POSITIVE_INFINITY;
    // Nobody knows before how much of it is in a cache, or is thinking: the dearer price bounds it.
    const rest = left - promptBytes * Math.max(price.in, price.cachedIn ?? 0);
    const out = Math.max(price.out, price.reasoningOut ?? 0);
    if (rest < 0) return 0;
    return out === 0 ? Number.POSITIVE_INFINITY : rest / out;
  }

  #tooLittle(promptBytes: number): Halt {
    const left = this.left();
    const dollars = left.usdMicros === null ? '' : ` and ${money(left.usdMicros)}`;
    const { tokens, dollars: usd } = this.allotment.limits;
    const limit = left.tokens - promptBytes < SMALLEST_ANSWER ? tokens : usd;
    return new Halt(
      'budget_spent',
      `${count(left.tokens, 'token')}${dollars} are left in this run; the next call could need ${figure(promptBytes)} for its prompt and at least ${SMALLEST_ANSWER} for its answer (${limit}).`,
    );
  }
}
