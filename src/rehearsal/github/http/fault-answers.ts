import type { Token } from './access.ts';
import { notAccessible } from './access.ts';
import type { ApiAnswer } from './answer.ts';
import type { FaultKind } from './faults.ts';
import { failure, invalid, primaryLimit, secondaryLimit } from './refusals.ts';

/** What a fault is answered with before the request has any effect; null: it is no such fault. */
export function answerOf(fault: FaultKind, token: Token): ApiAnswer | null {
  switch (fault) {
    case 'unauthorized':
      return failure(401, 'Bad credentials');
    case 'forbidden':
      return notAccessible(token).answer;
    case 'secondary_limit':
      return secondaryLimit(403);
    case 'primary_limit':
      return primaryLimit();
    case 'not_found':
      return failure(404, 'Not Found');
    case 'conflict':
      return failure(409, 'Conflict');
    case 'invalid':
      return invalid({ resource: 'Issue', field: 'title', code: 'invalid' }).answer;
    case 'too_many_requests':
      return secondaryLimit(429);
    case 'server_error':
      return serverError();
    default:
      return null;
  }
}

/** GitHub's front answers with a page when what lies behind it does not answer. */
export function serverError(): ApiAnswer {
  return failure(502, 'Server Error');
}

/** The answer to a list without the entry that was made last. */
export function withoutNewest(answer: ApiAnswer): ApiAnswer {
  const { body } = answer;
  if (Array.isArray(body)) return { ...answer, body: lacking(body) };
  if (typeof body !== 'object' || body === null) return answer;
  const entries = Object.entries(body).map(([name, value]) => [
    name,
    Array.isArray(value) ? lacking(value) : value,
  ]);
  return { ...answer, body: Object.fromEntries(entries) };
}

function lacking(entries: readonly unknown[]): readonly unknown[] {
  const newest = entries.reduce<unknown>((one, other) => (ageOf(other) >= ageOf(one) ? other : one), null);
  return entries.filter((entry) => entry !== newest);
}

/** Numbers rise with time; comments and runs have rising ids instead. */
function ageOf(entry: unknown): number {
  if (typeof entry !== 'object' || entry === null) return -1;
  const { number, id }: { readonly number?: unknown; readonly id?: unknown } = entry;
  return typeof number === 'number' ? number : typeof id === 'number' ? id : -1;
}
