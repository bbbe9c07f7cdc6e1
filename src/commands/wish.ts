import { loginName } from '../adapters/runner.ts';
import type { WorkRequest } from '../core/request.ts';
import { serveWish } from '../oversight/comments/serve-wish.ts';
import { UsageError } from './command.ts';
import { byHand, type HandCall } from './places/by-hand.ts';
import { PLACE_OPTIONS } from './places/remote-place.ts';

export const WISH_OPTIONS = { ...PLACE_OPTIONS, reason: 'text', json: 'flag' } as const;

interface Wishing extends HandCall {
  readonly options: HandCall['options'] & { readonly reason: string | null };
}

/** Takes a person's wish about one goal where the options say, and tells what became of it. */
export function askFor(
  { terminal, options }: Wishing,
  { kind, words }: { readonly kind: WorkRequest['kind']; readonly words: readonly string[] },
): Promise<number> {
  const [goal, ...more] = words;
  if (goal === undefined || more.length > 0)
    throw new UsageError(`Name one goal: npm start -- ${kind} <goal>. A reason goes behind --reason.`);
  const wish = { kind, goal, by: loginName(), reason: options.reason ?? '' };
  return byHand({ terminal, options }, (place) => serveWish(place, wish));
}
