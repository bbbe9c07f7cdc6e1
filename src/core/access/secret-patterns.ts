import { mayBePassword, PASSWORD_NAME } from './password-names.ts';
import { hasDigits, looksChosen, looksMixed, looksRandom } from './random-text.ts';
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

/** Only where one of these words stands in the text, which is far quicker to tell than to search it. */
function beside(...words: readonly string[]): Options {
  return { mayBeIn: (text) => words.some((word) => text.includes(word)) };
}

const VALUE = '([A-Za-z0-9+/=_.~-]{16,200})';
/** What people choose: shorter than keys, and with more signs. */
const CHOSEN = '([A-Za-z0-9+/=_.~!@#%^*-]{8,200})';
const BASE64 = '([A-Za-z0-9+/_-]{16,400}={0,2})';
const SECRET_NAME =
  '(?:api[_-]?key|secret|(?<!public_?key)token|passw(?:or)?d|(?:access|account|app(?:lication)?|auth|cookie|deploy|encryption|master|pre-?shared|private|service|session|signing)[_-]?key)';
const IS = '["\']?[ \\t]{0,4}(?:[:=：＝]{1,2}>?|->|→)[ \\t\\u3000]{0,4}';
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
  pattern('Azure DevOps token', /\b[A-Za-z0-9]{50,80}JQQJ99[A-Za-z0-9]{8,20}AZDO[A-Za-z0-9]{2,8}/g, {
    mayBeIn: (_, { words }) => words.includes('JQQJ99'),
    isShaped: true,
  }),
  pattern('Braintree token', /\baccess_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}/g, {
    mayBeIn: (text) => text.includes('access_token$'),
    isShaped: true,
  }),
  pattern('Twitch token', /\boauth:[0-9a-z]{30}\b/g, { mayBeIn: (text) => text.includes('oauth:') }),
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
    /\b(?:hooks\.slack\.com\/(?:services|workflows|triggers)|hooks\.zapier\.com\/hooks\/catch|maker\.ifttt\.com\/trigger\/[\w-]{1,60}\/with\/key|hc-ping\.com|discord(?:app)?\.com\/api\/webhooks)\/([\w/-]{20,200})/,
  ),
  value('bearer token', `\\b(?:Bearer|SSWS|GenieKey|Splunk|ApiKey)[ \\t]{1,4}${VALUE}`),
  value(
    'signature',
    /\bX-(?:Amz|Goog)-(?:Signature|Security-Token)=([A-Za-z0-9%+/=_.~-]{16,3000})/,
    beside('X-Amz-', 'X-Goog-'),
  ),
  value('signature', /\bAWS4-HMAC-SHA256 [^\n]{1,400}\bSignature=([\da-f]{64})/, beside('AWS4-HMAC-SHA256')),
  value('login', `\\bBasic[ \\t]{1,4}${BASE64}${END}`),
  value('login', `"auth"[ \\t]{0,4}:[ \\t]{0,4}"${BASE64}"`),
  value('password', `\\s(?:-u|--user|-a|--auth)[ =]["']?[^\\s:,"'$]{1,100}[:,]${CHOSEN}`, {
    isSecret: looksMixed,
  }),
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
    mayBeIn: (text, scan) => scan.hasDigits || mayBePassword(text),
  }),
  value(
    'secret value',
    `(?:${SECRET_NAME}|_salt)[A-Za-z0-9_-]{0,40}["')\\]]{0,2}(?:${IS}|,[ \\t]{0,4})b?["'\`]([^"'\`\\s\\\\]{16,200})["'\`]`,
    {
      isSecret: looksMixed,
    },
  ),
  value(
    'password',
    `\\b(?:docker|podman|helm|mysql\\w{0,6}|mariadb|mongo\\w{0,7}|redis-cli|twine|zip|unzip|7z[arz]?|u?n?rar|ldap\\w{3,8}|keytool|jarsigner)\\s[^\\n]{0,200}?(?<=\\s)(?:-p|-P|-a|-w|--password|-storepass|-keypass)[ =]?["']?${CHOSEN}`,
    { isSecret: looksMixed },
  ),
  value('password in address', /:\/\/([A-Za-z0-9_-]{20,200})@/),
  value('session', `\\b(?:set-)?cookie:[ \\t]{0,4}[^=;\\s]{1,60}=([^\\s;,]{16,400})`),
  value(
    'password hash',
    /\$(?:2[abxy]|[1567y]|apr1|argon2(?:id?|d)|scrypt)\$[\w./$=,+-]{0,60}?([\w./+]{22,200})(?![\w./+$])/,
  ),
  value('private key', /(?:Private-Lines: \d{1,3}\s{1,4}|"d"\s{0,4}:\s{0,4}")([\w+/=-]{40,4000})/),
  value('password', `${PASSWORD_NAME}(?:${IS}|[ \\t]{1,4}|>)["'\`]?${CHOSEN}(?=["'\`;,)&<\\s]|$)`, {
    isSecret: looksChosen,
    mayBeIn: mayBePassword,
  }),
  value('password hash', /\{S?SHA\d{0,3}\}([\w+/=]{20,200})/, beside('SHA')),
  value(
    'password hash',
    /\b(?:pbkdf2[_-]\w{3,10}|scram-sha-\d{1,3})\$\d{1,9}[$:][^$\s]{1,60}\$([\w+/=:]{20,300})/,
    beside('$'),
  ),
  value('password hash', /:\d{1,9}:([\dA-F]{32}:[\dA-F]{32}):::/, beside(':::')),
  value(
    'AWS secret',
    `\\bA(?:KIA|SIA)[0-9A-Z]{16}["']?[,;\\t][ "']{0,2}([A-Za-z0-9+/]{40})${END}`,
    beside('AKIA', 'ASIA'),
  ),
  value(
    'unseal key',
    `\\b(?:unseal|recovery|master)[ ._-]?key[ ]?\\d{0,2}${IS}["']?${BASE64}${END}`,
    beside('nseal', 'NSEAL', 'ecovery', 'aster'),
  ),
  value('private key', `\\bclient-key-data${IS}["']?([A-Za-z0-9+/=]{40,8000})`, beside('client-key-data')),
  value('login', `\\b(?:npmAuthIdent|BUNDLE_\\w{1,80})${IS}["']?[^\\s:"']{1,100}:${CHOSEN}`, {
    ...beside('npmAuthIdent', 'BUNDLE_'),
    isSecret: looksMixed,
  }),
  value(
    'token',
    `"(?:github|gitlab|bitbucket)-(?:oauth|token)"[ ]?:\\s{0,8}\\{\\s{0,8}"[^"\\s]{1,200}"[ ]?:[ ]?"${BASE64}"`,
    beside('-oauth"', '-token"'),
  ),
  value(
    'password',
    `\\becho[ ]["']?${VALUE}["']?[ ]?\\|[^\\n]{0,200}--password-stdin`,
    beside('--password-stdin'),
  ),
  value(
    'session',
    `\\s(?:-b|--cookie)[ =]["']?[^=;\\s"']{1,60}=([^\\s;,"']{16,400})`,
    beside(' -b', '--cookie'),
  ),
];
