import { cutBetweenWords } from '../../core/text/plain-text.ts';

/** Where the title of a page stands, and its first words, characters. */
const PAGE_HEAD = 5_000;

/** Whether something in front of the model server, or another program at its address, has answered for people. */
export function isWebPage(text: string): boolean {
  return /^\s*<(?:!doctype html|html|head|body)\b/i.test(text);
}

/** What a page is called, or what it begins with. */
export function titleOf(page: string): string {
  const head = page.slice(0, PAGE_HEAD);
  return beginning(/<title[^>]*>([^<]*)/i.exec(head)?.[1] ?? head.replaceAll(/<[^>]*>/g, ' '));
}

/** The first words of a text, in one line. */
export function beginning(text: string): string {
  const head = text.trimStart().slice(0, PAGE_HEAD);
  return cutBetweenWords(head.replaceAll(/\s+/g, ' ').trim(), 120);
}
