import { ageWords } from '../age-words.ts';
import { element, pageTime } from './elements.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Says how old the page is by the visitor's clock, and shows when it is too old to be believed. */
export function keepAge(): void {
  showAge();
  setInterval(showAge, MINUTE_MS);
}

function showAge(): void {
  const verdict = element('#verdict', HTMLElement);
  const age = Date.now() - Date.parse(pageTime());
  element('.age-words', HTMLElement).textContent = `, ${ageWords(age)}`;
  const note = element('.age-note', HTMLElement);
  const isOld = age > Number(verdict.dataset['silentHours']) * HOUR_MS;
  verdict.classList.toggle('aged', isOld);
  note.hidden = !isOld;
  note.textContent = 'That is long ago, and what it says may no longer be true. Make the page anew.';
}
