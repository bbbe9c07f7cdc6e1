import type * as v from 'valibot';
import { Halt } from '../../../core/ending.ts';
import type { Ask, GitHubReply } from './ask.ts';
import { permissionFor } from './permissions.ts';
import { oneLine, RefusedRequest } from './refused.ts';

/** What the client threw, as a refusal or as an outage; anything else stays what it is. */
export function refusalOf(ask: Ask, reason: unknown): unknown {
  if (!(reason instanceof Error) || reason.name !== 'HttpError') return reason;
  if ('response' in reason && isReply(reason.response)) {
    return new RefusedRequest(ask, reason.response, { cause: reason });
  }
  return unavailable(`GitHub cannot be reached (${ask.route}): ${rootOf(reason)}.`, reason);
}

function isReply(value: unknown): value is GitHubReply {
  return typeof value === 'object' && value !== null && 'status' in value && 'headers' in value;
}

/** The innermost cause says most. */
function rootOf(error: Error): string {
  let root = error;
  while (root.cause instanceof Error) root = root.cause;
  const code = 'code' in root ? String(root.code) : root.name;
  return oneLine(root.message || code);
}

/** What a refusal means for the wake. */
export function haltOf(refused: RefusedRequest): Halt {
  const { status, words, ask } = refused;
  if (refused.isLimit) return limited(refused);
  if (status === 401) return forbidden(refused, TOKEN_INVALID);
  if (status === 403) return forbidden(refused, notPermitted(refused));
  if (status === 404) return forbidden(refused, notFound(refused));
  if (status === 410) return forbidden(refused, `GitHub says that this is gone (${ask.route}): ${words}`);
  if (status < 400) {
    return unavailable(`GitHub says that this has moved (${ask.route}). ${whereMoved(status)}`, refused);
  }
  if (status >= 500 || status === 408) {
    const said = words === '' ? '.' : `: ${words}`;
    return unavailable(`GitHub has a fault of its own: ${status} to ${ask.route}${said}`, refused);
  }
  if (status === 409 || status === 412)
    return unavailable(`GitHub was busy with the same thing (${ask.route}): ${words}`, refused);
  if (refused.isExplained) return forbidden(refused, `GitHub refuses this (${ask.route}): ${words}`);
  return new Halt('unexpected', `GitHub did not accept ${ask.route}, with ${status}: ${words}`, {
    cause: refused,
  });
}

/** No redirect is followed: the token goes to no other address. */
function whereMoved(status: number): string {
  return status === 301 || status === 308
    ? 'If the repository was renamed, give the remote its new address.'
    : 'A later run asks again.';
}

const TOKEN_INVALID =
  'GitHub says that the token is not valid or has expired. Give the workflow a valid one; the one of Actions lives as long as its job.';

/** What no permission of a token changes. */
const BEYOND_PERMISSIONS =
  /archived|read-only|suspended|\bblocked\b|\blocked\b|disabled|IP (?:address|allow list)|too many comments/i;

function notPermitted(refused: RefusedRequest): string {
  const sso = String(refused.headers['x-github-sso'] ?? '');
  if (sso !== '') return 'The token has to be authorised for the single sign-on of the organisation first.';
  if (BEYOND_PERMISSIONS.test(refused.words))
    return `GitHub refuses this (${refused.ask.route}), whatever the token may do: ${refused.words}`;
  const needed = permissionFor(refused.ask.route, refused.headers);
  return `The token may not do this (${refused.ask.route}); it needs ${needed}. GitHub says: ${refused.words}`;
}

function notFound({ ask, headers }: RefusedRequest): string {
  const needed = permissionFor(ask.route, headers);
  return `GitHub knows nothing here (${ask.route}): it does not exist, or the token may not see it, for which it needs ${needed}.`;
}

function limited(refused: RefusedRequest): Halt {
  const seconds = Number(refused.headers['retry-after']);
  const wait = seconds > 0 ? `for ${seconds} seconds` : 'for a while';
  const detail = `GitHub asks to be left alone ${wait}: ${refused.words} A later run goes on.`;
  return unavailable(detail, refused);
}

function forbidden(cause: RefusedRequest, detail: string): Halt {
  return new Halt('forbidden', detail, { cause });
}

export function unavailable(detail: string, cause?: unknown): Halt {
  return new Halt('github_unavailable', detail, { cause });
}

/** No answer in time. */
export function silence(route: string, ms: number): Halt {
  return unavailable(`GitHub did not answer within ${Math.ceil(ms / 1000)} seconds (${route}).`);
}

/** An answer that is not what GitHub describes: cut off, of another program, or of an unknown version. */
export function brokenAnswer(ask: Ask, issues: readonly v.BaseIssue<unknown>[]): Halt {
  const [first] = issues;
  const where = (first?.path ?? []).map(({ key }) => String(key)).join('.');
  const what = where === '' ? 'it is no such answer' : `at ${where}`;
  return unavailable(`GitHub's answer cannot be read (${ask.route}): ${what}.`);
}
