const LOGIN = /:\/\/([^\s/@]+)@/g;
const QUERY = /[?&][^=&#\s]*(?:key|token|secret|password|sig)[^=&#\s]*=([^&#\s]+)/gi;

/** What of a web address must not be shown: the password of its login, or the login that has none, and keys in its query. */
export function secretsIn(address: string): readonly string[] {
  const logins = [...address.matchAll(LOGIN)].map(([, login = '']) => login.replace(/^[^:]*:(?=.)/, ''));
  const keys = [...address.matchAll(QUERY)].map(([, value = '']) => value);
  return [...new Set([...logins, ...keys].flatMap((text) => [text, decoded(text)]))];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
