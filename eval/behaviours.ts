import type { Behaviour, ModelTurn } from '../src/simulation/model/behaviour.ts';

/** These turns, one after the other; the last one again and again. */
export function actions(...turns: readonly ModelTurn[]): Behaviour {
  return ({ turn }) => turns[Math.min(turn, turns.length - 1)] ?? [];
}

export function handIn(
  summary: string,
  findings: readonly Readonly<Record<string, unknown>>[] = [],
): ModelTurn {
  return [['finish', { summary, findings }]];
}

/** Changes nothing and says so. */
export function done(summary: string): Behaviour {
  return actions(handIn(summary));
}
