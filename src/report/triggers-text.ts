import type { Style } from './palette.ts';
import { renderTable } from './table.ts';

/** One way in which a wake can begin. */
export interface EntryPoint {
  readonly origin: 'autonomous' | 'reactive';
  /** What starts it, e.g. `cron 17,47 * * * *`. */
  readonly trigger: string;
  /** Where that is written, e.g. `.github/workflows/wake.yml:5`. */
  readonly where: string;
  /** What happens then. */
  readonly path: string;
}

/** Who starts the control flow, over all entry points. */
export function autonomyOf(points: readonly EntryPoint[]): 'none' | 'autonomous' | 'reactive' | 'hybrid' {
  const origins = new Set(points.map((point) => point.origin));
  if (origins.size === 2) return 'hybrid';
  return points[0]?.origin ?? 'none';
}

const MEANINGS = {
  none: 'Nothing can start it.',
  autonomous: 'As configured it is autonomous: only time and events start it.',
  reactive: 'As configured it is reactive: only a person starts it.',
  hybrid: 'As configured it is a hybrid: it starts by itself, and a person can start it.',
} as const;

/** The `triggers` command. */
export function triggersText(points: readonly EntryPoint[], style: Style): string {
  const meaning = MEANINGS[autonomyOf(points)];
  if (points.length === 0) return `${meaning}\n`;
  const columns = [
    { title: 'Origin' },
    { title: 'Trigger', shrinkTo: 14 },
    { title: 'Where', shrinkTo: 14 },
    { title: 'What happens', shrinkTo: 14 },
  ];
  const rows = points.map((point) => [
    { text: point.origin, tone: point.origin === 'autonomous' ? ('accent' as const) : ('plain' as const) },
    point.trigger,
    point.where,
    point.path,
  ]);
  return `${renderTable(columns, rows, style)}\n\n${meaning}\n`;
}
