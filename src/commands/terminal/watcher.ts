import { withProgram } from '../../core/text/program.ts';
import type { Log } from '../../ports.ts';
import { liveLine, progressLine } from '../../report/job/progress.ts';
import { logLine } from '../../report/terminal/log-text.ts';
import type { Output, Terminal } from './command.ts';
import { styleOf } from './style.ts';

/** What the person who watches sees of a wake. */
export interface Watcher {
  readonly log: Log;
  /** Writes whole lines past the live line. */
  print(text: string): void;
  /** An empty line, unless one stands there. */
  gap(): void;
  /** Takes the live line away. */
  close(): void;
}

const BACK_AND_CLEAR = '\r\u001B[K';

/** `lines` false: log lines are not shown, only where the wake is, and only on a terminal. */
export function createWatcher(
  terminal: Terminal,
  output: Output,
  options: { readonly showsLines: boolean },
): Watcher {
  const live = output.isTerminal && !terminal.isPlain;
  const style = styleOf(terminal, output);
  let shown = '';
  let isGap = false;
  const write = (text: string): void => output.write(terminal.mask.mask(withProgram(text, terminal.program)));
  const clear = (): void => {
    if (live && shown !== '') write(BACK_AND_CLEAR);
    shown = '';
  };
  const print = (text: string): void => {
    clear();
    write(`${text}\n`);
    isGap = text === '' || text.endsWith('\n');
  };
  const gap = (): void => {
    clear();
    if (!isGap) print('');
  };
  const log: Log = {
    line: (entry) => {
      if (options.showsLines && entry.level !== 'debug') print(logLine(entry, style));
    },
    progress: (progress) => {
      // One column stays free: a full line would wrap on some terminals.
      const text = live ? liveLine(progress, output.width - 1) : progressLine(progress);
      if (text === shown) return;
      if (live) write(`${BACK_AND_CLEAR}${text}`);
      else if (options.showsLines) print(text);
      shown = text;
    },
  };
  return { log, print, gap, close: clear };
}
