/** What persons tick in the dashboard, and the job that GitHub starts for each such edit. */
import { DASHBOARD } from '../../core/health/dashboard.ts';
import { readMarker } from '../../core/marker.ts';
import { serveTicks } from '../../oversight/boxes/serve-ticks.ts';
import type { MemoryIssue } from '../world/memory-issues.ts';
import { AGENT_LOGIN } from '../world/wanted-issues.ts';
import type { Act, ActContext, ActOutcome } from './act-context.ts';
import type { PersonAct } from './profile.ts';

type BoxAct = Extract<
  PersonAct,
  'tick_goal' | 'tick_stop' | 'tick_start' | 'foreign_tick' | 'close_dashboard' | 'open_dashboard'
>;

/** Somebody who may not write in the repository. */
export const STRANGER = 'mallory';

interface Ticking {
  /** Login. */
  readonly by: string;
  /** Which boxes, by what stands behind `wakeful-box:`. */
  readonly isMeant: (box: string) => boolean;
}

const BOX = /^- \[ \] .*<!-- wakeful-box: (.+) -->$/;

/** The newest one of the agent. */
function dashboardIn({ world }: ActContext): MemoryIssue | undefined {
  return world.issues.all.findLast(
    ({ author, body }) => author === AGENT_LOGIN && readMarker(body) === DASHBOARD,
  );
}

/** Somebody ticks one box; the job of the edit runs, at times once more. */
async function tick(context: ActContext, { by, isMeant }: Ticking): Promise<ActOutcome> {
  const { world, random } = context;
  const issue = dashboardIn(context);
  if (issue === undefined) return null;
  const lines = issue.body.split('\n');
  const boxes = lines.flatMap((line) => BOX.exec(line)?.[1] ?? []).filter(isMeant);
  const box = random.pickOf(boxes);
  if (box === null) return null;
  const { number, body: from } = issue;
  const body = lines
    .map((line) => (BOX.exec(line)?.[1] === box ? line.replace('[ ]', '[x]') : line))
    .join('\n');
  world.issues.change(number, { body });
  const edited = { number, body, updated_at: world.issues.updatedAt.get(number) };
  const sender = { login: by, type: 'User' };
  const payload = { action: 'edited', issue: edited, changes: { body: { from } }, sender };
  const jobs = random.isDrawn(0.1) ? 2 : 1;
  for (let n = 0; n < jobs; n++) await serveTicks(context.job(), payload);
  return { detail: box, goal: box.split(' ')[1] ?? null };
}

/** Puts the dashboard into another state, by the web page. */
async function turn(context: ActContext, state: MemoryIssue['state']): Promise<ActOutcome> {
  const issue = dashboardIn(context);
  if (issue === undefined || issue.state === state) return null;
  context.world.issues.change(issue.number, { state });
  return { detail: `issue #${issue.number}`, goal: null };
}

export const BOX_ACTS: Readonly<Record<BoxAct, Act>> = {
  tick_goal: (context) => tick(context, { by: 'ann', isMeant: (box) => box.includes(' ') }),
  tick_stop: (context) => tick(context, { by: 'ann', isMeant: (box) => box === 'stop' }),
  tick_start: (context) => tick(context, { by: 'ann', isMeant: (box) => box === 'start' }),
  foreign_tick: (context) => tick(context, { by: STRANGER, isMeant: () => true }),
  close_dashboard: (context) => turn(context, 'closed'),
  open_dashboard: (context) => turn(context, 'open'),
};
