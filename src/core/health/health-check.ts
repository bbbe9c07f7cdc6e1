/** Why a service that watches from outside was not told that all is well. */
export type HealthCheckFailure =
  | { readonly kind: 'not_an_address' }
  /** It would be sent in the open, for anybody to read and to repeat. */
  | { readonly kind: 'open_http' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'unreachable' };
