import { Turns } from '../../agent/tools/turns.ts';
import { decodeLogLines } from '../../config/state/state-files.ts';
import type { LogEntry } from '../../core/event.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import {
  type LoggedCost,
  loggedSpend,
  MONEY_EVENTS,
  spendGaps,
  withLoggedSpend,
} from '../../core/money/logged-spend.ts';
import type { State } from '../../core/state.ts';
import { monthOf } from '../../core/time.ts';
import { logPath } from '../../ledger/log-path.ts';
import { RESULT_TEXTS } from '../../report/log/result-texts.ts';
import { today } from './money.ts';
import type { Session } from './session.ts';

/** The agent never writes so much; what is longer was written by somebody else. Characters and lines of one day. */
const LONGEST_LOG = 1_100_000;
const MOST_LINES = 10_000;
/** So many lines are read between two looks at the clock. */
const AT_ONCE = 64;
const NAMES = MONEY_EVENTS.map((event) => `"event":"${event}"`);

/** What the log shows as spent. It is read once a wake, before the first lease is taken. */
export class SpendInLog {
  readonly #session: Session;
  #shown: LoggedCost | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  async read(): Promise<void> {
    this.#shown ??= await readSpend(this.#session);
  }

  /** The state with a budget that says no less than the log shows: whoever pushes the state branch could lower it. */
  believed(state: State): State {
    if (this.#shown === null) return state;
    return { ...state, budget: withLoggedSpend(state.budget, this.#shown, today(this.#session)) };
  }

  /** One line for each goal of which `state` says less. */
  events(state: State): readonly LogEvent[] {
    const { budget } = this.believed(state);
    return spendGaps(state.budget, budget, today(this.#session)).map((gap) => ({
      event: 'budget_spent',
      goal: gap.goal,
      detail: RESULT_TEXTS.spentMore(gap),
    }));
  }
}

/** The whole month with the first lease of a day, so that most wakes read one file; after that, what the day itself shows. */
async function readSpend(session: Session): Promise<LoggedCost> {
  const day = today(session);
  const ofDay = await moneyEntries(session, [day]);
  if (ofDay.some(({ event }) => event === 'lease_taken')) return loggedSpend(ofDay);
  const before = Array.from({ length: Number(day.slice(8)) - 1 }, (_, n) => `${n + 1}`.padStart(2, '0'));
  return loggedSpend(
    await moneyEntries(
      session,
      before.map((each) => `${monthOf(day)}-${each}`),
    ),
  );
}

async function moneyEntries(session: Session, days: readonly string[]): Promise<readonly LogEntry[]> {
  const { ledger, world, deadline } = session;
  if (ledger.tip === null || days.length === 0) return [];
  const paths = days.map(logPath);
  const files = await world.state.read(ledger.tip, paths, deadline.work);
  const texts = paths.map((path) => files.get(path)?.text ?? '').filter(({ length }) => length < LONGEST_LOG);
  const turns = new Turns({ clock: world.clock, signal: deadline.work });
  const entries: LogEntry[] = [];
  for (const text of texts) {
    const lines = await turns.filter(text.split('\n'), tellsOfMoney);
    for (let at = 0; at < Math.min(lines.length, MOST_LINES); at += AT_ONCE) {
      await turns.rest();
      entries.push(...decodeLogLines(lines.slice(at, at + AT_ONCE).join('\n')).entries);
    }
  }
  return entries;
}

function tellsOfMoney(line: string): boolean {
  return NAMES.some((name) => line.includes(name));
}
