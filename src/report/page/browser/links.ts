import { lineId, runId, slotId } from '../line-ids.ts';
import { element } from './elements.ts';
import { NO_FILTER } from './log-filter.ts';
import type { LogView } from './log-view.ts';

/** Every line, run, draft and due time has an address of its own; a part that is closed opens when it is asked for. */
export function startLinks(log: LogView): void {
  const follow = (): void => void goTo(decodedHash(), log);
  addEventListener('hashchange', follow);
  // A second click on the same link changes no address.
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link !== null && link.getAttribute('href') === location.hash) follow();
  });
  follow();
}

function decodedHash(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

async function goTo(hash: string, log: LogView): Promise<void> {
  if (hash === '') return;
  const [part = '', query] = hash.split('?');
  if (part === 'log' && query !== undefined) {
    const wanted = new URLSearchParams(query);
    const filter = {
      ...NO_FILTER,
      level: 'debug',
      run: wanted.get('run') ?? '',
      goal: wanted.get('goal') ?? '',
    } as const;
    log.show(filter);
    element('#log', HTMLElement).scrollIntoView();
    return;
  }
  if (part.startsWith('line-'))
    return show(log.reveal(part) ?? (await log.loaded.then(() => log.reveal(part))));
  const found = document.getElementById(part);
  if (found !== null) return open(found);
  // What is not in the page has lines in the log.
  await log.loaded;
  if (part.startsWith('slot-')) return show(revealSlot(part, log));
  if (!part.startsWith('run-')) return;
  const line = log.lines.find(({ wake }) => runId(wake) === part);
  if (line !== undefined) log.show({ ...NO_FILTER, level: 'debug', run: line.wake });
  element('#log', HTMLElement).scrollIntoView();
}

function revealSlot(slot: string, log: LogView): HTMLElement | null {
  const line = log.lines.find(({ goal, data }) => {
    const due = data?.['slot'] ?? data?.['from'];
    return goal !== undefined && typeof due === 'string' && slotId(goal, due) === slot;
  });
  return line === undefined ? null : log.reveal(lineId(line));
}

function open(found: Element): void {
  for (let at: Element | null = found; at !== null; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
  found.scrollIntoView({ block: 'start' });
}

function show(line: HTMLElement | null): void {
  if (line === null) return;
  for (const before of document.querySelectorAll('.wanted')) before.classList.remove('wanted');
  line.classList.add('wanted');
  line.scrollIntoView({ block: 'center' });
  line.querySelector('a')?.focus({ preventScroll: true });
}
