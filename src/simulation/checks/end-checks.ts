import type { SimulatedRepository } from '../play/repository.ts';
import type { SimulatedWorld } from '../runs/simulated-world.ts';
import { budgetIn, checkpointIn, leasesIn, requestFiles } from '../world/raw-state.ts';
import type { Checker } from './checker.ts';
import { commitAt } from './observed.ts';

/** What must stand once nothing has gone wrong for so many ticks: all that was due is done, and nothing is left over. */
export function checkEnd(
  checker: Checker,
  { world, repository }: { readonly world: SimulatedWorld; readonly repository: SimulatedRepository },
): void {
  const tip = commitAt(world, world.remote.branches.get('wakeful-state'));
  const held = [...leasesIn(tip).keys()];
  checker.expect('I3', held.length === 0, () => `The lock of ${held[0]} is left when all is quiet.`);
  const files = requestFiles(tip);
  checker.expect('I16', files.length === 0, () => `${files[0]} is left when all is quiet.`);
  const { unanswered } = checker.persons;
  checker.expect('I16', unanswered.length === 0, () => `Nobody has answered the request ${unanswered[0]}.`);
  for (const [day, goals] of budgetIn(tip, 'days'))
    for (const [goal, { reserved }] of goals)
      checker.expect('I5', reserved === 0, () => `${goal} has ${reserved} tokens reserved for ${day} still.`);
  const branches = new Set(
    world.github.drafts.flatMap((draft) => (draft.state === 'open' ? [draft.branch] : [])),
  );
  checkOneDraftEach(checker, branches);
  const now = world.time.now();
  for (const { id, period } of repository.goals) {
    const last = checkpointIn(tip, id);
    const due = now - 2 * period;
    checker.expect(
      'liveness',
      last !== null && (last.isPaused || (last.countedTo ?? 0) >= due),
      () => `${id} has counted its due times up to ${new Date(last?.countedTo ?? 0).toISOString()} only.`,
    );
  }
}

/** I6: a branch's name is that of its task, and ends with the generation. */
function checkOneDraftEach(checker: Checker, open: ReadonlySet<string>): void {
  const tasks = [...open].map((branch) => branch.replace(/-\d+$/, ''));
  checker.expect(
    'I6',
    new Set(tasks).size === tasks.length,
    () => `Two drafts are open for one task: ${tasks.join(', ')}.`,
  );
}
