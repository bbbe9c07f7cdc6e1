import { type Box, boxName } from '../../core/health/box.ts';
import { withAnswer } from '../../core/health/dashboard.ts';
import type { State } from '../../core/state.ts';
import type { BoxAnswer } from '../../core/status.ts';
import { textOf } from '../../dashboard/dashboard-text.ts';
import { readDashboard } from '../../dashboard/read-dashboard.ts';
import { ticksIn } from '../../dashboard/waiting-boxes.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { type LedgerFacts, openLedger } from '../../ledger/open-ledger.ts';
import type { Issues } from '../../ports.ts';
import { BOX_TEXTS } from '../../report/oversight/box-texts.ts';
import { readForPerson } from '../command-context.ts';
import type { CommentContext } from '../comments/comment.ts';

/** Where ticks are served. */
export interface TickContext extends CommentContext {
  readonly world: CommentContext['world'] & { readonly issues: Issues };
}

interface OpenedLedger {
  readonly ledger: Ledger;
  readonly facts: LedgerFacts;
}

/** Whose ticks they are, and in which issue. */
interface TickPlace {
  readonly issue: number;
  /** Login. */
  readonly by: string;
}

/** Writes down what became of ticks, so that every later text of the dashboard tells it, and shows it at once. */
export async function answerInPlace(
  context: TickContext,
  { issue, by }: TickPlace,
  answers: readonly BoxAnswer[],
): Promise<void> {
  const opened = await openFor(context, by);
  await record(context, opened.ledger, { by, answers });
  await show(context, opened, { issue, boxes: answers });
}

/** Takes the ticks away and says nothing: whoever may not command cannot make the agent write otherwise. */
export async function untick(
  context: TickContext,
  { issue, by }: TickPlace,
  boxes: readonly Box[],
): Promise<void> {
  await show(context, await openFor(context, by), { issue, boxes });
}

async function openFor(context: TickContext, by: string): Promise<OpenedLedger> {
  const { facts, tip } = await readForPerson(context, by);
  return { facts, ledger: await openLedger(facts, tip, context.signal) };
}

/** An answer that stands there already is not given again, whatever the job that ran again would say. */
async function record(
  { signal }: TickContext,
  ledger: Ledger,
  { by, answers }: { readonly by: string; readonly answers: readonly BoxAnswer[] },
): Promise<void> {
  const isIn = ({ status }: State) =>
    answers.every(({ tick }) => status.dashboard?.answers?.some((known) => known.tick === tick) === true);
  if (isIn(ledger.state)) return;
  await ledger.commit(
    {
      apply: (state) => {
        const dashboard = answers.reduce(withAnswer, state.status.dashboard);
        return dashboard === undefined ? state : { ...state, status: { ...state.status, dashboard } };
      },
      describe: () => ({ goal: null, what: BOX_TEXTS.answered(by), epoch: null, step: null }),
      isIn,
    },
    signal,
  );
}

/** Writes the dashboard anew. `boxes`: those that lose their tick; others wait for their own job. */
async function show(
  { world, signal }: TickContext,
  { ledger, facts }: OpenedLedger,
  { issue, boxes }: { readonly issue: number; readonly boxes: readonly Box[] },
): Promise<void> {
  const foreseen = await ledger.foresee({ apply: (state) => state }, signal);
  const seen = await readDashboard(world.issues, issue, signal);
  if (seen === null || foreseen === null) return;
  const done = new Set(boxes.map(boxName));
  const { waiting } = ticksIn(seen, foreseen.state.status, world.clock.now());
  const left = waiting.filter((box) => !done.has(boxName(box)));
  await world.issues.change(issue, { body: textOf(facts, foreseen, left).body }, signal);
}
