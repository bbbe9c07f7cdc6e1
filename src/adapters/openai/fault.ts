import type OpenAI from 'openai';
import { cutBetweenWords } from '../../core/text/plain-text.ts';
import type { ModelAnswer, ModelFault } from '../../ports.ts';
import { MODEL_TEXTS } from '../../report/failures/model-texts.ts';
import { type NamedError, namedIn } from './error-in.ts';
import { faultOfRefusal, statusOfError } from './refusal.ts';
import { waitInHeaders, waitInWords } from './retry-after.ts';
import { isWebPage, titleOf } from './web-page.ts';

type OpenAIFault = Extract<ModelAnswer, { kind: 'fault' }>;

interface Context {
  readonly APIError: typeof OpenAI.APIError;
  /** For how long nothing came until its time was over; null: it was not over. */
  readonly waitedMs: number | null;
}

/** Codes of connections that never came about: nothing was sent. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
]);

/** Codes of servers that are there and are not who they say they are: nothing was sent either. */
const NOT_TRUSTED = new Set([
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** What fetch itself says of an address that it does not connect to. */
const REFUSED_BY_FETCH = new Set(['bad port', 'unknown scheme']);

/** What an error of the package or of the connection means. Foreign errors end here. */
export function faultOf(error: unknown, { APIError, waitedMs }: Context): OpenAIFault {
  if (waitedMs !== null) return fault('timeout', true, MODEL_TEXTS.timedOut(waitedMs));
  if (!(error instanceof APIError)) return brokenOff(error);
  if (typeof error.status !== 'number') return connectionFault(error);
  return statusFault(error, error.status);
}

/** The connection ended while the answer was being read, or something in it was against the protocol. */
function brokenOff(error: unknown): OpenAIFault {
  return fault('dropped', true, MODEL_TEXTS.brokenOff(messageOf(error)));
}

function connectionFault(error: InstanceType<Context['APIError']>): OpenAIFault {
  if (error.name === 'APIConnectionTimeoutError' || /timed out/i.test(error.message)) {
    return fault('timeout', true, MODEL_TEXTS.timedOut(null));
  }
  const causes = causesOf(error);
  const never = causes.find((cause) => NEVER_CONNECTED.has(codeOf(cause)));
  if (never !== undefined) return neverConnected(messageOf(never) || codeOf(never));
  const foreign = causes.find((cause) => NOT_TRUSTED.has(codeOf(cause)));
  if (foreign !== undefined) return fault('unreachable', false, MODEL_TEXTS.untrusted(messageOf(foreign)));
  // Before it opens a connection, fetch refuses some addresses without a code.
  const refused = causes.find((cause) => REFUSED_BY_FETCH.has(messageOf(cause)));
  if (refused !== undefined) return neverConnected(messageOf(refused));
  return fault('dropped', true, MODEL_TEXTS.brokenOff(messageOf(causes.at(-1))));
}

function neverConnected(why: string): OpenAIFault {
  return fault('unreachable', false, MODEL_TEXTS.neverConnected(why));
}

/** What an error that came as the body of a good status means: the same as with the status that it stands for. */
export function faultInBody(error: NamedError): OpenAIFault {
  const status = statusOfError(error.given, `${error.code} ${error.words}`);
  const { retryAfter } = error;
  return {
    ...fault(faultOfRefusal({ ...error, status }), false, `${status}: ${oneLine(error.words)}`),
    retryAfter,
  };
}

function statusFault(error: InstanceType<Context['APIError']>, status: number): OpenAIFault {
  const found = namedIn(error.error);
  const words = found?.words ?? bareWords(error);
  const shown = shownWords(words);
  const detail = `${status}: ${shown}${addressAdvice(status, shown)}${apiAdvice(words)}`;
  if (status >= 300 && status < 400)
    return fault('bad_request', false, MODEL_TEXTS.redirected(status, error.headers?.get('location') ?? ''));
  const kind = faultOfRefusal({ status, words, code: found?.code ?? '', param: found?.param ?? '' });
  // A gateway that gave up waiting does not know whether the model went on; who says why has not worked.
  const isCharged = status === 408 || (status >= 500 && !REFUSED_BY_LOAD.has(status) && found === null);
  return {
    ...fault(kind, isCharged, detail),
    retryAfter: waitInHeaders(error.headers) ?? found?.retryAfter ?? waitInWords(words),
  };
}

/** Statuses by which a server says that it has not begun. */
const REFUSED_BY_LOAD = new Set([503, 529]);

/** Newer models answer by the other API alone. */
function apiAdvice(words: string): string {
  return /only (?:supported|available) (?:in|on|with|via)[^.]{0,40}responses/i.test(words)
    ? MODEL_TEXTS.otherApi
    : '';
}

function addressAdvice(status: number, words: string): string {
  const isOfAddress =
    /url|path|route|not found|no post|cannot post|page|no body|^\s*$/i.test(words) && !/model/i.test(words);
  return (status === 404 && isOfAddress) || status === 405 ? MODEL_TEXTS.addressAdvice : '';
}

function fault(kind: ModelFault, isCharged: boolean, detail: string): OpenAIFault {
  return { kind: 'fault', fault: kind, isCharged, retryAfter: null, detail: cutBetweenWords(detail, 500) };
}

/** The package puts the status before what a server says without JSON. */
function bareWords(error: Error): string {
  return error.message.replace(/^\d{3} /, '');
}

/** Of a web page its title says most. */
function shownWords(words: string): string {
  return isWebPage(words) ? MODEL_TEXTS.webPage(titleOf(words)) : oneLine(words);
}

function oneLine(words: string): string {
  return cutBetweenWords(words.replaceAll(/\s+/g, ' '), 400);
}

function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let at = error; at instanceof Error && causes.length < 10; at = at.cause) {
    causes.push(at, ...(at instanceof AggregateError ? at.errors : []));
  }
  return causes;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
