import type { Style } from '../words/palette.ts';
import { count, shortTime } from '../words/sentences.ts';
import { idleLines, isIdle, type Tick, tickLines } from './night.ts';

/** The ticks of a night as they happen, as lines: those that say the same as the one before are folded into one. */
export interface TimeLine {
  /** The lines that can be shown now. */
  add(tick: Tick): readonly string[];
  /** What is still folded. */
  end(): readonly string[];
}

export function createTimeLine(style: Style): TimeLine {
  let folded: readonly Tick[] = [];
  let said = '';
  const unfold = (): readonly string[] => {
    const ticks = folded;
    folded = [];
    const isQuiet = ticks.every(isIdle);
    return isQuiet ? idleLines(ticks, style) : repeatedLines(ticks, style);
  };
  return {
    add(tick) {
      const words = isIdle(tick) ? '' : wordsOf(tick);
      if (words === said) {
        folded = [...folded, tick];
        return [];
      }
      const before = unfold();
      said = words;
      if (words !== '') return [...before, ...tickLines(tick, style)];
      folded = [tick];
      return before;
    },
    end: unfold,
  };
}

const PLAIN: Style = { width: 1_000, paint: (_, text) => text };

/** What a tick came to, whenever it was. */
function wordsOf({ result }: Tick): string {
  return tickLines({ at: 0, result }, PLAIN).join('\n');
}

function repeatedLines(ticks: readonly Tick[], style: Style): readonly string[] {
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (first === undefined || last === undefined) return [];
  const until = ticks.length === 1 ? '' : `${count(ticks.length, 'run')} until ${shortTime(last.at)}: `;
  return [style.paint('dim', `${shortTime(first.at)}  ${until}the same`)];
}
