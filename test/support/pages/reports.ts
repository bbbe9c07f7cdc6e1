/** Reports in every state that a page may have to show. */
import type { LogEntry } from '../../../src/core/event.ts';
import type {
  GoalReport,
  PersonNeed,
  Report,
  RunReport,
  SlotReport,
} from '../../../src/core/report/report.ts';
import { reportOf } from '../../../src/core/report/report-of.ts';
import { isoTime } from '../../../src/core/time.ts';
import type { PageFacts } from '../../../src/report/page/page-facts.ts';
import { playWeek, reportOn } from '../memory/played-week.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const SITE = { serverUrl: 'https://github.com', repository: 'acme/site' };
/** When the reports that are made by hand were made. */
const MORNING = Date.UTC(2026, 10, 23, 7, 0, 30);

const BUDGET = { tokensPerDay: 100_000, tokensPerMonth: 1_000_000, usdPerDay: null, usdPerMonth: null };

/** The played week, as it stands on its last morning. */
export async function weekFacts(): Promise<PageFacts> {
  const night = await playWeek();
  return { report: reportOn(night), entries: night.log(), site: SITE, silentHours: 6 };
}

/** The agent has never run. */
export function emptyFacts(): PageFacts {
  const report = reportOf({
    repository: 'acme/site',
    state: null,
    entries: [],
    days: [],
    unreadableLines: 0,
    pastDays: [],
    logFrom: isoTime(MORNING).slice(0, 10),
    now: MORNING,
    limits: { budget: BUDGET, openDrafts: 5, silentHours: 6 },
  });
  return { report, entries: [], site: SITE, silentHours: 6 };
}

/** Nothing waits for anybody. */
export async function goodFacts(): Promise<PageFacts> {
  const { report, ...facts } = await weekFacts();
  const goals = report.goals.filter(({ id }) => id !== 'hopeless');
  const rested = goals.map((goal): GoalReport => ({ ...goal, state: 'resting', ending: 'worked' }));
  return { ...facts, report: { ...report, needs: [], verdict: { kind: 'well' }, goals: rested } };
}

/** Everything is wrong at once: silent, with a broken file, a lock that stays, a run that died, and a log with holes. */
export async function badFacts(): Promise<PageFacts> {
  const { report, ...facts } = await weekFacts();
  const since = isoTime(MORNING - 30 * HOUR);
  const needs: readonly PersonNeed[] = [
    {
      ...{
        kind: 'alert',
        since,
        goal: 'pages',
        cause: 'bad_goal',
        title: 'Wakeful: goals/pages.yml is not valid',
      },
      detail: 'goals/pages.yml:2:1: "objektive" is no field of a goal; did you mean "objective"?',
      ...{ issue: 12, isKnown: false, failures: 0, places: [{ file: 'goals/pages.yml', line: 2 }] },
      ...{ figures: null },
    },
    { kind: 'lock', since, goal: 'changes', run: '9001324-1' },
    ...report.needs,
  ];
  const bad: Report = {
    ...report,
    needs,
    evidence: {
      ...report.evidence,
      kind: 'old',
      seenAt: since,
      unreadableLines: 3,
      fullDays: ['2026-11-21'],
    },
    verdict: { kind: 'silent', since },
    isFullOfDrafts: true,
    spending: {
      ...report.spending,
      today: {
        ...report.spending.today,
        tokens: 98_000,
        lostTokens: 50_000,
        reservedTokens: 20_000,
        calls: 40,
      },
    },
  };
  return { ...facts, report: bad };
}

/** A stop is set. */
export async function stoppedFacts(): Promise<PageFacts> {
  const { report, ...facts } = await weekFacts();
  const since = isoTime(MORNING - 3 * HOUR);
  return { ...facts, report: { ...report, verdict: { kind: 'stopped', reason: 'We release today', since } } };
}

const FATES: readonly SlotReport['fate'][] = [
  'ran',
  'ran',
  'caught_up',
  'asked',
  'missed',
  'skipped',
  'overlapped',
];

function slots(count: number): readonly SlotReport[] {
  return Array.from({ length: count }, (_, n) => {
    const at = isoTime(MORNING - (count - n) * HOUR);
    const fate = FATES[n % FATES.length] ?? 'ran';
    const isServed = n % FATES.length < 4;
    return {
      ...{ from: at, to: at, count: 1, fate, why: isServed ? null : ('covered' as const) },
      ...{ runs: isServed ? [`${n}-1`] : [], ending: n % 9 === 0 && isServed ? ('gave_up' as const) : null },
      finishedAt: isServed ? at : null,
    };
  });
}

function runs(count: number, goal: (n: number) => string): readonly RunReport[] {
  return Array.from({ length: count }, (_, n) => {
    const [startedAt, endedAt] = [
      isoTime(MORNING - (n * HOUR) / 4),
      isoTime(MORNING - (n * HOUR) / 4 + 120_000),
    ];
    const cost = { tokens: 1_000 + n, usdMicros: 1_200, calls: 4 };
    const tasks = Array.from({ length: 12 }, (_each, task) => ({
      key: `file-${task}@x`,
      at: isoTime(MORNING - (n * HOUR) / 4 + task * 10_000),
      ending: task % 3 === 0 ? ('checks_failed' as const) : ('worked' as const),
      message: `Task ${task} is done: 3 files changed, +20 −4. `.repeat(6),
      cost,
    }));
    const own = [goal(n), goal(n + 1), goal(n + 2), goal(n + 3), goal(n + 4)].map((id) => ({
      ...{
        goal: id,
        run: `${n}-1`,
        startedAt,
        endedAt,
        slot: startedAt,
        ending: 'worked' as const,
        tasks,
        cost,
      },
      ...{ lostTokens: 0, hasDied: false, drafts: [n + 1] },
    }));
    return {
      ...{ id: `${n}-1`, startedAt, endedAt, fate: n % 7 === 3 ? ('died' as const) : ('ended' as const) },
      ...{ trigger: 'schedule' as const, ending: 'worked' as const, goals: own, cost, lostTokens: 0 },
    };
  });
}

/** As many lines as asked for, the newest at the end of the night. */
function manyLines(count: number): readonly LogEntry[] {
  return Array.from({ length: count }, (_, n) => ({
    ts: isoTime(MORNING - (count - n) * 20_000),
    level: n % 10 === 0 ? ('warn' as const) : n % 3 === 0 ? ('info' as const) : ('debug' as const),
    event: 'item_ended' as const,
    message: `The task ${(n * 7919) % 100_003} is done: ${n % 17} files changed, +${n % 311} −${n % 97}, about docs/chapter-${n % 997}.md.`,
    wake: `${Math.floor(n / 40)}-1`,
    goal: `goal-${n % 60}`,
    data: { ending: 'worked', tokens: n % 5_000, calls: n % 7 },
  }));
}

/** A large repository after a year: 60 goals, 3,000 runs, 500 drafts, 150 things to do and 100,000 lines. */
export async function hugeFacts(lines = 100_000): Promise<PageFacts> {
  const { report, ...facts } = await weekFacts();
  const [goal] = report.goals;
  const [draft] = report.drafts;
  if (goal === undefined || draft === undefined) throw new Error('The week has neither goals nor drafts.');
  const text = 'A long sentence about what went wrong and what could be done about it. '.repeat(12);
  const names = Array.from({ length: 60 }, (_, n) => `goal-${n}`);
  const day = report.spending.days.at(-1)?.goals['changes'];
  const huge: Report = {
    ...report,
    verdict: { kind: 'needs_you', reviews: 100, problems: 50 },
    needs: Array.from({ length: 150 }, (_, n): PersonNeed => {
      const since = isoTime(MORNING - (150 - n) * HOUR);
      return n % 3 > 0
        ? { ...draft, kind: 'review', since, draft: n, title: text }
        : {
            kind: 'alert',
            since,
            goal: `goal-${n % 60}`,
            cause: 'failing',
            title: text,
            detail: text,
            issue: n,
            isKnown: false,
            failures: n,
            figures: { since, at: since, times: n, tokens: n, usd_micros: n },
            places: [{ file: text, line: n, field: text }],
          };
    }),
    goals: names.map((id) => ({
      ...goal,
      id,
      title: text,
      detail: text,
      slots: slots(500),
      stuck: Array.from({ length: 40 }, () => ({
        title: text,
        attempts: 3,
        ending: 'gave_up' as const,
        detail: text,
      })),
    })),
    runs: runs(3_000, (n) => `goal-${n % 60}`),
    drafts: Array.from({ length: 500 }, (_, n) => ({ ...draft, draft: n, title: text })),
    spending: {
      ...report.spending,
      byGoal: names.map((id) => ({ goal: id, today: report.spending.today, month: report.spending.month })),
      days: Array.from({ length: 366 }, (_, n) => ({
        day: isoTime(MORNING - (365 - n) * DAY).slice(0, 10),
        goals: Object.fromEntries(
          names.map((id, g) => [
            id,
            {
              ...NO_DAY,
              ...day,
              runs: g,
              tokens: ((n * 31 + g * 17) % 97) * 10,
              lost_tokens: n % 40 === 0 ? 900 : 0,
            },
          ]),
        ),
      })),
    },
  };
  return { ...facts, report: huge, entries: manyLines(lines) };
}

const NO_DAY = {
  ...{ runs: 0, failed: 0, missed: 0, tasks_done: 0, drafts_opened: 0, drafts_merged: 0, drafts_closed: 0 },
  ...{ tokens: 0, usd_micros: 0, calls: 0, lost_tokens: 0 },
};

/** Texts with which somebody tries to become more than a text. */
export const HOSTILE = [
  '"><img src=x onerror=alert(1)><script>alert(2)</script>',
  '</script><script>alert(3)</script><!--',
  "' onfocus=alert(4) autofocus href=javascript:alert(5) style=position:fixed;inset:0",
  ']]>&lt;svg onload=alert(6)&gt; https://evil.example/ [link](javascript:alert(7))',
  '\u202egnihtemos\u202c \u200b\u0000\u001b[31m \ud800 `code` {{x}} $x',
  'W'.repeat(3_000),
];

/** Fields whose texts others can choose. */
const FOREIGN =
  /^(?:title|detail|message|id|goal|branch|reason|run|runs|wake|item|key|by|repository|cause|why|wakes)$/;

/** The same with hostile text in every field of others, `n` of those above. */
export function hostile(facts: PageFacts, n: number): PageFacts {
  const text = HOSTILE[n % HOSTILE.length] ?? '';
  const change = (value: unknown, name: string): unknown => {
    if (typeof value === 'string')
      return FOREIGN.test(name) && !CLOSED.has(value) ? `${value}${text}` : value;
    if (Array.isArray(value)) return value.map((each) => change(each, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, change(each, key)]));
  };
  return {
    ...(change({ report: facts.report, entries: facts.entries }, '') as PageFacts),
    site: facts.site,
    silentHours: 6,
  };
}

/** Words of closed lists in fields of these names. */
const CLOSED = new Set([
  ...['slot', 'unfinished', 'request', 'covered', 'left_out', 'too_old', 'under_lease', 'stopped', 'paused'],
  'waiting_for_draft',
]);
