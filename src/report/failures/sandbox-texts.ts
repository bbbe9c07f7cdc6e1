/** Why no command can be run; whole sentences. */
export const SANDBOX_TEXTS = {
  notInstalled: 'bubblewrap (bwrap) is not installed, and without it no command is run.',
  notStarted: (why: string) => `bubblewrap could not be started: ${why}.`,
  doesNotWork: (why: string) => `bubblewrap does not work here: ${why}.`,
  noNamespaces:
    'User namespaces are not allowed here; on Ubuntu: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0.',
  /** In the place of output that was too long. */
  beginningLeftOut: '(the beginning was left out)',
} as const;
