import type { SimulatedRepository } from '../play/repository.ts';
import type { SimulatedWorld } from '../runs/simulated-world.ts';
import type { MemoryCommit } from '../world/memory-remote.ts';
import {
  alertsIn,
  budgetIn,
  checkpointIn,
  leasesIn,
  type RawCheckpoint,
  repositoryIn,
  requestFiles,
} from '../world/raw-state.ts';
import type { Checker } from './checker.ts';
import { checkDashboard } from './dashboard-checks.ts';
import { markerIn } from './effect-checks.ts';
import { commitAt } from './observed.ts';

interface Ended {
  readonly world: SimulatedWorld;
  readonly repository: SimulatedRepository;
}

/** What must stand once nothing has gone wrong for so many ticks: all that was due is done, and nothing is left over. */
export function checkEnd(checker: Checker, ended: Ended): void {
  const { world, repository } = ended;
  const tip = commitAt(world, world.remote.branches.get('wakeful-state'));
  const held = [...leasesIn(tip).keys()];
  checker.expect('I3', held.length === 0, () => `The lock of ${held[0]} is left when all is quiet.`);
  const files = requestFiles(tip);
  checker.expect('I16', files.length === 0, () => `${files[0]} is left when all is quiet.`);
  const { unanswered } = checker.requests;
  checker.expect('I16', unanswered.length === 0, () => `Nobody has answered the request ${unanswered[0]}.`);
  for (const [day, goals] of budgetIn(tip, 'days'))
    for (const [goal, { reserved }] of goals)
      checker.expect('I5', reserved === 0, () => `${goal} has ${reserved} tokens reserved for ${day} still.`);
  const name = repositoryIn(tip);
  checker.expect('liveness', name === world.repository, () => `The state says that it is of ${name}.`);
  for (const goal of repository.goals) checkGoal(checker, ended, { goal, last: checkpointIn(tip, goal.id) });
  checkDrafts(checker, ended, tip);
  checkAlerts(checker, ended, tip);
  checkDashboard({ expect: (...inputs) => checker.expect(...inputs) }, world);
}

function checkGoal(
  checker: Checker,
  { world }: Ended,
  {
    goal: { id, period, isOnce },
    last,
  }: { readonly goal: SimulatedRepository['goals'][number]; readonly last: RawCheckpoint | null },
): void {
  const due = world.time.now() - 2 * period;
  checker.expect(
    'liveness',
    last !== null && (last.isPaused || isOnce || (last.countedTo ?? 0) >= due),
    () => `${id} has counted its due times up to ${new Date(last?.countedTo ?? 0).toISOString()} only.`,
  );
  const items = [...(last?.items ?? [])];
  const owing = items.find(([, { owed }]) => owed > 0);
  checker.expect('I7', owing === undefined, () => `${owing?.[0]} of ${id} still owes effects.`);
  // A newer version of the same element takes the place of an older one, and an issue may be closed.
  const newer = new Set([...(last?.queued ?? [])].map(elementOf));
  const lost = items.find(
    ([key, { status }]) =>
      status === 'open' && !key.startsWith('#') && !last?.queued.has(key) && !newer.has(elementOf(key)),
  );
  checker.expect('I7', lost === undefined, () => `${lost?.[0]} of ${id} is open, and in no window.`);
}

const elementOf = (key: string): string => key.replace(/@[^@]*$/, '');

/** I2, I6: every draft that is open is known, and one for each task. A branch's name ends with the generation. */
function checkDrafts(checker: Checker, { world, repository }: Ended, tip: MemoryCommit | undefined): void {
  const open = world.github.drafts.filter(({ state, openedBy }) => state === 'open' && openedBy === 'agent');
  const tasks = open.map(({ branch }) => branch.replace(/-\d+$/, ''));
  checker.expect(
    'I6',
    new Set(tasks).size === tasks.length,
    () => `Two drafts are open for one task: ${tasks.join(', ')}.`,
  );
  const known = new Set(
    repository.goals.flatMap(({ id }) => checkpointIn(tip, id)?.drafts ?? []).map(({ number }) => number),
  );
  const stray = open.find(({ number }) => number > checker.forgotten && !known.has(number));
  checker.expect(
    'I2',
    stray === undefined,
    () => `#${stray?.number} is open, and the state knows nothing of it.`,
  );
}

/** Every alert that is open on GitHub is about something that is wrong still. */
function checkAlerts(checker: Checker, { world }: Ended, tip: MemoryCommit | undefined): void {
  const wanted = [...alertsIn(tip).values()].filter(({ isWanted }) => isWanted).map(({ issue }) => issue);
  const left = world.github.issues.find(
    ({ state, number }) => state === 'open' && number > checker.forgotten && !wanted.includes(number),
  );
  checker.expect(
    'liveness',
    left === undefined,
    () => `The alert ${markerIn(left?.body ?? '')} is open, and nothing is wrong.`,
  );
}
