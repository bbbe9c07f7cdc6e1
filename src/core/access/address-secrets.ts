const LOGIN = /:\/\/([^\s/@]+)@/g;
const QUERY = /[?&][^=&#\s]*(?:key|token|secret|password|sig)[^=&#\s]*=([^&#\s]+)/gi;

/** What of a web address must not be shown: the password of its login, or the login that has none, and keys in its query. */
export function secretsIn(address: string): readonly string[] {
  const logins = [...address.matchAll(LOGIN)].map(([, login = '']) => login.replace(/^[^:]*:(?=.)/, ''));
  const keys = [...address.matchAll(QUERY)].map(([, value = '']) => value);
  return [...new Set([...logins, ...keys].flatMap((text) => [text, decoded(text)]))];
}

/**
 * Parts of the address of a health check by which somebody else could tell it the same: the address itself, and what is long
 * in its path.
 */
export function healthCheckSecrets(address: string): readonly string[] {
  const text = address.trim();
  if (text === '') return [];
  return [text, ...text.split(/[/?#&=]/).filter((part) => part.length >= 16)];
}

/** The values of headers as OpenTelemetry's variables hold them, `a=1,b=2`: in that spelling, as they are sent, and without `Bearer`. */
export function headerSecrets(headers: string): readonly string[] {
  const text = headers.trim();
  if (text === '') return [];
  const written = text.split(',').map((pair) => pair.slice(pair.indexOf('=') + 1).trim());
  const sent = written.map(decoded);
  const bare = sent.map((value) => value.replace(/^\S+ (?=\S)/, ''));
  return [...new Set([text, ...written, ...sent, ...bare])].filter((value) => value !== '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
