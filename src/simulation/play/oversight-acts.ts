/** How persons steer the agent: the stop, and their requests. */
import { Halt } from '../../core/ending.ts';
import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import { takeRequest } from '../../oversight/inbox.ts';
import { removeStop, setStop } from '../../oversight/stop/stop-switch.ts';
import { leasesIn } from '../world/raw-state.ts';
import { type Act, type ActContext, type ActOutcome, goalIn } from './act-context.ts';
import type { PersonAct } from './profile.ts';

type OversightAct = Extract<
  PersonAct,
  | 'stop_by_variable'
  | 'stop_by_file'
  | 'resume'
  | 'pause'
  | 'resume_goal'
  | 'run_goal'
  | 'disable_workflow'
  | 'enable_workflow'
>;

/** A command that meets an outage, or state that cannot be read, has done nothing that it knows of. */
async function unlessHalted(did: () => Promise<ActOutcome>): Promise<ActOutcome> {
  try {
    return await did();
  } catch (reason) {
    if (reason instanceof Halt) return null;
    throw reason;
  }
}

/** Rather a goal that is worked on right now. */
function wantedGoal(context: ActContext): string {
  const { world, random } = context;
  const tip = world.remote.commits.get(world.remote.branches.get('wakeful-state') ?? '');
  const { id } = goalIn(context);
  return random.pickOf([...leasesIn(tip).keys()].filter((goal) => goal !== '_agent')) ?? id;
}

function request(context: ActContext, kind: 'run' | 'pause' | 'resume'): Promise<ActOutcome> {
  const id = kind === 'run' ? wantedGoal(context) : goalIn(context).id;
  return unlessHalted(async () => {
    const order = { kind, goal: id, by: 'ann', reason: 'as it pleases me' } as const;
    const answer = await takeRequest(context.person(), order);
    return answer.isDone ? { detail: id, goal: id } : null;
  });
}

const hasState = ({ world }: ActContext): boolean => world.remote.branches.has('wakeful-state');

export const OVERSIGHT_ACTS: Readonly<Record<OversightAct, Act>> = {
  async stop_by_variable({ world }) {
    world.control.variables.set('WAKEFUL_STOP', 'a holiday');
    return { detail: 'the variable', goal: null };
  },
  async stop_by_file(context) {
    if (!hasState(context)) return null;
    const reason = `a holiday from ${context.world.time.now()} on`;
    return unlessHalted(async () => {
      const answer = await setStop(context.person(), { reason, by: 'ann' });
      return answer.isDone ? { detail: 'the file', goal: null } : null;
    });
  },
  async resume(context) {
    const { control } = context.world;
    control.variables.delete('WAKEFUL_STOP');
    // A stop in the dashboard has disabled it as well.
    control.workflows.set(WAKE_WORKFLOW, 'active');
    const did = { detail: 'the agent', goal: null };
    if (!hasState(context)) return did;
    return unlessHalted(async () => {
      const answer = await removeStop(context.person(), {
        by: 'ann',
        variable: null,
        enabled: [WAKE_WORKFLOW],
      });
      return answer.isDone ? did : null;
    });
  },
  pause: (context) => request(context, 'pause'),
  resume_goal: (context) => request(context, 'resume'),
  run_goal: (context) => request(context, 'run'),
  async disable_workflow({ world }) {
    world.github.isDisabled = true;
    return { detail: 'wake.yml', goal: null };
  },
  async enable_workflow({ world }) {
    world.github.isDisabled = false;
    return { detail: 'wake.yml', goal: null };
  },
};
