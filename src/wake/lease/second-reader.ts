import type { SecondReader } from '../../agent/pursuit.ts';
import { Halt } from '../../core/ending.ts';
import type { Model } from '../../ports.ts';
import type { Hold } from './held-goal.ts';

const USUAL_ANSWER = 4_096;

/** The model that reads what is finished, as the goal or the settings say; null: none does. Opened when it is first needed. */
export function secondReader(hold: Hold): SecondReader | null {
  const { goal, session, meter } = hold;
  const name = goal.secondReader;
  if (name === undefined) return null;
  const { models } = session.settings;
  const settings = Object.hasOwn(models, name) ? models[name] : undefined;
  const isOwn = name === goal.model;
  let opened: Promise<Model> | null = null;
  const openOther = () => {
    if (settings === undefined)
      throw new Halt('bad_settings', `The settings name no model ${name} to read as second reader.`);
    opened ??= session.world.model.open(settings);
    return opened;
  };
  return {
    name: settings === undefined ? name : session.world.model.name(settings),
    maxOutputTokens: settings?.maxOutputTokens ?? USUAL_ANSWER,
    // The goal's own model may have been replaced by another one.
    price: () => (isOwn ? meter.price : (settings?.price ?? null)),
    open: async () => (isOwn ? hold.openModel() : openOther()),
  };
}
