import { Halt } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import type { Meter } from '../../core/money/meter.ts';
import type { Model } from '../../ports.ts';
import { FallbackModel, type NamedModel } from './fallback-model.ts';
import type { Session } from './session.ts';

interface Opening {
  readonly session: Session;
  readonly goal: Goal;
  readonly meter: Meter;
  /** Another model of the settings answers from here on. */
  onReplaced(name: string): void;
}

/** The model of a goal, opened when it is first asked for, and once. */
export function modelOpener(opening: Opening): () => Promise<Model> {
  let opened: Promise<Model> | null = null;
  return () => {
    opened ??= open(opening);
    return opened;
  };
}

async function open({ session, goal, meter, onReplaced }: Opening): Promise<Model> {
  const first = named(session, goal.model);
  if (first === null) throw new Halt('bad_goal', `${goal.file}: the settings name no model ${goal.model}.`);
  const rest = (first.settings.fallback ?? []).map((name) => named(session, name));
  if (rest.length === 0) return first.open();
  const models = { first, rest: rest.filter((model) => model !== null) };
  return new FallbackModel(models, ({ from, to, why }) => {
    meter.usePrice(to.settings.price);
    onReplaced(to.name);
    const names = { from: from.settings.model, to: to.settings.model };
    session.journal.write({ event: 'model_replaced', goal: goal.id, ...names, why });
  }).start();
}

function named({ settings, world }: Session, name: string): NamedModel | null {
  const known = Object.hasOwn(settings.models, name) ? settings.models[name] : undefined;
  return known === undefined ? null : { name, settings: known, open: () => world.model.open(known) };
}
