/** What the command says that writes the page. */
export const PAGE_TEXTS = {
  wrote: (files: readonly string[], size: string) => `Wrote ${files.join(', ')} (${size}).`,
  address: (address: string) => `In a browser: ${address}`,
  notOpened: 'No program was found that opens it, so open this address yourself.',
  notWritten: (path: string, reason: string) =>
    `${path} cannot be written: ${reason}. Name another place with --out <file or folder>.`,
  isLink: (path: string) =>
    `${path} is a link, which leads to another file, and the page would be written over that one. Remove the link, or name another place with --out <file or folder>.`,
  isFolder: (path: string) => `${path} is a folder. Give it as --out without an ending of a file.`,
} as const;
