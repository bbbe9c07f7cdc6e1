/** Why no command can be run; whole sentences. */
export const SANDBOX_TEXTS = {
  notInstalled: 'bubblewrap (bwrap) is not installed, and without it no command is run.',
  notStarted: (why: string) => `bubblewrap could not be started: ${why}.`,
  doesNotWork: (why: string) => `bubblewrap does not work here: ${why}.`,
  tooOld: 'bubblewrap is too old: version 0.8 or newer is needed, and without it no command is run.',
  noNamespaces:
    'User namespaces are not allowed here; on Ubuntu: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0.',
  connectOnly: 'This proxy passes connections on (CONNECT) and does nothing else.',
  hostRefused: 'This host or port is not among those that setup may reach.',
  addressRefused: 'The name of this host leads to an address that is not on the public internet.',
  /** Behind the output of a command that failed. */
  refused: (targets: readonly string[]) =>
    `Connections to ${targets.join(', ')} were refused: setup_hosts in the settings does not name the host, or its name leads to an address that is not public.`,
  /** In the place of output that was too long. */
  beginningLeftOut: '(the beginning was left out)',
  middleLeftOut: '(the middle was left out)',
  /** Before the output of a command in a copy. */
  notAllCopied: '(not all files could be copied)',
} as const;
