import { happenedSince } from '../../../core/report/happened-since.ts';
import { runsOf } from '../../../core/report/runs-of.ts';
import { happenedWords } from '../../status/happened-words.ts';
import { longTime } from '../../words/sentences.ts';
import { element, made, pageTime } from './elements.ts';
import type { LogView } from './log-view.ts';

/** Kept on the device only: how new the page was that this visitor has seen, and the one before it. */
interface Visits {
  readonly seen: string;
  readonly before: string | null;
}

/** Says what is new since the last visit. A page that is opened again is still new against the one before it. */
export function startVisits(log: LogView): void {
  const now = pageTime();
  const known = readVisits();
  const visits =
    known === null
      ? { seen: now, before: null }
      : known.seen < now
        ? { seen: now, before: known.seen }
        : known;
  writeVisits(visits);
  const { before } = visits;
  if (before === null || before >= now) return;
  log.newSince = before;
  for (const part of document.querySelectorAll<HTMLElement>('main [data-at]'))
    if ((part.dataset['at'] ?? '') > before && part.closest('.log-lines') === null) marked(part);
  const block = element('#since-visit', HTMLElement);
  block.hidden = false;
  block.append(
    made('h3', 'Since your last visit'),
    made('p', `What you saw last was from ${longTime(before)}.`, 'quiet'),
  );
  const list = made('ul', '', 'happened');
  block.append(list);
  void log.loaded.then(() => {
    list.append(...wordsSince(before, log).map((words) => made('li', words)));
    log.redraw();
  });
}

function wordsSince(since: string, log: LogView): readonly string[] {
  const entries = log.lines.toReversed();
  const runs = runsOf(entries, { leases: {} });
  const first = entries[0]?.ts ?? since;
  return happenedWords(happenedSince({ since, entries, runs, drafts: [], isWhole: first <= since }));
}

function marked(part: HTMLElement): void {
  const place = part.querySelector('h3, summary') ?? part;
  place.append(' ', made('b', 'new', 'new-mark'));
}

function place(): string {
  return `wakeful seen ${element('.report', HTMLElement).dataset['repository'] ?? ''}`;
}

function readVisits(): Visits | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(place()) ?? 'null');
    if (typeof value !== 'object' || value === null || !('seen' in value)) return null;
    const before = 'before' in value && typeof value.before === 'string' ? value.before : null;
    return typeof value.seen === 'string' ? { seen: value.seen, before } : null;
  } catch {
    // The browser keeps nothing for files, or something else has been written there.
    return null;
  }
}

function writeVisits(visits: Visits): void {
  try {
    localStorage.setItem(place(), JSON.stringify(visits));
  } catch {
    // Then nothing is remembered.
  }
}
