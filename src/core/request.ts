import { cutBetweenWords } from './text/plain-text.ts';

/** What a person or an event asks for, stored until it is done. */
export interface WorkRequest {
  readonly version: number;
  /** Begins with the time, so that ids sort by age. */
  readonly id: string;
  readonly kind: 'run' | 'pause' | 'resume';
  readonly goal: string;
  readonly origin: 'person' | 'event';
  /** A login, or the name of the event. */
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  /**
   * The lease that has begun to serve it. What a wish starts anew (attempts, a window), it starts anew once: a wake that
   * dies over it leaves an ordinary unfinished window behind.
   */
  readonly begun_epoch?: number;
}

export interface RequestFacts extends Pick<WorkRequest, 'kind' | 'goal' | 'origin' | 'by' | 'reason'> {
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly nonce: string;
  /** The comment that asks for it, or the tick in the dashboard. */
  readonly source?: number | string | undefined;
}

export const REASON_LENGTH = 500;
const NAME_LENGTH = 100;
const NONCE_LENGTH = 12;

/** A request as it is stored: its texts are one line and bounded. */
export function newRequest(facts: RequestFacts, version: number): WorkRequest {
  const { kind, goal, origin, now } = facts;
  const time = new Date(now).toISOString();
  const { source } = facts;
  const name = typeof source === 'number' ? `comment-${source}` : facts.nonce.slice(0, NONCE_LENGTH);
  return {
    version,
    id: `${time.replace(/[-:.]/g, '')}-${name}`,
    kind,
    goal,
    origin,
    by: oneLine(facts.by, NAME_LENGTH) || 'somebody',
    at: `${time.slice(0, 19)}Z`,
    reason: oneLine(facts.reason, REASON_LENGTH),
  };
}

/**
 * Words of others for a place that has one line: no control characters, and cut. They are masked later, so that nothing in
 * here may divide a word: what nobody sees is left out without a trace.
 */
export function oneLine(text: string, length: number): string {
  const visible = text.replace(
    /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+/gu,
    '',
  );
  const plain = visible.replace(/\s+/g, ' ').trim();
  const characters = [...plain];
  if (characters.length <= length) return plain;
  return cutBetweenWords(plain, characters.slice(0, length - 1).join('').length + 1);
}
