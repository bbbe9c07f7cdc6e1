import type { ModelFault } from '../../ports.ts';
import { asRecord } from './json.ts';

/** What a server says about a request that it does not answer, with a status of its own or inside of a good one. */
export interface Refusal {
  readonly status: number;
  /** Its words, and what else its body says, as text. */
  readonly words: string;
  /** Its code, its type and the field that it names; empty: none. */
  readonly code: string;
  readonly param: string;
}

const OF_THE_KEY = /api[ _-]?key|credential|authentication|unauthenticated|bearer token/i;
const OF_MONEY =
  /insufficient[_ ](?:quota|balance|credit|funds)|more credits|credit balance|billing|payment required|exceeded your current quota/i;
const OF_THE_TEXT =
  /content[ _-]?(?:filter|policy|management)|responsible ?ai|moderation|flagged|safety (?:system|settings|filter)|data_inspection|sensitive|inappropriate content|usage polic/i;
const OF_THE_LENGTH =
  /context[ _-]?(?:length|size|window)|prompt is too long|too many (?:input )?tokens|maximum context|input (?:is )?too long|input token count/i;
const A_SLIP =
  /tool_use_failed|failed_generation|failed to (?:call a function|parse (?:tool|function))|malformed[ _]function|output_parse_failed|invalid tool call/i;
const OF_THE_MODEL =
  /model_not_found|model[^.]{0,80}(?:does not exist|not found|not exist|decommissioned|deprecated|retired)|no endpoints found|unknown model|invalid model|not a valid model/i;
const OF_A_FIELD =
  /unrecogni[sz]ed|unknown (?:field|argument|parameter|name)|unsupported|not supported|does not support|extra[ _](?:inputs|forbidden)|not permitted|unexpected (?:keyword|field)|additional propert|unknown url/i;
const OUT_OF_ORDER = /overloaded|unavailable|internal|server_error|try again|timed? ?out|capacity/i;

/** Whose fault a refusal is: the server's, that of the settings, that of what was sent, or the model's last turn. */
export function faultOfRefusal(refusal: Refusal): ModelFault {
  const { status, words, code } = refusal;
  const said = `${code} ${words}`;
  if (A_SLIP.test(said) && status < 500) return 'slip';
  if (OF_MONEY.test(said) || status === 402) return 'no_credit';
  if (status === 429) return 'rate_limited';
  if (status === 401) return 'key_refused';
  if (status === 403) return OF_THE_TEXT.test(said) ? 'refused_text' : 'key_refused';
  if (status === 408) return 'timeout';
  if (status >= 500 && (OF_THE_LENGTH.test(said) || /roles must alternate/i.test(said)))
    return 'refused_text';
  if (status >= 500 || status === 409 || status === 425) return 'server_error';
  return faultOfRequest(refusal, said);
}

function faultOfRequest({ status, param, code }: Refusal, said: string): ModelFault {
  if (OF_THE_TEXT.test(said) || OF_THE_LENGTH.test(said)) return 'refused_text';
  if (OF_THE_KEY.test(said)) return 'key_refused';
  if (OF_THE_MODEL.test(said) || param === 'model') return 'unknown_model';
  if (status === 404) return 'bad_request';
  if (OF_A_FIELD.test(said) || code === 'unsupported_parameter') return 'bad_request';
  return status === 413 || status === 422 || status === 400 ? 'refused_text' : 'bad_request';
}

/** The status that an error inside of a good answer stands for. */
export function statusOfError(code: unknown, said: string): number {
  const number = typeof code === 'string' ? Number(code) : code;
  if (typeof number === 'number' && number >= 300 && number < 600) return number;
  if (/rate.?limit|too many requests|RESOURCE_EXHAUSTED/i.test(said)) return 429;
  if (OF_MONEY.test(said)) return 402;
  if (OUT_OF_ORDER.test(said)) return 503;
  if (OF_THE_KEY.test(said)) return 401;
  return OF_THE_TEXT.test(said) || OF_THE_LENGTH.test(said) || A_SLIP.test(said) ? 400 : 502;
}

/** The error in a body, however the server wraps it; null: there is none. */
export function errorIn(body: unknown): (Omit<Refusal, 'status'> & { readonly given: unknown }) | null {
  const first = Array.isArray(body) ? body[0] : body;
  const fields = asRecord(first);
  const choices = fields?.['choices'];
  const inChoice = asRecord(asRecord(Array.isArray(choices) ? choices[0] : null)?.['error']);
  const error = asRecord(fields?.['error']) ?? inChoice;
  const text =
    fields?.['error'] ?? fields?.['detail'] ?? (fields?.['object'] === 'error' ? fields['message'] : null);
  if (error === null && (text === null || text === undefined || text === '')) return null;
  const from = error ?? fields ?? {};
  const words = error === null ? text : (error['message'] ?? error);
  return {
    words: typeof words === 'string' ? words : JSON.stringify(words),
    code: [from['code'], from['type'], from['status']].filter((each) => typeof each === 'string').join(' '),
    param: typeof from['param'] === 'string' ? from['param'] : '',
    given: from['code'] ?? from['status'] ?? null,
  };
}

/** A smaller limit of an answer that a server's refusal asks for, of `asked` tokens; null: it is about something else. */
export function smallerAnswer(detail: string, asked: number): number | null {
  // The status of the answer is no number of tokens.
  const words = detail.replace(/^\d{3}: /, '');
  const about =
    /max[ _]?(?:completion|output|new)?[ _]?tokens|maxOutputTokens|completion tokens|output tokens|afford|context/i;
  if (!about.test(words)) return null;
  const context = /context (?:length|size|window)[^\d]{0,40}(\d[\d,]*)/i.exec(words)?.[1];
  const prompt =
    /(\d[\d,]*) (?:(?:input |prompt )?tokens )?(?:in the messages|in the prompt|input tokens|of text input|prompt tokens)/i.exec(
      words,
    )?.[1];
  if (context !== undefined) {
    const room = asNumber(context) - (prompt === undefined ? asked : asNumber(prompt));
    return room > 0 && room < asked ? room : null;
  }
  const numbers = [...words.matchAll(/\d[\d,]*/g)].map(([text]) => asNumber(text));
  const smaller = numbers.filter((each) => each >= LEAST && each < asked);
  return smaller.length === 0 ? null : Math.max(...smaller) - (/exclusive/i.test(words) ? 1 : 0);
}

const LEAST = 64;

function asNumber(text: string): number {
  return Number(text.replaceAll(',', ''));
}
