import { isOpenToOthers } from '../../core/access/plain-http.ts';
import { fieldProblems } from '../../report/problems/field-problems.ts';
import { asFieldValue, type ProblemText } from '../../report/problems/problem.ts';
import { settingsProblems, settingValueProblems } from '../../report/problems/settings-problems.ts';
import { lengthProblem } from '../fields/text-rules.ts';

/** Of a name that git accepts for a branch, and that no other branch of Wakeful or of the repository has. */
export function stateBranchProblem(name: string): ProblemText | null {
  if (name === 'wakeful' || name.startsWith('wakeful/')) {
    return asFieldValue(name, settingValueProblems.workBranch);
  }
  if (['main', 'master', 'HEAD'].includes(name)) return asFieldValue(name, settingValueProblems.mainBranch);
  return isBranchName(name) ? null : asFieldValue(name, settingValueProblems.notBranch);
}

function isBranchName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: git refuses control characters in names.
  if (/[\u0000- \u007f~^:?*[\\]|\.\.|@\{|\/\/|\p{C}/u.test(name)) return false;
  if (name === '' || name === '@' || name.length > 100 || /^[-/]|^refs\/|[/.]$/.test(name)) return false;
  return name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'));
}

/** Of a folder below the repository's root, without globs. */
export function folderProblem(path: string): ProblemText | null {
  const parts = path.split('/');
  const isOdd = parts.some((part) => part === '' || part === '.' || part === '..' || part.trim() !== part);
  if (isOdd || path.length > 200 || /[*?[\]{}!\\:\p{C}]/u.test(path)) {
    return asFieldValue(path, settingValueProblems.notFolder);
  }
  const isUsed = parts.some((part) => part.toLowerCase() === '.git') || parts[0] === 'state';
  return isUsed ? asFieldValue(path, settingValueProblems.usedFolder) : null;
}

/** Of an address with http or https, without a password, a query or a fragment. */
export function baseUrlProblem(text: string): ProblemText | null {
  if (!URL.canParse(text)) return asFieldValue(text, settingValueProblems.notUrl);
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return settingsProblems.notHttp;
  if (isOpenToOthers(text)) return settingsProblems.openHttp;
  if (url.username !== '' || url.password !== '') return settingsProblems.urlWithLogin;
  return url.search === '' && url.hash === '' ? null : settingsProblems.urlWithQuery;
}

/** Of what git accepts as an author's name, in one line. */
export function authorNameProblem(text: string): ProblemText | null {
  if (text.trim() === '') return fieldProblems.empty;
  return /[<>\p{Cc}]/u.test(text) ? settingsProblems.authorName : null;
}

/** Of the account behind the token of a job, by its number: nobody else can have it. */
export const ACTIONS_BOT_EMAIL = '41898282+github-actions[bot]@users.noreply.github.com';

/** Without a number, GitHub shows the commits as those of whoever has the login, today or after a rename. */
const BY_LOGIN_ALONE = /^(?!\d+\+)[^@]+@users\.noreply\./i;

export function emailProblem(text: string): ProblemText | null {
  if (!/^[^\s<>@]+@[^\s<>@]+$/.test(text)) return asFieldValue(text, settingValueProblems.notEmail);
  return BY_LOGIN_ALONE.test(text) ? asFieldValue(text, settingValueProblems.emailOfLogin) : null;
}

/** Of a full name in lower case: nothing that stands for many hosts or for a number. */
export function hostProblem(text: string): ProblemText | null {
  const labels = text.split('.');
  const isName =
    text.length <= 253 && labels.length > 1 && labels.every((label) => /^[a-z0-9-]{1,63}$/.test(label));
  const isOdd = labels.some((label) => label.startsWith('-') || label.endsWith('-'));
  const isNumber = !/^[a-z]/.test(labels.at(-1) ?? '');
  return isName && !isOdd && !isNumber ? null : asFieldValue(text, settingValueProblems.notHost);
}

/** Of a folder of programs: absolute or below the home of the user, and never all of it. */
export function programFolderProblem(path: string): ProblemText | null {
  const isPlain = /^(?:~|)\/[^*?[\]{}:\p{C}]{1,200}$/u.test(path);
  const parts = path.split('/').slice(1);
  const isOdd = parts.some((part) => ['', '.', '..'].includes(part));
  return isPlain && !isOdd ? null : asFieldValue(path, settingValueProblems.notProgramFolder);
}

/** Names that could hold a secret, steer how programs start, or are set by the sandbox itself. */
const WITHHELD = new RegExp(
  [
    'TOKEN|SECRET|PASS|CREDENTIAL|AUTH|COOKIE|SESSION|BEARER|JWT|PRIVATE|CERT|WEBHOOK|HEADERS|PROXY',
    '(?:^|_)(?:KEY|PAT|PIN|OTP|SAS|DSN|SALT)(?:_|$)|KEY$|(?:^|_)(?:DATABASE|DB|REDIS|MONGO\\w*|AMQP|CONNECTION|INDEX)_',
    '^(?:GITHUB|ACTIONS|INPUT|OPENAI|WAKEFUL|LD|DYLD|GIT|SSH|NPM|AWS|AZURE|DOCKER|KUBE|GNUPG|OTEL)_',
    '^(?:PATH|HOME|ENV|BASH_ENV|NODE_OPTIONS|PYTHONSTARTUP|LANG|CI|RUNNER_TEMP|RUNNER_WORKSPACE|KUBECONFIG|GNUPGHOME|NETRC)$',
  ].join('|'),
);

/** Of a variable whose value commands may see. */
export function variableProblem(name: string): ProblemText | null {
  if (!/^[A-Z][A-Z0-9_]{0,60}$/.test(name)) return asFieldValue(name, settingValueProblems.notVariable);
  return WITHHELD.test(name) ? asFieldValue(name, settingValueProblems.withheldVariable) : null;
}

export function prefixProblem(text: string): ProblemText | null {
  return /[\r\n]/.test(text) ? fieldProblems.lineBreak : lengthProblem(text, 40);
}

export function reviewerProblem(text: string): ProblemText | null {
  const isReviewer = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\/[A-Za-z0-9._-]{1,100})?$/.test(text);
  return isReviewer ? null : asFieldValue(text, settingValueProblems.notReviewer);
}

export function labelProblem(text: string): ProblemText | null {
  if (text.trim() === '') return fieldProblems.empty;
  return /[,\p{Cc}]/u.test(text) ? settingsProblems.label : lengthProblem(text, 50);
}
