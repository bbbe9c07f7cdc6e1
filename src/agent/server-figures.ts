import type { Ending } from '../core/ending.ts';
import { count, figure } from '../core/figures.ts';
import type { Usage } from '../core/money/meter.ts';

/** What one item has seen of its model server: an ending at a limit names the server where it is the cause. */
export class ServerFigures {
  #waitedMs = 0;
  #slowestMs = 0;
  #calls = 0;
  #uncounted = 0;
  #newest: Usage | null = null;

  get slowestSeconds(): number {
    return this.#slowestMs / 1000;
  }

  noteWait(ms: number): void {
    this.#waitedMs += ms;
    this.#slowestMs = Math.max(this.#slowestMs, ms);
  }

  noteCall(usage: Usage | null): void {
    this.#calls += 1;
    this.#newest = usage;
    if (usage === null) this.#uncounted += 1;
  }

  /** What the newest answer was made of, where nearly all of it was thinking; empty: it was not, or nobody knows. */
  thinkingWords(): string {
    const thought = this.#newest?.reasoningOut ?? 0;
    const all = this.#newest?.tokensOut ?? 0;
    return thought > 0 && thought * 10 >= all * 9
      ? `${figure(thought)} of its ${count(all, 'token')} were thinking; raise max_output_tokens of the model in the settings, or let it think less`
      : '';
  }

  /** What belongs behind the sentence of an ending; empty: the limit alone is the cause. `seconds`: what the item had. */
  causeOf(ending: Ending, seconds: number): string {
    if (ending === 'time_limit' && this.#waitedMs > seconds * 500) {
      const slowest = count(Math.round(this.#slowestMs / 1000), 'second');
      return ` The model server took ${count(Math.round(this.#waitedMs / 1000), 'second')} of it, up to ${slowest} for one answer.`;
    }
    if (ending === 'budget_spent' && this.#uncounted > 0)
      return ` The model server did not say how many tokens ${figure(this.#uncounted)} of ${count(this.#calls, 'call')} took, so each of these counts as the most that it could have taken.`;
    return '';
  }
}
