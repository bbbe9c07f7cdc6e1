import type { ModelFault } from '../../ports.ts';
import { waitInWords } from './retry-after.ts';
import { isWebPage } from './web-page.ts';

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
  /insufficient[_ ](?:quota|balance|credit|funds)|more credits|credit balance|billing|payment required|exceeded your current quota|budget (?:has been )?exceeded|budget_exceeded|key limit exceeded/i;
/** A limit that passes by itself, however its words speak of plans and bills. */
const OF_A_RATE = /RESOURCE_EXHAUSTED|rate_limit_exceeded|per[ _-]?minute/i;
const OF_THE_TEXT =
  /content[ _-]?(?:filter|policy|management)|responsible ?ai|moderation|flagged|safety (?:system|settings|filter)|data_inspection|sensitive|inappropriate content|usage polic/i;
const OF_THE_LENGTH =
  /context[ _-]?(?:length|size|window)|prompt is too long|too many (?:input )?tokens|maximum context|input (?:is )?too long|input token count/i;
const A_SLIP =
  /tool_use_failed|failed_generation|failed to (?:call a function|parse (?:tool|function))|malformed[ _]function|output_parse_failed|invalid tool call/i;
const OF_THE_MODEL =
  /model_not_(?:found|supported|available)|DeploymentNotFound|(?:model|deployment)[^.]{0,80}(?:does not exist|not found|not exist|decommissioned|deprecated|retired|not loaded)|no endpoints found|unknown model|invalid model|not a valid model|no models? loaded|failed to load model|access (?:to )?(?:the )?model|to use the model|provider not provided/i;
/** The server was started or set up without what calls of tools need, whatever is sent. */
const OF_TOOLS =
  /tool[ _-]?choice[^.]{0,40}requires|tools?[^.]{0,20} requires? --|tool[ _]use is not|invalid (?:schema for function|function parameters|tool (?:schema|definition))|invalid_function_parameters/i;
const OF_THE_PLACE = /\b(?:country|region|territory)\b/i;
const OF_A_FIELD =
  /unrecogni[sz]ed|unknown (?:field|argument|parameter|name)|unsupported|not supported|does not support|extra[ _](?:inputs|forbidden)|not permitted|unexpected (?:keyword|field)|additional propert|unknown url/i;
const OUT_OF_ORDER = /overloaded|unavailable|internal|server_error|try again|timed? ?out|capacity/i;

/** Whose fault a refusal is: the server's, that of the settings, that of what was sent, or the model's last turn. */
export function faultOfRefusal(refusal: Refusal): ModelFault {
  const { status, words, code } = refusal;
  const said = `${code} ${words}`;
  if (A_SLIP.test(said) && status < 500) return 'slip';
  const isRate = status === 429 && (OF_A_RATE.test(said) || waitInWords(words) !== null);
  if (!isRate && (OF_MONEY.test(said) || status === 402)) return 'no_credit';
  if (status === 429) return 'rate_limited';
  if (status === 401) return 'key_refused';
  if (status === 403) return faultOfForbidden(refusal, said);
  if (status === 408) return 'timeout';
  if (OUT_OF_ORDER_STATUSES.has(status)) return 'server_error';
  if (OF_TOOLS.test(said)) return 'bad_request';
  if (status >= 500 && (OF_THE_LENGTH.test(said) || /roles must alternate/i.test(said)))
    return 'refused_text';
  if (status >= 500 || status === 409 || status === 425) return 'server_error';
  return faultOfRequest(refusal, said);
}

/** Whatever guards a server against attacks answers by a page, and looks at the text alone. */
function faultOfForbidden({ words }: Refusal, said: string): ModelFault {
  if (OF_THE_TEXT.test(said) || isWebPage(words)) return 'refused_text';
  if (OF_THE_MODEL.test(said)) return 'unknown_model';
  return OF_THE_PLACE.test(said) ? 'bad_request' : 'key_refused';
}

/** Of gateways and inference servers: what is behind them has failed, is full, or was given up. */
const OUT_OF_ORDER_STATUSES: ReadonlySet<number> = new Set([424, 460, 498, 499]);

function faultOfRequest({ status, param, code, words }: Refusal, said: string): ModelFault {
  // Something in front of the server, which does not know what was asked.
  if (status === 400 && isWebPage(words)) return 'bad_request';
  if (OF_THE_TEXT.test(said) || OF_THE_LENGTH.test(said)) return 'refused_text';
  if (OF_THE_KEY.test(said)) return 'key_refused';
  if (OF_THE_MODEL.test(said) || param === 'model') return 'unknown_model';
  if (status === 404) return 'bad_request';
  if (OF_A_FIELD.test(said) || code === 'unsupported_parameter' || param.startsWith('tools'))
    return 'bad_request';
  return status === 413 || status === 422 || status === 400 ? 'refused_text' : 'bad_request';
}

/** The status that an error inside of a good answer stands for. */
export function statusOfError(code: unknown, said: string): number {
  const number = typeof code === 'string' ? Number(code) : code;
  if (typeof number === 'number' && number >= 300 && number < 600) return number;
  if (/rate.?limit|too many requests|RESOURCE_EXHAUSTED|request limit|throttl/i.test(said)) return 429;
  if (OF_MONEY.test(said)) return 402;
  if (OUT_OF_ORDER.test(said)) return 503;
  if (OF_THE_KEY.test(said)) return 401;
  return OF_THE_TEXT.test(said) || OF_THE_LENGTH.test(said) || A_SLIP.test(said) ? 400 : 502;
}

/** A smaller limit of an answer that a server's refusal asks for, of `asked` tokens; null: it is about something else. */
export function smallerAnswer(detail: string, asked: number): number | null {
  // The status of the answer is no number of tokens.
  const words = detail.replace(/^\d{3}: /, '');
  const about =
    /max(?:imum)?[ _]?(?:completion|output|new)?[ _]?tokens|maxOutputTokens|completion tokens|output tokens|afford|context/i;
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
  const [, sum = '', sent = ''] = TOGETHER.exec(words) ?? [];
  if (sum !== '') return asNumber(sum) - asNumber(sent);
  const numbers = [...words.matchAll(/\d[\d,]*/g)].map(([text]) => asNumber(text));
  const smaller = numbers.filter((each) => each >= LEAST && each < asked);
  return smaller.length === 0 ? null : Math.max(...smaller) - (/exclusive|lower than/i.test(words) ? 1 : 0);
}

/** What the prompt and the answer may have together, and what the prompt has. */
const TOGETHER = /tokens`? \+ `?max_new_tokens`?[^\d]{0,30}(\d[\d,]*)[^\d]{0,20}(\d[\d,]*)/i;
const LEAST = 64;

function asNumber(text: string): number {
  return Number(text.replaceAll(',', ''));
}
