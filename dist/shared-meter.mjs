import {
  Halt,
  NO_COST,
  addCosts,
  count,
  figure,
  init_cost,
  init_ending,
  init_figures,
  init_time,
  money,
  monthOf
} from "./shared-get-east-asian-width.mjs";
import {
  __esm
} from "./shared-runtime.mjs";

// src/core/money/budget.ts
function allowance(budget, goal, facts) {
  const day = budget.days[facts.day] ?? {};
  const month = budget.months[monthOf(facts.day)] ?? {};
  const { limits, total } = facts;
  return tightestOf([
    { name: "wake", tokens: limits.tokens, usd: null, used: NO_SUMS },
    {
      name: "goal_day",
      tokens: limits.tokensPerDay,
      usd: limits.usdPerDay,
      used: day[goal] ?? NO_SUMS
    },
    {
      name: "goal_month",
      tokens: null,
      usd: limits.usdPerMonth,
      used: month[goal] ?? NO_SUMS
    },
    {
      name: "total_day",
      tokens: total.tokensPerDay,
      usd: total.usdPerDay,
      used: totalOf(day)
    },
    {
      name: "total_month",
      tokens: total.tokensPerMonth,
      usd: total.usdPerMonth,
      used: totalOf(month)
    }
  ]);
}
function tightestOf(caps) {
  let tokens = Number.MAX_SAFE_INTEGER;
  let usdMicros = null;
  let tightest = "wake";
  for (const cap of caps) {
    const restTokens = cap.tokens === null ? tokens : cap.tokens - cap.used.reserved_tokens - cap.used.spent_tokens;
    if (restTokens < tokens) {
      tokens = Math.max(0, restTokens);
      tightest = cap.name;
    }
    if (cap.usd === null) continue;
    const rest = Math.max(
      0,
      Math.round(cap.usd * 1e6) - cap.used.reserved_usd_micros - cap.used.spent_usd_micros
    );
    if (usdMicros === null || rest < usdMicros) {
      usdMicros = rest;
      if (rest === 0) tightest = cap.name;
    }
  }
  return { tokens, usdMicros, tightest };
}
function addSums(a, b) {
  return {
    ...a,
    reserved_tokens: a.reserved_tokens + b.reserved_tokens,
    reserved_usd_micros: a.reserved_usd_micros + b.reserved_usd_micros,
    spent_tokens: a.spent_tokens + b.spent_tokens,
    spent_usd_micros: a.spent_usd_micros + b.spent_usd_micros,
    calls: a.calls + b.calls,
    ...lostSums(a, b),
    ...readerSums(a, b)
  };
}
function lostSums(a, b) {
  const tokens = (a.lost_tokens ?? 0) + (b.lost_tokens ?? 0);
  const usdMicros = (a.lost_usd_micros ?? 0) + (b.lost_usd_micros ?? 0);
  return tokens === 0 && usdMicros === 0 ? {} : { lost_tokens: tokens, lost_usd_micros: usdMicros };
}
function readerSums(a, b) {
  const tokens = (a.reader_tokens ?? 0) + (b.reader_tokens ?? 0);
  return tokens === 0 ? {} : { reader_tokens: tokens };
}
function totalOf(account) {
  return Object.values(account).reduce(addSums, NO_SUMS);
}
function reserve(budget, goal, reservation) {
  return book(budget, goal, {
    day: reservation.day,
    sums: {
      ...NO_SUMS,
      reserved_tokens: reservation.tokens,
      reserved_usd_micros: reservation.usd_micros
    }
  });
}
function settle(budget, goal, settlement) {
  return book(budget, goal, {
    day: settlement.from.day,
    sums: {
      reserved_tokens: settlement.left.tokens - settlement.from.tokens,
      reserved_usd_micros: settlement.left.usd_micros - settlement.from.usd_micros,
      spent_tokens: settlement.spent.tokens,
      spent_usd_micros: settlement.spent.usdMicros,
      calls: settlement.spent.calls,
      ...settlement.spent.readerTokens !== void 0 && { reader_tokens: settlement.spent.readerTokens },
      ...settlement.isLost === true ? { lost_tokens: settlement.spent.tokens, lost_usd_micros: settlement.spent.usdMicros } : {}
    }
  });
}
function afterSpending(reservation, spent) {
  return {
    ...reservation,
    tokens: Math.max(0, reservation.tokens - spent.tokens),
    usd_micros: Math.max(0, reservation.usd_micros - spent.usdMicros)
  };
}
function book(budget, goal, entry) {
  return {
    ...budget,
    days: bookPeriod(budget.days, goal, { ...entry, period: entry.day, kept: DAYS_KEPT }),
    months: bookPeriod(budget.months, goal, { ...entry, period: monthOf(entry.day), kept: MONTHS_KEPT })
  };
}
function bookPeriod(periods, goal, { period, sums, kept }) {
  const isForgotten = periods[period] === void 0 && (sums.reserved_tokens < 0 || sums.reserved_usd_micros < 0);
  if (isForgotten) return periods;
  const booked = { ...periods, [period]: bookAccount(periods[period], goal, sums) };
  const newest = Object.keys(booked).sort().slice(-kept);
  return Object.fromEntries(
    Object.entries(booked).filter(
      ([name, account]) => name === period || newest.includes(name) || isAnySetAside(account)
    )
  );
}
function isAnySetAside(account) {
  const { reserved_tokens, reserved_usd_micros } = totalOf(account);
  return reserved_tokens > 0 || reserved_usd_micros > 0;
}
function bookAccount(account, goal, sums) {
  return { ...account, [goal]: addSums(account?.[goal] ?? NO_SUMS, sums) };
}
function noReservation(day) {
  return { day, tokens: 0, usd_micros: 0 };
}
var NO_SUMS, DAYS_KEPT, MONTHS_KEPT;
var init_budget = __esm({
  "src/core/money/budget.ts"() {
    "use strict";
    init_time();
    init_cost();
    NO_SUMS = {
      reserved_tokens: 0,
      reserved_usd_micros: 0,
      spent_tokens: 0,
      spent_usd_micros: 0,
      calls: 0
    };
    DAYS_KEPT = 3;
    MONTHS_KEPT = 13;
  }
});

// src/core/money/meter.ts
function partsOf({ cachedIn = 0, reasoningOut = 0 }) {
  return {
    ...cachedIn > 0 && { cachedTokens: cachedIn },
    ...reasoningOut > 0 && { reasoningTokens: reasoningOut }
  };
}
function costOf(usage, price) {
  if (price === null) return 0;
  const { tokensIn, tokensOut, cachedIn = 0, reasoningOut = 0 } = usage;
  const read = (tokensIn - cachedIn) * price.in + cachedIn * (price.cachedIn ?? price.in);
  const written = (tokensOut - reasoningOut) * price.out + reasoningOut * (price.reasoningOut ?? price.out);
  return Math.max(0, Math.ceil(read + written - 1e-6));
}
var SMALLEST_ANSWER, Meter;
var init_meter = __esm({
  "src/core/money/meter.ts"() {
    "use strict";
    init_ending();
    init_figures();
    init_budget();
    SMALLEST_ANSWER = 256;
    Meter = class {
      allotment;
      #spent = NO_COST;
      #item = NO_COST;
      #maxCalls = 0;
      #hasOverspent = false;
      #price;
      /** The largest answer of a server that kept to no limit: the next one may be as large. */
      #largestAnswer = 0;
      constructor(allotment) {
        this.allotment = allotment;
        this.#price = allotment.price;
      }
      /** Of the model that answers now; null: not known. */
      get price() {
        return this.#price;
      }
      /** Another model answers from here on. What was set aside stays what it is. */
      usePrice(price) {
        this.#price = price;
      }
      /** Begins an item of at most `maxCalls` calls; what the wake has spent stays spent. */
      startItem(maxCalls) {
        this.#item = NO_COST;
        this.#maxCalls = maxCalls;
      }
      /** The server used more than it was allowed: what its largest answer took must be left for the next one. */
      get isOverspent() {
        return this.#hasOverspent;
      }
      /** All items of this wake together. */
      get spent() {
        return this.#spent;
      }
      /** This item's share. */
      get item() {
        return this.#item;
      }
      /** What is left: tokens and dollars of the wake, calls of the item. */
      left() {
        const { tokens, usdMicros } = this.allotment;
        return {
          tokens: Math.max(0, tokens - this.#spent.tokens),
          usdMicros: usdMicros === null ? null : Math.max(0, usdMicros - this.#spent.usdMicros),
          calls: Math.max(0, this.#maxCalls - this.#item.calls)
        };
      }
      /**
       * The most tokens the next answer may have, so that its worst case fits what is left.
       * `price`: of a second reader, which may have its own.
       * `Halt('call_limit')` when the item's calls are used up, `Halt('budget_spent')` when too little fits.
       */
      allow(promptBytes, wantedTokens, price = this.#price) {
        const left = this.left();
        if (left.calls === 0) {
          throw new Halt(
            "call_limit",
            `All ${count(this.#maxCalls, "model call")} of this task are used up (limits.model_calls).`
          );
        }
        if (this.#hasOverspent && !this.#hasRoomForLargest(promptBytes, price)) {
          throw new Halt("budget_spent", "The model server used more tokens than it was allowed.");
        }
        const fits = Math.floor(
          Math.min(wantedTokens, left.tokens - promptBytes, this.#dollarsAllow(promptBytes, price))
        );
        if (fits < Math.min(SMALLEST_ANSWER, wantedTokens) || fits < 1) {
          throw this.#tooLittle(promptBytes);
        }
        return fits;
      }
      /** Books one asked call. What the server refused, or was never sent, costs nothing and is no call. */
      charge(cost) {
        const price = cost.reader === void 0 ? this.#price : cost.reader.price;
        const worst = { tokensIn: cost.promptBytes, tokensOut: cost.maxTokens };
        const usage = cost.isCharged ? cost.usage ?? worst : { tokensIn: 0, tokensOut: 0 };
        const tokens = usage.tokensIn + usage.tokensOut;
        const usdMicros = costOf(usage, price);
        const hasOverspent = tokens > worst.tokensIn + worst.tokensOut || usdMicros > costOf(worst, price);
        this.#hasOverspent ||= hasOverspent;
        if (hasOverspent) this.#largestAnswer = Math.max(this.#largestAnswer, tokens);
        const calls = cost.isCharged ? 1 : 0;
        const ofReader = cost.reader !== void 0 && tokens > 0 ? { readerTokens: tokens } : {};
        const spend = { tokens, usdMicros, calls, ...partsOf(usage), ...ofReader };
        this.#spent = addCosts(this.#spent, spend);
        this.#item = addCosts(this.#item, spend);
        return { tokens, usdMicros, hasOverspent };
      }
      #hasRoomForLargest(promptBytes, price) {
        const tokens = promptBytes + this.#largestAnswer;
        return tokens <= this.left().tokens && this.#largestAnswer <= this.#dollarsAllow(promptBytes, price);
      }
      /** How many answer tokens the dollars left can pay for. */
      #dollarsAllow(promptBytes, price) {
        const left = this.left().usdMicros;
        if (price === null || left === null) return Number.POSITIVE_INFINITY;
        const rest = left - promptBytes * Math.max(price.in, price.cachedIn ?? 0);
        const out = Math.max(price.out, price.reasoningOut ?? 0);
        if (rest < 0) return 0;
        return out === 0 ? Number.POSITIVE_INFINITY : rest / out;
      }
      #tooLittle(promptBytes) {
        const left = this.left();
        const dollars = left.usdMicros === null ? "" : ` and ${money(left.usdMicros)}`;
        const { tokens, dollars: usd } = this.allotment.limits;
        const limit = left.tokens - promptBytes < SMALLEST_ANSWER ? tokens : usd;
        return new Halt(
          "budget_spent",
          `${count(left.tokens, "token")}${dollars} are left in this run; the next call could need ${figure(promptBytes)} for its prompt and at least ${SMALLEST_ANSWER} for its answer (${limit}).`
        );
      }
    };
  }
});

export {
  allowance,
  NO_SUMS,
  totalOf,
  reserve,
  settle,
  afterSpending,
  noReservation,
  init_budget,
  SMALLEST_ANSWER,
  costOf,
  Meter,
  init_meter
};
