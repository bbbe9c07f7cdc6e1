import type { TextScan } from './text-scan.ts';
import { anyOf, LIKELY, nameOf, START, type TokenFormat, UNMISTAKABLE } from './token-formats.ts';

export interface SecretPattern {
  /** What it finds, e.g. `bearer token`: the same for every secret, or one name for each. */
  readonly name: string | ((secret: string) => string);
  /** Global. All repetitions are bounded or cannot overlap with what follows, so that time stays linear. */
  readonly pattern: RegExp;
  /** Which group of the match is the secret; 0: all of it. */
  readonly group: number;
  /** Keeps words and examples out. */
  readonly isSecret: (found: string) => boolean;
  /** False: the text holds none, which is cheaper to tell than to search it. */
  readonly mayBeIn: (text: string, scan: TextScan) => boolean;
  /** Like nothing else, wherever it stands: no word beside it has to say that it is a secret. */
  readonly isShaped: boolean;
}

type Options = Partial<Omit<SecretPattern, 'name' | 'pattern'>>;

function pattern(
  name: SecretPattern['name'],
  source: RegExp,
  { group = 0, isSecret = () => true, mayBeIn = () => true, isShaped = false }: Options = {},
): SecretPattern {
  return { name, pattern: source, group, isSecret, mayBeIn, isShaped };
}

function tokens(
  formats: readonly TokenFormat[],
  isSecret: SecretPattern['isSecret'] = () => true,
): SecretPattern {
  const anywhere = new RegExp(formats.map(({ form }) => form).join('|'));
  return pattern((token) => nameOf(token, formats), anyOf(formats), {
    isSecret,
    mayBeIn: (_, { words }) => anywhere.test(words),
    isShaped: true,
  });
}

/** A value after what says that it is a secret: the first group of `source`. All of them have digits. */
function value(name: string, source: string | RegExp, options: Options = {}): SecretPattern {
  return pattern(name, new RegExp(source, 'gi'), {
    group: 1,
    isSecret: looksRandom,
    mayBeIn: (_, scan) => scan.hasDigits,
    ...options,
  });
}

const VALUE = '([A-Za-z0-9+/=_.~-]{16,200})';
/** What people choose: shorter than keys, and with more signs. */
const CHOSEN = '([A-Za-z0-9+/=_.~!@#%^*-]{8,200})';
const PASSWORD_NAME =
  '(?:passw(?:or)?[dt]|contrase[nñ]a|mot de passe|senha|wachtwoord|has[lł]o|пароль|密[码碼]|パスワード|passphrase|pwd|(?<![a-z])pass)';
const BASE64 = '([A-Za-z0-9+/_-]{16,400}={0,2})';
const SECRET_NAME =
  '(?:api[_-]?key|secret|(?<!public_?key)token|passw(?:or)?d|(?:access|account|app|auth|cookie|deploy|encryption|master|pre-?shared|private|service|session|signing)[_-]?key)';
const IS = '["\']?[ \\t]{0,4}[:=]{1,2}>?[ \\t]{0,4}';
/** A value that stands further from its name: in a table, a list, a call, a block, or beside its name in the next field. */
const FURTHER = `[A-Za-z0-9_-]{0,40}(?:${[
  '["\'`\\])*]{0,4}\\s{0,4}(?::=|=>|[:=,|]|\\bis\\b)["\'`*]{0,3}\\s{0,8}(?:[>|][+-]?\\s{1,12})?(?:base64:)?["\'`]{0,3}',
  '["\']?,?\\s{1,12}["\']?value["\']?\\s{0,2}[:=]\\s{0,4}["\']?',
  '["\']\\s{0,2}\\{\\s{0,12}default\\s{0,4}=\\s{0,4}["\']',
  '</key>\\s{0,12}<string>',
].join('|')})`;
const END = '(?=["\'`;,)\\s]|$)';

export const SECRET_PATTERNS: readonly SecretPattern[] = [
  tokens(UNMISTAKABLE),
  tokens(LIKELY, looksRandom),
  pattern('Telegram token', new RegExp(`${START}\\d{8,10}:AA[\\w-]{32,35}\\b`, 'g'), {
    mayBeIn: (text) => text.includes(':AA'),
    isShaped: true,
  }),
  pattern('Terraform token', new RegExp(`${START}[A-Za-z0-9]{14}\\.atlasv1\\.[\\w-]{60,80}`, 'g'), {
    mayBeIn: (text) => text.includes('.atlasv1.'),
    isShaped: true,
  }),
  pattern('Firebase key', new RegExp(`${START}AAAA[\\w-]{7}:APA91b[\\w-]{100,200}`, 'g'), {
    mayBeIn: (text) => text.includes(':APA91b'),
    isShaped: true,
  }),
  pattern('Azure secret', new RegExp(`${START}[\\w~.-]{3}\\dQ~[\\w~.-]{31,34}`, 'g'), {
    isSecret: looksRandom,
    mayBeIn: (_, { words }) => words.includes('Q~'),
    isShaped: true,
  }),
  pattern(
    'signed web token',
    /(?:(?<![\w-])|(?<=\\[nrt]))eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,2000}/g,
    { mayBeIn: (_, { words }) => words.includes('eyJ'), isShaped: true },
  ),
  value('AWS secret', `secret_?access_?key${IS}["']?([A-Za-z0-9+/]{40})${END}`),
  value('npm token', `\\b_(?:auth|authToken|password)[ \\t]{0,4}=[ \\t]{0,4}["']?${BASE64}`, {
    isSecret: hasDigits,
  }),
  value('webhook address', /\.webhook\.office\.com\/webhookb2\/([\w@/-]{40,300})/),
  value(
    'webhook address',
    /\b(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks)\/([\w/-]{20,200})/,
  ),
  value('bearer token', `\\b(?:Bearer|SSWS)[ \\t]{1,4}${VALUE}`),
  value('login', `\\bBasic[ \\t]{1,4}${BASE64}${END}`),
  value('login', `"auth"[ \\t]{0,4}:[ \\t]{0,4}"${BASE64}"`),
  value('password', `\\s(?:-u|--user)[ =]["']?[^\\s:"'$]{1,100}:${VALUE}`),
  value(
    'password',
    `${START}machine\\s{1,20}\\S{1,200}\\s{1,20}login\\s{1,20}\\S{1,200}\\s{1,20}password\\s{1,20}${VALUE}`,
  ),
  value('password', `\\bsshpass[ \\t]{1,4}-p[ \\t]{0,4}["']?${VALUE}`),
  value('password', `:(?:\\d{4,5}|\\*):[^\\s:]{1,60}:[^\\s:]{1,60}:${VALUE}(?=\\s|$)`, {
    isSecret: looksMixed,
  }),
  value('password in address', /:\/\/[^\s:/@'"]{0,100}:([^\s/@'"${}<>]{8,200})@/, {
    mayBeIn: (text) => text.includes('://') && text.includes('@'),
  }),
  value(
    'token in address',
    /[?&](?:[a-z]{1,20}[_-])?(?:token|secret|password|api_?key|key|sig|signature)=([A-Za-z0-9%+/=_.~-]{16,400})/,
  ),
  value('secret value', `${SECRET_NAME}[A-Za-z0-9_-]{0,40}["'][ \\t]{1,4}value=["']${VALUE}["']`),
  value('secret value', `${SECRET_NAME}[A-Za-z0-9_-]{0,40}${IS}["'\`]${VALUE}["'\`]`),
  value('secret value', `${SECRET_NAME}[A-Za-z0-9_-]{0,40}(?:${IS}|[ \\t])${VALUE}${END}`, {
    isSecret: looksMixed,
  }),
  pattern(
    'secret value',
    new RegExp(`\\b[A-Z0-9_]{0,60}(?:KEY|SECRET|TOKEN|PASSWORD)[A-Z0-9_]{0,40}=${VALUE}(?=\\s|$)`, 'g'),
    { group: 1, isSecret: looksRandom, mayBeIn: (_, scan) => scan.hasDigits },
  ),
  value('secret value', `(?:${SECRET_NAME}|${PASSWORD_NAME})${FURTHER}${CHOSEN}(?=["'\`;,)&<|\\s]|$)`, {
    isSecret: looksMixed,
  }),
  value(
    'password',
    `\\b(?:docker|podman|helm|mysql\\w{0,6}|mariadb|redis-cli)\\s[^\\n]{0,200}?\\s(?:-p|-a|--password)[ =]?${VALUE}`,
  ),
  value('password in address', /:\/\/([A-Za-z0-9_-]{20,200})@/),
  value('session', `\\b(?:set-)?cookie:[ \\t]{0,4}[^=;\\s]{1,60}=([^\\s;,]{16,400})`),
  value(
    'password hash',
    /\$(?:2[abxy]|[156y]|apr1|argon2(?:id?|d)|scrypt)\$[\w./$=,+-]{0,60}?([\w./+]{22,200})(?![\w./+])/,
  ),
  value('private key', /(?:Private-Lines: \d{1,3}\s{1,4}|"d"\s{0,4}:\s{0,4}")([\w+/=-]{40,4000})/),
  value('password', `${PASSWORD_NAME}(?:${IS}|[ \\t]{1,4}|>)["'\`]?${CHOSEN}(?=["'\`;,)&<\\s]|$)`, {
    isSecret: looksMixed,
  }),
];

/** Letters and digits, mixed well: what keys are made of and words are not. */
export function looksRandom(value: string): boolean {
  return /\d/.test(value) && /[A-Za-z]/.test(value) && bitsPerCharacter(value) >= 3.2;
}

/**
 * For what stands without quotation marks, where names of variables and files stand as well: their digits stand together,
 * and much of them is words.
 */
function looksMixed(value: string): boolean {
  const words = value.match(/[a-z]{6,}/g)?.join('').length ?? 0;
  const turns = value.match(/\d[^\d]/g)?.length ?? 0;
  return turns > 1 && words < value.length / 5 && !value.includes('.') && looksRandom(value);
}

function hasDigits(value: string): boolean {
  return /\d/.test(value);
}

/** Shannon entropy. */
function bitsPerCharacter(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
