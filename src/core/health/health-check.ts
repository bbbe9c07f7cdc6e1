/** Why a service that watches from outside was not told that all is well. */
export type HealthCheckFailure =
  | { readonly kind: 'not_an_address' }
  /** It would be sent in the open, for anybody to read and to repeat. */
  | { readonly kind: 'open_http' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'unreachable' };

/** Parts of its address by which somebody else could tell it the same: the address, and what is long in its path. */
export function healthCheckSecrets(address: string): readonly string[] {
  const text = address.trim();
  if (text === '') return [];
  return [text, ...text.split(/[/?#&=]/).filter((part) => part.length >= 16)];
}
