import { Halt } from '../core/ending.ts';
import type { Control } from '../ports.ts';
import type { GitHubAccess } from './command-context.ts';

/** What was found outside, or why nobody could look. */
export type Observation<T> =
  | { readonly kind: 'seen'; readonly value: T }
  /** One sentence. */
  | { readonly kind: 'unseen'; readonly why: string };

/** A planned failure is an answer here: it keeps nothing else from being looked at or done. */
export async function look<T>(body: () => Promise<T>): Promise<Observation<T>> {
  try {
    return { kind: 'seen', value: await body() };
  } catch (reason) {
    if (reason instanceof Halt) return { kind: 'unseen', why: reason.detail };
    throw reason;
  }
}

/** The same at GitHub, where it can be reached. */
export async function lookAt<T>(
  access: GitHubAccess,
  body: (control: Control) => Promise<T>,
): Promise<Observation<T>> {
  return access.kind === 'closed' ? { kind: 'unseen', why: access.why } : look(() => body(access.control));
}
