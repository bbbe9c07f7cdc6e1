import { givenInput, traceVariables } from '../../adapters/actions/runner-facts.ts';
import { tokenPassword } from '../../adapters/git/git-environment.ts';
import type { InputName } from '../../config/github/action-registry.ts';
import { headerSecrets, healthCheckSecrets, secretsIn } from '../../core/access/address-secrets.ts';

/** Everything among the inputs that must never be written anywhere, also in the form in which git sends it. */
export function givenSecrets(): readonly string[] {
  const tokens = [given('github-token'), given('draft-token')].filter((token) => token !== '');
  const ofTokens = tokens.flatMap((token) => [token, tokenPassword(token)]);
  const key = given('openai-api-key');
  const ofAddresses = [
    ...secretsIn(given('openai-base-url')),
    ...healthCheckSecrets(given('health-check-url')),
  ];
  const variables = traceVariables() ?? {};
  const ofTraces = Object.entries(variables).flatMap(([name, value = '']) => {
    if (name.endsWith('_HEADERS')) return headerSecrets(value);
    return name.endsWith('_ENDPOINT') ? secretsIn(value) : [];
  });
  return [...ofTraces, ...ofTokens, ...(key === '' ? [] : [key]), ...ofAddresses];
}

function given(name: InputName): string {
  return givenInput(name)?.trim() ?? '';
}
