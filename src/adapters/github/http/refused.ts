import { cutBetweenWords } from '../../../core/text/plain-text.ts';
import type { Ask, GitHubReply } from './ask.ts';

/** GitHub has answered, and not with what was asked for. */
export class RefusedRequest extends Error {
  readonly ask: Ask;
  readonly status: number;
  readonly headers: GitHubReply['headers'];
  /** What GitHub says about it, in one line. */
  readonly words: string;
  readonly #saysWhy: boolean;

  constructor(ask: Ask, reply: GitHubReply, options?: ErrorOptions) {
    super(`${reply.status} to ${ask.route}`, options);
    this.name = 'Refused';
    this.ask = ask;
    this.status = reply.status;
    this.headers = reply.headers;
    this.words = wordsOf(reply.data);
    this.#saysWhy = saysWhy(reply.data);
  }

  /** Too much was asked in too short a time; later it may be asked again. */
  get isLimit(): boolean {
    if (this.status === 429) return true;
    if (this.status === 422) return TOO_FAST.test(this.words);
    if (this.status !== 403) return false;
    const isUsedUp = String(this.headers['x-ratelimit-remaining'] ?? '') === '0';
    return (
      isUsedUp ||
      this.headers['retry-after'] !== undefined ||
      /rate limit|abuse detection/i.test(this.words) ||
      TOO_FAST.test(this.words)
    );
  }

  /**
   * Whether GitHub says in words of its own why it does not want this, such as that only collaborators may do it. A field that it only
   * names is one that was filled in wrongly.
   */
  get isExplained(): boolean {
    if (this.status === 451 || this.status === 423) return true;
    return this.status === 422 && this.#saysWhy;
  }
}

/** What is not there, or was deleted. */
const ABSENT = [404, 410];
/** What was moved as well: an issue that was transferred is answered so. */
const ABSENT_ISSUE = [301, ...ABSENT];
/** GitHub does not tell a token what it may not see from what is not there. */
const HIDDEN = [403, 404];

/** Null: there is no such thing. What has moved is no such answer: in a renamed repository everything has. */
export function orAbsent<T>(answer: Promise<T>): Promise<T | null> {
  return orNull(answer, ({ status }) => ABSENT.includes(status));
}

/** Null: there is no such issue here. */
export function orAbsentIssue<T>(answer: Promise<T>): Promise<T | null> {
  return orNull(answer, ({ status }) => ABSENT_ISSUE.includes(status));
}

/** Null: the token may not see it. */
export function orHidden<T>(answer: Promise<T>): Promise<T | null> {
  return orNull(answer, ({ status, isLimit }) => HIDDEN.includes(status) && !isLimit);
}

export async function orNull<T>(
  answer: Promise<T>,
  isNull: (refused: RefusedRequest) => boolean,
): Promise<T | null> {
  try {
    return await answer;
  } catch (reason) {
    if (reason instanceof RefusedRequest && isNull(reason)) return null;
    throw reason;
  }
}

/** Words of GitHub's for whoever writes much in a short time. */
const TOO_FAST = /submitted too quickly|blocked from content creation/i;

function saysWhy(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const errors = 'errors' in data && Array.isArray(data.errors) ? data.errors : [];
  const isOwn = (error: unknown) =>
    typeof error === 'string' ||
    (typeof error === 'object' &&
      error !== null &&
      'message' in error &&
      typeof error.message === 'string' &&
      error.message !== '');
  if (errors.length > 0) return errors.some(isOwn);
  return 'message' in data && typeof data.message === 'string' && !/^validation failed$/i.test(data.message);
}

function wordsOf(data: unknown): string {
  if (typeof data !== 'object' || data === null) return '';
  const message = 'message' in data ? String(data.message) : '';
  const errors = 'errors' in data && Array.isArray(data.errors) ? data.errors : [];
  return oneLine([message, ...errors.slice(0, 3).map(errorWords)].filter((text) => text !== '').join('; '));
}

function errorWords(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error !== 'object' || error === null) return '';
  if ('message' in error && typeof error.message === 'string') return error.message;
  const fields = new Map(Object.entries(error));
  return ['resource', 'field', 'code'].flatMap((name) => fields.get(name) ?? []).join(' ');
}

/** Foreign words inside a sentence. */
export function oneLine(text: string): string {
  return cutBetweenWords(text.replaceAll(/\s+/g, ' ').trim(), 300);
}
