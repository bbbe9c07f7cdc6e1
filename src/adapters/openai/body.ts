import type { Steps } from '../../core/text/steps.ts';
import type { ModelAnswer } from '../../ports.ts';
import { MODEL_TEXTS } from '../../report/failures/model-texts.ts';
import { parsedJson } from './json.ts';
import { beginning, isWebPage, titleOf } from './web-page.ts';

const LARGEST_BODY = 16_000_000;

export interface BodyReading {
  readonly kind: 'body';
  readonly body: unknown;
}

/** The JSON of an answer. `unwrapped` reads it out of what else a server may have sent; null or undefined: it cannot. */
export async function bodyOf(
  response: Response,
  unwrapped: (text: string) => Steps<unknown>,
  signal?: AbortSignal,
): Promise<BodyReading | Extract<ModelAnswer, { kind: 'fault' }>> {
  const text = (await readText(response)).replace(/^\uFEFF/, '');
  const body = parsedJson(text) ?? (await inTurns(unwrapped(text), signal));
  return body === null || body === undefined ? unreadable(response, text) : { kind: 'body', body };
}

/** A web page comes from something in front of the server, or from another address than the server's: no model has worked. */
function unreadable({ headers }: Response, text: string): Extract<ModelAnswer, { kind: 'fault' }> {
  const type = headers.get('content-type')?.split(';')[0]?.trim() ?? '';
  if (!isWebPage(text)) {
    const detail = MODEL_TEXTS.notJson(type, beginning(text));
    return { kind: 'fault', fault: 'malformed', isCharged: true, retryAfter: null, usage: null, detail };
  }
  const detail = `${MODEL_TEXTS.webPage(titleOf(text))}${MODEL_TEXTS.addressAdvice}`;
  return { kind: 'fault', fault: 'server_error', isCharged: false, retryAfter: null, detail };
}

/** The text, or what there was of it when it grew too large to be an answer. */
async function readText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > LARGEST_BODY) break;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What a server sends may be very many events: others have their turn meanwhile, and may end it. */
async function inTurns<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
