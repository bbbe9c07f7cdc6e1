import { STRANGER } from '../play/box-acts.ts';
import type { SimulatedWorld } from '../runs/simulated-world.ts';
import type { SimulationEvent } from '../runs/simulation-event.ts';
import type { MemoryIssue } from '../world/memory-issues.ts';
import type { MemoryCommit } from '../world/memory-remote.ts';
import { jsonAt, requestFiles, stopIn } from '../world/raw-state.ts';
import { AGENT_LOGIN } from '../world/wanted-issues.ts';
import { markerIn } from './effect-checks.ts';
import type { CheckContext, LandedPush } from './observed.ts';

type Arrived = Extract<SimulationEvent, { readonly kind: 'arrived' }>;

const isDashboard = ({ author, body }: MemoryIssue): boolean =>
  author === AGENT_LOGIN && markerIn(body) === 'dashboard';

/** I16: a tick is answered once. I10: nothing is stored of somebody who may not write. */
export function checkTicks({ expect }: CheckContext, { run, after }: LandedPush): void {
  const ticks = ticksIn(after);
  expect(
    'I16',
    new Set(ticks).size === ticks.length,
    () => `${run} answered a tick twice: ${ticks.join('; ')}.`,
  );
  const asking = requestFiles(after).map((path) => jsonAt(after, path)?.['by']);
  const said = JSON.stringify([ticks, asking, stopIn(after)]);
  expect('I10', !said.includes(STRANGER), () => `${run} stored what ${STRANGER} ticked: ${said}`);
}

/** I10: only the agent's own dashboard is written anew or closed, also where somebody has taken its marker away. */
export function checkChange({ world, expect }: CheckContext, { call, inputs }: Arrived): void {
  if (call.port !== 'issues' || call.name !== 'change') return;
  const issue = world.issues.find(Number(inputs[0]));
  const isOwn = issue !== undefined && (isDashboard(issue) || issue.author === AGENT_LOGIN);
  expect('I10', isOwn, () => `${call.runner} changed #${String(inputs[0])}, which is not its dashboard.`);
}

/** I2, I16: one dashboard is open at most, nobody waits for a box of it, and the agent commented nothing there. */
export function checkDashboard({ expect }: Pick<CheckContext, 'expect'>, world: SimulatedWorld): void {
  const own = world.issues.all.filter(isDashboard);
  const open = own.filter(({ state }) => state === 'open');
  expect('I2', open.length <= 1, () => `${open.length} dashboards are open.`);
  const ticked = open.find(({ body }) => /^- \[x\] .*wakeful-box/m.test(body));
  expect('I16', ticked === undefined, () => `A box of #${ticked?.number} keeps its tick.`);
  const said = own.flatMap(({ comments }) => comments).find(({ author }) => author === AGENT_LOGIN);
  expect('I10', said === undefined, () => `The agent commented on its dashboard: ${said?.body}`);
}

function ticksIn(commit: MemoryCommit | undefined): readonly string[] {
  const answers = jsonAt(commit, 'state/status.json')?.['dashboard']?.['answers'];
  return (answers ?? []).map((answer) => String(answer['tick']));
}
