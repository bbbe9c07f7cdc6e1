import { printable, show } from '../../report/problems/problem.ts';

/** A name that git accepts for a branch, and that no other branch of Wakeful or of the repository has. */
export function isStateBranch(name: string): string | null {
  if (name === 'wakeful' || name.startsWith('wakeful/')) {
    return `is ${show(name)}, but wakeful/ is for work branches\nuse e.g. wakeful-state`;
  }
  if (['main', 'master', 'HEAD'].includes(name)) {
    return `is ${show(name)}, which is no branch of its own\nuse e.g. wakeful-state`;
  }
  return isBranchName(name)
    ? null
    : `is ${show(name)}, which git does not accept as a branch name\nuse e.g. wakeful-state`;
}

function isBranchName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: git refuses control characters in names.
  if (/[\u0000- \u007f~^:?*[\\]|\.\.|@\{|\/\/|\p{C}/u.test(name)) return false;
  if (name === '' || name === '@' || name.length > 100 || /^[-/]|^refs\/|[/.]$/.test(name)) return false;
  return name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'));
}

/** A folder below the repository's root, without globs. */
export function isFolder(path: string): string | null {
  const parts = path.split('/');
  const odd = parts.some((part) => part === '' || part === '.' || part === '..' || part.trim() !== part);
  if (odd || path.length > 200 || /[*?[\]{}!\\:\p{C}]/u.test(path)) {
    return `is ${show(path)}, which is not a folder below the repository's root\nwrite it like goals or .github/goals`;
  }
  return parts.some((part) => part.toLowerCase() === '.git') || parts[0] === 'state'
    ? `is ${show(path)}, which is used otherwise\nwrite it like goals or .github/goals`
    : null;
}

/** http or https, without a password, a query or a fragment. */
export function isBaseUrl(text: string): string | null {
  const right = 'write e.g. https://api.openai.com/v1; keys come from the environment';
  if (!URL.canParse(text)) return `is ${show(text)}, which is not a URL\n${right}`;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return `must start with https:// or http://\n${right}`;
  if (url.username !== '' || url.password !== '') return `must not hold a name or a password\n${right}`;
  return url.search === '' && url.hash === '' ? null : `must not have a query or a fragment\n${right}`;
}

/** What git accepts as an author's name, in one line. */
export function isAuthorName(text: string): string | null {
  if (text.trim() === '') return 'must not be empty';
  return /[<>\p{Cc}]/u.test(text) ? 'must be one line without < and >' : null;
}

export function isEmail(text: string): string | null {
  return /^[^\s<>@]+@[^\s<>@]+$/.test(text) ? null : `is ${show(text)}, which is not an e-mail address`;
}

export function isPrefix(text: string): string | null {
  if (/[\r\n]/.test(text)) return 'must be one line, but has a line break';
  return text.length > 40 ? `must have at most 40 characters, but has ${text.length}` : null;
}

export function isReviewer(text: string): string | null {
  return /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\/[A-Za-z0-9._-]{1,100})?$/.test(text)
    ? null
    : `is ${show(text)}, which is neither a login nor a team\nwrite octocat or acme/docs-team`;
}

export function isLabel(text: string): string | null {
  if (text.trim() === '') return 'must not be empty';
  if (/[,\p{Cc}]/u.test(text)) return 'must be one line without a comma';
  return text.length > 50 ? `must have at most 50 characters, but has ${text.length}` : null;
}

/** Why a regular expression does not compile, as the engine says it; null when it does. */
export function whyNotCompiled(pattern: string): string | null {
  try {
    new RegExp(pattern);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return printable(reason.slice(reason.lastIndexOf(': ') + 2));
  }
}
