import { HOUR_MS } from '../../../core/time.ts';
import type { Token } from './access.ts';

export interface Rate {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Seconds since 1970 UTC. */
  readonly reset: number;
}

/** Requests in an hour by the server's clock. */
export class RateLimit {
  readonly #used = new Map<string, { readonly hour: number; readonly count: number }>();

  /** Counts one more request of a token; `isOver`: it is one too many. */
  take(token: Token, now: number): { readonly rate: Rate; readonly isOver: boolean } {
    const before = this.look(token, now);
    const isOver = before.remaining === 0;
    if (!isOver) this.spend(token, now, 1);
    return { rate: this.look(token, now), isOver };
  }

  look(token: Token, now: number): Rate {
    const limit = token.requestsPerHour ?? (token.kind === 'workflow' ? 1_000 : 5_000);
    const hour = Math.floor(now / HOUR_MS);
    const entry = this.#used.get(token.login);
    const used = entry?.hour === hour ? Math.min(entry.count, limit) : 0;
    return { limit, used, remaining: limit - used, reset: ((hour + 1) * HOUR_MS) / 1000 };
  }

  spend(token: Token, now: number, count: number): void {
    const hour = Math.floor(now / HOUR_MS);
    this.#used.set(token.login, { hour, count: this.look(token, now).used + count });
  }
}

export function rateHeaders(rate: Rate): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': String(rate.limit),
    'x-ratelimit-remaining': String(rate.remaining),
    'x-ratelimit-used': String(rate.used),
    'x-ratelimit-reset': String(rate.reset),
    'x-ratelimit-resource': 'core',
  };
}
