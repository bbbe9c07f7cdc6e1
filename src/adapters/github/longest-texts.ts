import { CUT_SHORT } from '../../report/failures/github-texts.ts';

/** What GitHub takes at most, in characters. */
const TITLE_LENGTH = 256;
const BODY_LENGTH = 65_536;

export function titleForGitHub(title: string): string {
  return shortened(title, TITLE_LENGTH);
}

/** The last line stays: it is the hidden marker by which the text is found again. */
export function bodyForGitHub(body: string): string {
  if (body.length <= BODY_LENGTH) return body;
  const last = body.slice(body.lastIndexOf('\n') + 1);
  const tail = last.length + CUT_SHORT.length < BODY_LENGTH ? CUT_SHORT + last : '';
  return shortened(body, BODY_LENGTH - tail.length) + tail;
}

/** Never half a character. */
function shortened(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
