import { loginName } from '../adapters/runner.ts';
import type { WorkRequest } from '../core/request.ts';
import { serveRequest } from '../oversight/comments/serve-request.ts';
import { USAGE_TEXTS } from '../report/terminal/command-texts.ts';
import { UsageError } from './terminal/command.ts';
import { type PersonCall, runForPerson } from './worlds/run-for-person.ts';
import { REMOTE_OPTIONS } from './worlds/state-remote.ts';

export const REQUEST_OPTIONS = { ...REMOTE_OPTIONS, reason: 'text', json: 'flag' } as const;

interface RequestCall extends PersonCall {
  readonly options: PersonCall['options'] & { readonly reason: string | null };
}

/** Takes a person's wish about one goal where the options say, and tells what became of it. */
export function requestFor(
  { terminal, options }: RequestCall,
  { kind, words }: { readonly kind: WorkRequest['kind']; readonly words: readonly string[] },
): Promise<number> {
  const [goal, ...more] = words;
  if (goal === undefined || more.length > 0) throw new UsageError(USAGE_TEXTS.nameOneGoal(kind));
  const request = { kind, goal, by: loginName(), reason: options.reason ?? '' };
  return runForPerson({ terminal, options }, (remote) => serveRequest(remote, request));
}
