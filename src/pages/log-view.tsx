import { timeText } from './clock-text.ts';
import type { ShownEntry } from './shown-entry.ts';

interface LogViewProps {
  readonly title: string;
  /** Oldest first. */
  readonly entries: readonly ShownEntry[];
  /** What stands there as long as there are none. */
  readonly empty: string;
  readonly most?: number;
  /** Where the log is what a page is about. */
  readonly isTall?: boolean;
}

const SIGNS = { info: '', warn: 'Warning: ', error: 'Error: ' } as const;

/** Newest first, so that what is new is seen without scrolling. */
export function LogView({ title, entries, empty, most = 40, isTall = false }: LogViewProps) {
  const shown = entries.slice(-most).toReversed();
  const left = entries.length - shown.length;
  return (
    <section class={isTall ? 'log-view tall' : 'log-view'} aria-label={title}>
      <h4>{title}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be within the keyboard's way */}
      <ol tabIndex={0} aria-label={title}>
        {shown.length === 0 ? <li class="quiet">{empty}</li> : null}
        {shown.map(({ key, at, level, text, origin }) => (
          <li key={key} class={level}>
            <time>{timeText(at)}</time>
            <span>
              {origin === undefined ? null : <b class="origin">{origin} </b>}
              {SIGNS[level]}
              {text}
            </span>
          </li>
        ))}
        {left > 0 ? <li class="quiet">{`${left} older lines are not shown.`}</li> : null}
      </ol>
    </section>
  );
}
