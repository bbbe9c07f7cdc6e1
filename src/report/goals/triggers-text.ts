import { plainLine, wrapToWidth } from '../words/display-width.ts';
import type { Style } from '../words/palette.ts';
import { renderTable } from '../words/table.ts';

/** One way in which the agent can be started. */
export interface EntryPoint {
  readonly origin: 'autonomous' | 'reactive';
  /** What starts it, e.g. `cron 17,47 * * * *`. */
  readonly trigger: string;
  /** Where that is written, e.g. `.github/workflows/wake.yml:5`. */
  readonly where: string;
  /** What happens then. */
  readonly path: string;
  /** False: it never leads to work on a goal, as it is configured. */
  readonly works: boolean;
}

/** Who starts work, over all entry points. What only watches the agent's health does not count. */
export function autonomyOf(points: readonly EntryPoint[]): 'none' | 'autonomous' | 'reactive' | 'hybrid' {
  const origins = [...new Set(points.filter(({ works }) => works).map((point) => point.origin))];
  if (origins.length === 2) return 'hybrid';
  return origins[0] ?? 'none';
}
const MEANINGS = {
  none: 'Nothing can start its work.',
  autonomous: 'As configured it is autonomous: only time and events start it.',
  reactive: 'As configured it is reactive: only a person starts it.',
  hybrid: 'As configured it is a hybrid: it starts by itself, and a person can start it.',
} as const;

/** The `triggers` command. */
export function triggersText(points: readonly EntryPoint[], style: Style): string {
  const working = points.filter((point) => point.works);
  const sections = [
    working.length === 0 ? '' : table(working, style),
    MEANINGS[autonomyOf(points)],
    ...idleLines(points, style),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function table(points: readonly EntryPoint[], style: Style): string {
  const columns = [
    { title: 'Origin' },
    { title: 'Trigger', shrinkTo: 14 },
    { title: 'Where', shrinkTo: 14 },
    { title: 'What happens', shrinkTo: 14 },
  ];
  const rows = points.map((point) => [
    { text: point.origin, tone: point.origin === 'autonomous' ? ('accent' as const) : ('plain' as const) },
    point.trigger,
    shortPath(point.where),
    point.path,
  ]);
  return renderTable(columns, rows, style);
}

/** What starts no work, one paragraph for each thing that happens instead. */
function idleLines(points: readonly EntryPoint[], { width }: Style): readonly string[] {
  const idle = Map.groupBy(
    points.filter((point) => !point.works),
    ({ path }) => path,
  );
  return [...idle].map(([path, same]) => {
    const triggers = same.map(({ trigger, where }) => `${trigger} (${shortPath(where)})`);
    return wrapToWidth(plainLine(`${path}: ${triggers.join(', ')}`), width).join('\n');
  });
}

/** `wake.yml:5`: where workflows lie is known. */
function shortPath(where: string): string {
  return where.replace(/^\.github\/workflows\//, '');
}
