import { type ApiAnswer, ApiRefusal } from './answer.ts';

/** GitHub's own words for what it does not do. */
const DOCS = 'https://docs.github.com/rest';

export function refusal(status: number, message: string, documentation = DOCS): ApiRefusal {
  return new ApiRefusal(failure(status, message, documentation), message);
}

export function failure(status: number, message: string, documentation = DOCS): ApiAnswer {
  return { status, body: { message, documentation_url: documentation, status: String(status) } };
}

export const notFound = (): ApiRefusal => refusal(404, 'Not Found');

export interface FieldError {
  /** E.g. `PullRequest`. */
  readonly resource: string;
  readonly code: 'missing_field' | 'missing' | 'invalid' | 'already_exists' | 'custom';
  readonly field?: string;
  readonly message?: string;
}

export function invalid(...errors: readonly FieldError[]): ApiRefusal {
  const body = { message: 'Validation Failed', errors, documentation_url: DOCS, status: '422' };
  return new ApiRefusal(
    { status: 422, body },
    errors.map(({ message, field }) => message ?? field).join(', '),
  );
}

const RATE_DOCS =
  'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits';
const SECONDARY =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.';

export function secondaryLimit(status: 403 | 429): ApiAnswer {
  return { ...failure(status, SECONDARY, RATE_DOCS), headers: { 'retry-after': '60' } };
}

export function primaryLimit(): ApiAnswer {
  const docs = RATE_DOCS.replace(/#.*/, '#primary-rate-limit-for-github_token-in-github-actions');
  const limited = failure(403, 'API rate limit exceeded for installation.', docs);
  return { ...limited, headers: { 'x-ratelimit-remaining': '0' } };
}
