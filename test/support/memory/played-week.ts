import type { Report } from '../../../src/core/report/report.ts';
import { reportOf } from '../../../src/core/report/report-of.ts';
import type { Behaviour } from '../../../src/simulation/model/behaviour.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { goalText, Night } from './night.ts';
import { named } from './test-model.ts';

/** Monday, 06:00:30 UTC. The week ends on the morning of the next Monday. */
const MONDAY = Date.UTC(2026, 10, 16, 6, 0, 30);
const HALF_HOUR = 1_800_000;
const HALF_HOURS = 2 * 24 * 7 + 2;
/** Of the week, up to the morning after the night in which a run dies and a goal uses up its attempts: Tuesday, 07:30. */
export const BAD_NIGHT = 52;

const DAILY = 'schedule: {every: 24h}\nalways: true\npermissions: {write: ["docs/**"]}\n';
const GOALS = {
  index: DAILY,
  changes: `${DAILY}limits: {open_drafts: 2}\n`,
  hopeless: DAILY,
  pages: `${DAILY}for_each: {list: [one, two, three]}\n`,
};

const SETTINGS =
  'models: {default: {model: test-model, price: {in: 1, out: 2}}}\nbudget: {tokens_per_day: 100000, tokens_per_month: 1000000, usd_per_day: 1}\nopen_drafts: 20\n';

/** What the model of the week does. */
const behave: Behaviour = (facts) => {
  const text = facts.question.messages.map(({ content }) => content).join('\n');
  if (text.includes('Look after hopeless'))
    return [['give_up', { reason: 'The file docs/plan.md that the objective speaks of does not exist' }]];
  const goal = /Look after (\w+)/.exec(text)?.[1] ?? '';
  return named({ ...facts, item: `${goal} ${facts.item}` });
};

/** What happens at a half hour of the week, before its run. Counted from 0. */
const PERSONS: Readonly<Record<number, (night: Night) => unknown>> = {
  // Tuesday 00:00: a run dies in the midst of its work; GitHub shows half an hour later that it is over.
  36: (night) => {
    const { pushes } = night.remote;
    night.remote.onPush = (push) => (push === pushes + 2 ? 'die_before' : null);
  },
  37: (night) => {
    night.remote.onPush = () => null;
    night.github.finished.add('9001037-1');
  },
  // Tuesday 08:00: a draft is merged, and another one closed with a reason.
  52: async (night) => answer(night, 'index', 'merged'),
  53: (night) => answer(night, 'changes', 'closed'),
  // Wednesday 09:00: a goal file is broken, and mended two days later.
  102: (night) => night.commit({ 'goals/pages.yml': 'title: pages\nobjektive: Look after pages.\n' }),
  198: (night) => night.commit({ 'goals/pages.yml': goalText('pages', GOALS.pages) }),
};

async function answer(night: Night, goal: string, outcome: 'merged' | 'closed'): Promise<void> {
  const draft = night.github.drafts.find(
    ({ branch, state }) => state === 'open' && branch.startsWith(`wakeful/${goal}/`),
  );
  if (draft === undefined) throw new Error(`no draft of ${goal} is open`);
  if (outcome === 'merged') await night.mergeBranch(draft.branch);
  night.github.change(draft.number, { state: outcome });
}

/** A week of half-hourly runs through the shipped code, with all that goes wrong in the life of an agent. */
export async function playWeek(halfHours = HALF_HOURS): Promise<Night> {
  const night = await Night.begin({ goals: GOALS, settings: SETTINGS, at: MONDAY });
  for (let n = 0; n < halfHours; n++) {
    await PERSONS[n]?.(night);
    const model = modelOf(behave, () => night.clock.advance(1_000));
    await night.wake({ id: `${9_001_001 + n}-1`, model }).catch(() => {});
    night.clock.advance(MONDAY + (n + 1) * HALF_HOUR - night.clock.now());
  }
  return night;
}

/** The report of a night in memory, as it is now. */
export function reportOn(night: Night, more: { readonly since?: string } = {}): Report {
  const entries = night.log();
  return reportOf({
    repository: 'test/repository',
    state: night.state(),
    entries,
    days: [...new Set(entries.map(({ ts }) => ts.slice(0, 10)))],
    unreadableLines: 0,
    pastDays: [],
    logFrom: '2026-11-16',
    now: night.clock.now(),
    limits: {
      budget: { tokensPerDay: 100_000, tokensPerMonth: 1_000_000, usdPerDay: 1, usdPerMonth: null },
      silentHours: 6,
      openDrafts: 20,
    },
    ...more,
  });
}
