import type { TickContext } from '../../oversight/boxes/answer-ticks.ts';
import type { PersonContext } from '../../oversight/command-context.ts';
import type { SimulatedWorld } from '../runs/simulated-world.ts';
import type { RandomStream } from '../time/random-stream.ts';
import type { PersonAct } from './profile.ts';
import type { SimulatedGoal, SimulatedRepository } from './repository.ts';

export interface ActContext {
  readonly world: SimulatedWorld;
  readonly repository: SimulatedRepository;
  readonly random: RandomStream;
  /** What a command of that person reaches. */
  readonly person: () => PersonContext;
  /** What the job of a ticked box reaches. */
  readonly job: () => TickContext;
}

/** What was done, for the story and for the checks. */
export interface DoneAct {
  readonly act: PersonAct;
  readonly detail: string;
  /** The goal that it is about; null: none, or all of them. */
  readonly goal: string | null;
  /** The commit that the person made. */
  readonly made?: string;
}

/** Null: there was nothing to do it to. */
export type ActOutcome = Omit<DoneAct, 'act'> | null;

export type Act = (context: ActContext) => Promise<ActOutcome>;

export function goalIn({ repository, random }: ActContext): SimulatedGoal {
  return random.pickOf(repository.goals) ?? neverEmpty();
}

function neverEmpty(): never {
  throw new Error('A simulated repository has goals.');
}

/** The goal that a work branch belongs to. */
export const goalOf = (branch: string): string | null => branch.split('/')[1] ?? null;

/** One of the agent's work branches. */
export function workBranch({
  world,
  random,
}: ActContext): { readonly branch: string; readonly tip: string } | null {
  const branches = [...world.remote.branches].filter(([name]) => name.startsWith('wakeful/'));
  const found = random.pickOf(branches);
  return found === null ? null : { branch: found[0], tip: found[1] };
}
