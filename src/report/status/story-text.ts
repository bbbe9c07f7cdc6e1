import type { LogEntry } from '../../core/event.ts';
import type { GoalRun, Report, RunReport } from '../../core/report/report.ts';
import { logLine } from '../terminal/log-text.ts';
import { section } from '../terminal/wake-report.ts';
import { plainLine } from '../words/display-width.ts';
import { endingWords } from '../words/ending-words.ts';
import type { PageTarget } from '../words/github-pages.ts';
import { bulletLines, linesWithin } from '../words/indented-lines.ts';
import { dueCell, waitWords } from '../words/next-due.ts';
import type { Style } from '../words/palette.ts';
import { count, duration, listWords, longTime, money, shortTime } from '../words/sentences.ts';
import { happenedWords } from './happened-words.ts';
import { needLines } from './need-list.ts';
import { lackWords, verdictTone, verdictWords } from './verdict-words.ts';

export interface StoryInput {
  readonly report: Report;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** What is being read, one sentence. */
  readonly source: string;
  readonly pageOf: (target: PageTarget) => string | null;
}

/** Runs that a screen has room for. */
const RUNS_SHOWN = 12;

/** `log --away`: a night as a story in a screen. What ran, what came of it, what went wrong and why, what it cost, what waits. */
export function storyText({ report, now, source, pageOf }: StoryInput, style: Style): string {
  const { happened } = report;
  const away = now - Date.parse(happened.since);
  const lack = lackWords(report.evidence);
  const sections = [
    linesWithin(source, style).join('\n'),
    linesWithin(
      `You were away from ${longTime(happened.since)} to ${longTime(now)}, ${duration(away)}.`,
      style,
    ).join('\n'),
    linesWithin(verdictWords(report.verdict, now), style)
      .map((line) => style.paint(verdictTone(report.verdict), line))
      .join('\n'),
    lack === null ? '' : linesWithin(lack, style).join('\n'),
    section(
      'What happened',
      happenedWords(happened).flatMap((words) => bulletLines(words, style)),
      style,
    ),
    section('Runs', runLines(report, style), style),
    section('Needs you', needLines(report.needs, { pageOf, style }), style),
    section('What comes next', nextLines(report, now, style), style),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

/** Due times that a screen has room for. */
const NEXT_SHOWN = 3;

/** Nothing while the agent is stopped. */
function nextLines({ next, verdict }: Report, now: number, style: Style): readonly string[] {
  if (verdict.kind === 'stopped') return [];
  return next
    .slice(0, NEXT_SHOWN)
    .flatMap((due) => bulletLines(`${dueCell(due.at, now)}: ${due.goal}${waitWords(due)}`, style));
}

function runLines({ runs, happened }: Report, style: Style): readonly string[] {
  const since = runs.filter(({ endedAt }) => endedAt >= happened.since).toReversed();
  const shown = since.slice(-RUNS_SHOWN);
  const more = since.length - shown.length;
  const first = more > 0 ? [`  ${count(more, 'earlier run')}.`] : [];
  return [
    ...first,
    ...shown.flatMap((run) => bulletLines(`${shortTime(run.startedAt)} ${runWords(run)}`, style)),
  ];
}

function runWords(run: RunReport): string {
  const goals = run.goals.filter(
    ({ ending, tasks, hasDied }) => ending !== null || tasks.length > 0 || hasDied,
  );
  const start = run.trigger === null ? 'A run' : STARTED[run.trigger];
  if (run.fate === 'running') return `${start} that still works (${run.id}).`;
  if (goals.length === 0) {
    const end = run.ending === null ? 'did no work' : endingWords(run.ending);
    return `${start} (${run.id}): ${end}.`;
  }
  const dollars = run.cost.usdMicros === 0 ? '' : ` and ${money(run.cost.usdMicros)}`;
  const cost = run.cost.calls === 0 ? '' : ` ${count(run.cost.tokens, 'token')}${dollars}.`;
  return `${start} (${run.id}): ${goals.map(goalWords).join('; ')}.${cost}`;
}

const STARTED = {
  schedule: 'A run of the schedule',
  event: 'A run that an event started',
  person: 'A run that a person started',
} as const;

function goalWords({ goal, ending, tasks, hasDied, drafts }: GoalRun): string {
  const made = drafts.length === 0 ? '' : `, draft ${listWords(drafts.map((draft) => `#${draft}`))}`;
  if (hasDied) return `${goal}: the run died`;
  const work = tasks.length > 1 ? ` (${count(tasks.length, 'task')})` : '';
  return `${goal}: ${ending === null ? 'not ended' : endingWords(ending)}${work}${made}`;
}

/** `why`: what led to something, as the log tells it, a heading for each run. */
export function causesText(
  { heading, lines }: { readonly heading: string; readonly lines: readonly LogEntry[] },
  style: Style,
): string {
  const blocks = [...Map.groupBy(lines, ({ wake }) => wake)].map(([wake, own]) =>
    [style.paint('strong', `Run ${plainLine(wake)}`), ...own.map((line) => logLine(line, style))].join('\n'),
  );
  const rest = blocks.length === 0 ? ['The log that is kept holds no line about it.'] : blocks;
  return `${[linesWithin(heading, style).join('\n'), ...rest].join('\n\n')}\n`;
}
