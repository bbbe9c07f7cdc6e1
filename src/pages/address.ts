/** What the address of a page says behind its `#`: which part is shown, and with which settings. */
export interface PageAddress {
  readonly tab: string;
  readonly settings: Readonly<Record<string, string>>;
}

export function readAddress(hash: string): PageAddress {
  const [tab = '', query = ''] = hash.replace(/^#/, '').split('?');
  return { tab, settings: Object.fromEntries(new URLSearchParams(query)) };
}

export function addressText({ tab, settings }: PageAddress): string {
  const query = new URLSearchParams(settings).toString();
  return query === '' ? `#${tab}` : `#${tab}?${query}`;
}

/** A whole number from 1 to `most`; what is none of these counts as `usual`. */
export function wholeNumber(text: string | undefined, usual: number, most = 1_000_000): number {
  const number = /^\d{1,7}$/.test(text ?? '') ? Number(text) : usual;
  return number >= 1 && number <= most ? number : usual;
}
