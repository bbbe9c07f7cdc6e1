import { knownPrice, PRICES_READ } from '../../core/money/known-prices.ts';
import { MOST_GOALS, sampleGoals } from '../../install/goal-texts.ts';
import type { InstallChoices } from '../../install/installation.ts';
import type { ModelChoice } from '../../install/settings-text.ts';
import { INIT_TEXTS } from '../../report/install/init-text.ts';
import { type Terminal, UsageError } from '../terminal/command.ts';
import type { Surroundings } from './gather.ts';

/** What the command line says; null: it does not. */
export interface GivenChoices {
  readonly goals: string | null;
  readonly model: string | null;
  readonly 'base-url': string | null;
  readonly price: string | null;
  readonly 'usd-per-month': string | null;
  readonly hasApp: boolean;
}

const USUAL_MODEL = 'gpt-5-mini';
const USUAL_DOLLARS = 5;

/** Three questions, less those that the command line answers. */
export async function choose(
  { proposed, release }: Surroundings,
  given: GivenChoices,
  /** Null: nobody is asked, and what is proposed is taken. */
  ask: Terminal['ask'],
): Promise<InstallChoices> {
  const best = proposed.slice(0, MOST_GOALS).map(({ id }) => id);
  const answer = async (question: string, usual: string): Promise<string> =>
    ask === null ? usual : (await ask(question)) || usual;
  const goals = given.goals ?? (await answer(INIT_TEXTS.whichGoals(best), best.join(',')));
  const model = given.model ?? (await answer(INIT_TEXTS.whichModel(USUAL_MODEL), USUAL_MODEL));
  const choice = { model, baseUrl: given['base-url'], price: priceOf(given, model) };
  const asked =
    given['usd-per-month'] ??
    (choice.price === null ? '' : await answer(INIT_TEXTS.howMuch(USUAL_DOLLARS), String(USUAL_DOLLARS)));
  return {
    ...choice,
    hasApp: given.hasApp,
    goals: goalIds(goals, sampleGoals(release)),
    usdPerMonth: dollars(asked, choice),
  };
}

function goalIds(text: string, known: readonly string[]): readonly string[] {
  const ids = text.split(/[\s,]+/).filter((id) => id !== '' && id !== 'none');
  for (const id of ids) if (!known.includes(id)) throw new UsageError(INIT_TEXTS.noSuchGoal(id, known));
  return [...new Set(ids)];
}

function priceOf(given: GivenChoices, model: string): ModelChoice['price'] {
  if (given.price === null) {
    const known = knownPrice(model, given['base-url']);
    return known === null ? null : { ...known, source: PRICES_READ };
  }
  const [, input, out] = /^\$?(\d+(?:\.\d+)?)\/\$?(\d+(?:\.\d+)?)$/.exec(given.price.trim()) ?? [];
  if (input === undefined || out === undefined) throw new UsageError(INIT_TEXTS.notPrice(given.price));
  return { in: Number(input), out: Number(out) };
}

function dollars(text: string, { model, price }: ModelChoice): number | null {
  if (text === '') return null;
  const amount = /^\$?(\d+(?:\.\d{1,2})?)$/.exec(text.trim())?.[1];
  if (amount === undefined || Number(amount) === 0) throw new UsageError(INIT_TEXTS.notDollars(text));
  if (price === null) throw new UsageError(INIT_TEXTS.noPrice(model));
  return Number(amount);
}
