/** Names that never leave the local network. */
const LOCAL_NAMES = /(?:^|\.)(?:localhost|local|internal|lan|home\.arpa|test)$/;
const LOCAL_ADDRESSES = [
  /^127\./,
  /^10\./,
  /^192\.168\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^\[::1\]$/,
  /^\[f[cd][0-9a-f]{2}:/,
];

/**
 * Whether an address without encryption stays on this machine or in its network: by plain `http://`, the prompt and the key
 * can be read and changed on the way. Addresses of the link, where clouds keep their credentials, do not count.
 */
export function isLocalAddress(address: string): boolean {
  const host = new URL(address).hostname.toLowerCase().replace(/\.$/, '');
  if (/^[\d.]+$|^\[/.test(host)) return LOCAL_ADDRESSES.some((pattern) => pattern.test(host));
  return !host.includes('.') || LOCAL_NAMES.test(host);
}

/** Whether an address sends in the open what it should not. */
export function isOpenToOthers(address: string): boolean {
  return new URL(address).protocol === 'http:' && !isLocalAddress(address);
}
