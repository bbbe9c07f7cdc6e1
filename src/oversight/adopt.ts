import { adopted, adoptionFacts } from '../core/progress/adopted-state.ts';
import { isStateOf } from '../core/repository-identity.ts';
import { isoTime } from '../core/time.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { ADOPT_TEXTS } from '../report/oversight/request-texts.ts';
import { type CommandAnswer, type PersonContext, readForPerson } from './command-context.ts';

/**
 * Takes over the state branch that came with a copy or a fork, which the agent never does by itself. Without `isSure` it only says what
 * would happen.
 */
export async function adoptState(
  context: PersonContext,
  { by, isSure }: { readonly by: string; readonly isSure: boolean },
): Promise<CommandAnswer> {
  const { repository, repositoryId, signal, world } = context;
  const identity = { name: repository, id: repositoryId ?? null };
  const hand = await readForPerson(context, by);
  if (hand.tip === null) return { isDone: false, detail: ADOPT_TEXTS.none };
  const ledger = await openLedger({ ...hand.facts, acceptsForeign: true }, hand.tip, signal);
  const { lock } = ledger.state;
  if (isStateOf(lock, identity)) return { isDone: true, detail: ADOPT_TEXTS.own(repository) };
  const facts = adoptionFacts(ledger.state);
  if (!isSure) return { isDone: true, detail: ADOPT_TEXTS.preview(facts, repository) };
  const outcome = await ledger.commit(
    {
      apply: (state) =>
        state.lock.repository === facts.from ? adopted(state, identity, isoTime(world.clock.now())) : 'stale',
      isIn: (state) => isStateOf(state.lock, identity),
      describe: () => ({ goal: null, what: ADOPT_TEXTS.commit, epoch: null, step: null }),
      events: () => [{ event: 'state_adopted', from: facts.from, to: repository, by }],
    },
    signal,
  );
  return outcome.kind === 'stale'
    ? { isDone: false, detail: ADOPT_TEXTS.moved }
    : { isDone: true, detail: ADOPT_TEXTS.done(facts.from, repository) };
}
