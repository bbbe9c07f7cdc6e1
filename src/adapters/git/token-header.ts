/** As GitHub takes a token from git: a user name that means "a token", and the token as its password. */
export function tokenHeader(token: string): string {
  return `Authorization: Basic ${tokenPassword(token)}`;
}

/** The form of the token that git sends; as secret as the token. */
export function tokenPassword(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64');
}
