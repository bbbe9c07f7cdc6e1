import { tokenPassword } from '../../adapters/git/token-header.ts';

/** Everything that must never be written anywhere, also in the form in which git sends it. */
export function secretsOf(secrets: {
  readonly githubToken: string;
  readonly openaiKey: string;
}): readonly string[] {
  const { githubToken, openaiKey } = secrets;
  const ofToken = githubToken === '' ? [] : [githubToken, tokenPassword(githubToken)];
  return openaiKey === '' ? ofToken : [...ofToken, openaiKey];
}
