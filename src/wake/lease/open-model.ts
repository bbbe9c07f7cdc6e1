import { Halt } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import type { Model } from '../../ports.ts';
import type { Session } from './session.ts';

/** The model of a goal, opened when it is first asked for, and once. */
export function modelOpener(session: Session, goal: Goal): () => Promise<Model> {
  let opened: Promise<Model> | null = null;
  return () => {
    opened ??= open(session, goal);
    return opened;
  };
}

async function open({ settings, world }: Session, { file, model }: Goal): Promise<Model> {
  const known = settings.models[model];
  if (known === undefined) throw new Halt('bad_goal', `${file}: the settings name no model ${model}.`);
  return world.model.open(known);
}
