import { count, exactTime, figure } from '../../words/sentences.ts';
import { LEVEL_SIGNS, lineId, type PageLine } from '../line-ids.ts';
import { element, made } from './elements.ts';
import { LEVELS, type LineFilter, matcherOf, NO_FILTER } from './log-filter.ts';
import { canOpenParts, openParts } from './log-parts.ts';

/** Lines that are in the page at once, however many there are. */
const WINDOW = 50;

/** The log in a page: what is loaded of it, what matches, and the window that is shown. */
export class LogView {
  /** Newest first. */
  readonly lines: PageLine[] = [];
  /** When all lines are there; never where the browser cannot open them. */
  readonly loaded: Promise<void>;
  /** ISO time since when lines are new to the visitor; null: it is not known. */
  newSince: string | null = null;
  #filter: LineFilter = NO_FILTER;
  #matches: PageLine[] = [];
  #from = 0;
  #isLoading = true;
  readonly #list = element('#log-lines', HTMLElement);
  readonly #form = element('#log-filter', HTMLFormElement);

  constructor() {
    this.loaded = this.#load();
    this.#form.hidden = false;
    this.#form.addEventListener('input', () => this.show(this.#read()));
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#form.addEventListener('reset', (event) => {
      event.preventDefault();
      this.show(NO_FILTER);
    });
    element('#log-newer', HTMLElement).addEventListener('click', () => this.#move(-WINDOW));
    element('#log-older', HTMLElement).addEventListener('click', () => this.#move(WINDOW));
  }

  /** Shows the lines that match, the newest first. */
  show(filter: LineFilter): void {
    this.#filter = filter;
    this.#write(filter);
    this.#matches = this.lines.filter(matcherOf(filter));
    this.#from = 0;
    this.#draw();
  }

  /** Brings a line into the window, whatever the filter; null: there is none with this id. */
  reveal(id: string): HTMLElement | null {
    const line = this.lines.find((each) => lineId(each) === id);
    if (line === undefined) return null;
    if (!this.#matches.includes(line))
      this.show({ ...NO_FILTER, level: line.level === 'debug' ? 'debug' : 'info' });
    this.#from = Math.floor(this.#matches.indexOf(line) / WINDOW) * WINDOW;
    this.#draw();
    return document.getElementById(id);
  }

  redraw(): void {
    this.#draw();
  }

  async #load(): Promise<void> {
    if (!canOpenParts()) {
      this.#form.hidden = true;
      element('#log-state', HTMLElement).textContent =
        'This browser cannot open the whole log, so only its newest lines are shown. The command log shows all.';
      return new Promise(() => {});
    }
    const known = new Set<string>();
    await openParts((part) => {
      for (const line of part) {
        this.lines.push(line);
        if (line.goal !== undefined) known.add(line.goal);
      }
      const more = part.filter(matcherOf(this.#filter));
      const isInWindow = this.#matches.length < this.#from + WINDOW;
      for (const line of more) this.#matches.push(line);
      if (isInWindow) this.#draw();
      else this.#say();
    });
    this.#isLoading = false;
    this.#offer([...known].sort());
    this.#draw();
  }

  #offer(goals: readonly string[]): void {
    const select = this.#form.elements.namedItem('goal');
    if (!(select instanceof HTMLSelectElement)) return;
    for (const goal of goals) select.append(new Option(goal, goal));
    select.value = this.#filter.goal;
  }

  #move(step: number): void {
    this.#from = Math.max(0, Math.min(this.#from + step, this.#matches.length - 1));
    this.#draw();
    element('#log', HTMLElement).scrollIntoView();
  }

  #read(): LineFilter {
    const data = new FormData(this.#form);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const level = LEVELS.find((each) => each === text('level')) ?? 'info';
    return { text: text('text'), goal: text('goal'), run: text('run'), level };
  }

  #write(filter: LineFilter): void {
    for (const [name, value] of Object.entries(filter)) {
      const field = this.#form.elements.namedItem(name);
      const isOwn = field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
      // What is being typed keeps its spaces and its cursor.
      if (isOwn && field.value.trim() !== value) field.value = value;
    }
  }

  #draw(): void {
    const shown = this.#matches.slice(this.#from, this.#from + WINDOW);
    this.#list.replaceChildren(...shown.map((line) => this.#item(line)));
    element('#log-pages', HTMLElement).hidden = this.#matches.length <= WINDOW;
    element('#log-newer', HTMLButtonElement).disabled = this.#from === 0;
    element('#log-older', HTMLButtonElement).disabled = this.#from + WINDOW >= this.#matches.length;
    this.#say();
  }

  #say(): void {
    const [from, all] = [this.#from, this.#matches.length];
    const range =
      all === 0
        ? 'No line matches'
        : `Lines ${figure(from + 1)} to ${figure(Math.min(from + WINDOW, all))} of ${figure(all)} that match`;
    const rest = this.#isLoading
      ? 'The older ones are still being read'
      : `The log has ${count(this.lines.length, 'line')}`;
    element('#log-state', HTMLElement).textContent = `${range}. ${rest}.`;
  }

  #item(line: PageLine): HTMLElement {
    const { ts, level, goal, message, wake } = line;
    const item = made('li', '', level);
    item.id = lineId(line);
    item.title = `Run ${wake}`;
    const link = document.createElement('a');
    link.href = `#${item.id}`;
    link.className = 'permalink';
    const time = document.createElement('time');
    time.dateTime = ts;
    time.textContent = exactTime(ts);
    link.append(time);
    const words = made('span', '');
    if (this.newSince !== null && ts > this.newSince) words.append(made('b', 'new', 'new-mark'), ' ');
    if (LEVEL_SIGNS[level] !== '') words.append(made('b', LEVEL_SIGNS[level], 'sign'));
    if (goal !== undefined) words.append(made('b', goal), ' ');
    words.append(message);
    item.append(link, words);
    return item;
  }
}
