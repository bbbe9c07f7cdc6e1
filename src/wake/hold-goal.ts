import { Halt } from '../core/ending.ts';
import type { GoalResult } from '../core/wake-result.ts';
import type { Model } from '../ports.ts';
import { prepareRelease, type Release } from './goal/release.ts';
import { workGoal } from './item/items.ts';
import type { Hold } from './lease/held-goal.ts';
import { Watch } from './lease/still-allowed.ts';
import { goalResult } from './results.ts';

export interface Held {
  readonly result: GoalResult;
  /** Not pushed yet: it may travel with the next goal's acquire. */
  readonly release: Release;
  /** Nothing but that release may be pushed any more. */
  readonly endsWake: boolean;
}

/** Works on a goal whose lease is held, and always prepares to give it back. */
export async function holdGoal(hold: Hold): Promise<Held> {
  const watch = new Watch(hold);
  const worked = await workGoal({ hold, watch, openModel: modelOpener(hold) });
  const release = await prepareRelease(hold, watch, worked);
  const isOver = hold.session.deadline.work.aborted || hold.meter.isOverspent;
  const endsWake = worked.endsWake || isOver || release.refs.length > 0;
  return { result: goalResult(hold, worked), release, endsWake };
}

/** The model is opened when the first item needs it, and once. */
function modelOpener(hold: Hold): () => Promise<Model> {
  let opened: Promise<Model> | null = null;
  return () => {
    opened ??= open(hold);
    return opened;
  };
}

async function open({ session, goal }: Hold): Promise<Model> {
  const settings = session.settings.models[goal.model];
  if (settings === undefined)
    throw new Halt('bad_goal', `${goal.file}: the settings name no model ${goal.model}.`);
  return session.world.model.open(settings);
}
