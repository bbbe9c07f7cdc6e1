import { Halt } from '../core/ending.ts';
import type { Control } from '../ports.ts';
import type { Reach } from './place.ts';

/** What was found outside, or why nobody could look. */
export type Look<T> =
  | { readonly kind: 'seen'; readonly value: T }
  /** One sentence. */
  | { readonly kind: 'unseen'; readonly why: string };

/** A planned failure is an answer here: it keeps nothing else from being looked at or done. */
export async function look<T>(body: () => Promise<T>): Promise<Look<T>> {
  try {
    return { kind: 'seen', value: await body() };
  } catch (reason) {
    if (reason instanceof Halt) return { kind: 'unseen', why: reason.detail };
    throw reason;
  }
}

/** The same at GitHub, where it can be reached. */
export async function lookAt<T>(reach: Reach, body: (control: Control) => Promise<T>): Promise<Look<T>> {
  return reach.kind === 'closed' ? { kind: 'unseen', why: reach.why } : look(() => body(reach.control));
}
