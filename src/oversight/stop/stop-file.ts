import { maskedRecord } from '../../core/access/masked-record.ts';
import { type Ending, Halt } from '../../core/ending.ts';
import { type Masked, masked } from '../../core/text/masked.ts';
import { type Ledger, swapStopFile } from '../../ledger/ledger.ts';
import { type LedgerFacts, openLedger } from '../../ledger/open-ledger.ts';
import { STOP_TEXTS } from '../../report/oversight/stop-texts.ts';
import { type CommandAnswer, type PersonContext, readForPerson } from '../command-context.ts';

/** `stopped`: it cannot be read and a stop is set. */
const UNREADABLE: readonly Ending[] = ['bad_state_file', 'stopped'];

export interface Unreadable {
  readonly kind: 'unreadable';
  readonly facts: LedgerFacts;
  readonly why: string;
}

export type Opened =
  | { readonly kind: 'opened'; readonly facts: LedgerFacts; readonly ledger: Ledger }
  | Unreadable;

/** The state branch for a stop or a resume, whatever state it is in. */
export async function openForStop(context: PersonContext, by: string): Promise<Opened> {
  const hand = await readForPerson(context, by);
  // A stop never starts anything, so it is possible on a branch that came from another repository as well.
  const facts = { ...hand.facts, acceptsForeign: true };
  try {
    return { kind: 'opened', facts, ledger: await openLedger(facts, hand.tip, context.signal) };
  } catch (reason) {
    const isUnreadable = reason instanceof Halt && UNREADABLE.includes(reason.ending);
    if (!isUnreadable) throw reason;
    const why = reason.cause instanceof Halt ? reason.cause.detail : reason.detail;
    return { kind: 'unreadable', facts, why };
  }
}

/** The kill switch works on any branch: where the state cannot be read, the file is written alone. */
export async function setStopAlone(
  context: PersonContext,
  opened: Unreadable,
  reason: Masked,
): Promise<CommandAnswer> {
  await swap(context, opened, { what: `stop: ${reason}`, decide: () => masked`${reason}\n` });
  return { isDone: true, detail: STOP_TEXTS.file.setOnUnreadable(reason, opened.why) };
}

export async function removeStopAlone(context: PersonContext, opened: Unreadable): Promise<ResumeAnswer> {
  let first: string | null | undefined;
  let removed = false;
  await swap(context, opened, {
    what: 'resume',
    decide: (now) => {
      first ??= now;
      removed = now === null || now === first;
      return removed ? null : now;
    },
  });
  if (first === null || first === undefined)
    return { ...nothingSet(), detail: STOP_TEXTS.file.noneOnUnreadable(opened.why) };
  if (!removed) return anotherStop();
  return { ...stopRemoved(first), detail: STOP_TEXTS.file.removedOnUnreadable(first, opened.why) };
}

/** What became of `state/STOP` in a resume. */
export interface ResumeAnswer extends CommandAnswer {
  readonly outcome: 'changed' | 'unchanged' | 'left';
}

export function nothingSet(): ResumeAnswer {
  return { outcome: 'unchanged', isDone: false, detail: STOP_TEXTS.file.none };
}

export function anotherStop(): ResumeAnswer {
  return { outcome: 'left', isDone: false, detail: STOP_TEXTS.file.another };
}

/** Null: the variable alone had stopped the agent. */
export function stopRemoved(stop: string | null): ResumeAnswer {
  return { outcome: 'changed', isDone: true, detail: STOP_TEXTS.file.removed(stop) };
}

function swap(
  { world, signal }: PersonContext,
  { facts: { settings, wake, mask } }: Unreadable,
  change: Pick<Parameters<typeof swapStopFile>[2], 'what' | 'decide'>,
): Promise<void> {
  const ports = { store: world.state, clock: world.clock, random: world.random, mask };
  const branch = { branch: settings.stateBranch, author: maskedRecord(settings.commit, mask), wake };
  return swapStopFile(ports, branch, { ...change, signal });
}
