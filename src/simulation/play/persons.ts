import type { PersonContext } from '../../oversight/command-context.ts';
import { takeRequest } from '../../oversight/inbox.ts';
import { removeStop, setStop } from '../../oversight/stop/stop-switch.ts';
import type { SimulatedWorld } from '../runs/simulated-world.ts';
import type { RandomStream } from '../time/random-stream.ts';
import { isReachable } from '../world/reachable.ts';
import type { PersonAct } from './profile.ts';
import type { SimulatedGoal, SimulatedRepository } from './repository.ts';

export interface ActContext {
  readonly world: SimulatedWorld;
  readonly repository: SimulatedRepository;
  readonly random: RandomStream;
}

/** What was done, for the story and for the checks. Null: there was nothing to do it to. */
export interface DoneAct {
  readonly act: PersonAct;
  readonly detail: string;
  /** The goal that it is about; null: none, or all of them. */
  readonly goal: string | null;
  /** The commit that the person made, or the request that was taken. */
  readonly made?: string;
}

type Did = Omit<DoneAct, 'act'> | null;

/** Does it to something that is there, if anything is. */
export async function actAsPerson(context: ActContext, act: PersonAct): Promise<DoneAct | null> {
  const did = await ACTS[act](context);
  return did === null ? null : { act, ...did };
}

function goalIn({ repository, random }: ActContext): SimulatedGoal {
  return random.pickOf(repository.goals) ?? neverEmpty();
}

function neverEmpty(): never {
  throw new Error('A simulated repository has goals.');
}

const goalOf = (branch: string): string | null => branch.split('/')[1] ?? null;

function draftIn({ world, random }: ActContext, state: 'open' | 'closed') {
  return random.pickOf(world.github.drafts.filter((draft) => draft.state === state));
}

function workBranch({ world, random }: ActContext): { readonly branch: string; readonly tip: string } | null {
  const branches = [...world.remote.branches].filter(([name]) => name.startsWith('wakeful/'));
  const found = random.pickOf(branches);
  return found === null ? null : { branch: found[0], tip: found[1] };
}

/** As GitHub squashes: the default branch gets what the branch changed. */
async function merge(
  context: ActContext,
): Promise<(Exclude<Did, null> & { readonly branch: string }) | null> {
  const draft = draftIn(context, 'open');
  const { remote, github } = context.world;
  if (draft === null) return null;
  const tip = remote.commits.get(remote.branches.get(draft.branch) ?? '');
  if (tip === undefined) return null;
  const main = remote.commits.get(remote.branches.get('main') ?? '');
  const files = [...tip.tree].filter(
    ([path, file]) => path.startsWith('docs/') && main?.tree.get(path) !== file,
  );
  await remote.commit({
    branch: 'main',
    files: Object.fromEntries(files.map(([path, { bytes }]) => [path, bytes])),
    time: context.world.time.now(),
    message: draft.title,
  });
  github.change(draft.number, { state: 'merged' });
  return { detail: `draft #${draft.number}`, goal: goalOf(draft.branch), branch: draft.branch };
}

async function pushTo(context: ActContext, parents?: readonly string[]): Promise<Did> {
  const target = workBranch(context);
  if (target === null) return null;
  const { world } = context;
  const files = { 'docs/by-hand.md': `Mine, at ${world.time.now()}.\n` };
  const given = parents === undefined ? {} : { parents };
  const made = await world.remote.commit({ branch: target.branch, files, time: world.time.now(), ...given });
  return { detail: target.branch, goal: goalOf(target.branch), made };
}

async function request(context: ActContext, kind: 'run' | 'pause' | 'resume'): Promise<Did> {
  const { id } = goalIn(context);
  const before = new Set(requestsIn(context.world));
  const answer = await takeRequest(person(context), {
    kind,
    goal: id,
    by: 'ann',
    reason: 'as it pleases me',
  });
  const made = requestsIn(context.world).find((each) => !before.has(each));
  return answer.isDone ? { detail: id, goal: id, ...(made === undefined ? {} : { made }) } : null;
}

function requestsIn({ remote }: SimulatedWorld): readonly string[] {
  const tree = remote.commits.get(remote.branches.get('wakeful-state') ?? '')?.tree;
  return [...(tree?.keys() ?? [])].filter((path) => path.startsWith('state/requests/'));
}

function person({ world, random }: ActContext): PersonContext {
  return world.person(random);
}

const ACTS: Readonly<Record<PersonAct, (context: ActContext) => Promise<Did>>> = {
  merge,
  async merge_and_delete(context) {
    const merged = await merge(context);
    if (merged !== null) context.world.remote.branches.delete(merged.branch);
    return merged;
  },
  async close(context) {
    const draft = draftIn(context, 'open');
    if (draft === null) return null;
    context.world.github.change(draft.number, { state: 'closed' });
    return { detail: `draft #${draft.number}`, goal: goalOf(draft.branch) };
  },
  async reopen(context) {
    const draft = draftIn(context, 'closed');
    const { github, remote } = context.world;
    if (draft === null || !remote.branches.has(draft.branch)) return null;
    if (github.drafts.some(({ branch, state }) => branch === draft.branch && state === 'open')) return null;
    github.change(draft.number, { state: 'open' });
    return { detail: `draft #${draft.number}`, goal: goalOf(draft.branch) };
  },
  push: (context) => pushTo(context),
  async rewrite(context) {
    const target = workBranch(context);
    if (target === null) return null;
    const { world } = context;
    const parents = world.remote.commits.get(target.tip)?.parents ?? [];
    const files = { 'docs/by-hand.md': `Instead, at ${world.time.now()}.\n` };
    const { branch } = target;
    const made = await world.remote.commit({ branch, files, parents, time: world.time.now() });
    return { detail: branch, goal: goalOf(branch), made };
  },
  async delete_branch(context) {
    const target = workBranch(context);
    if (target === null) return null;
    const { github, remote } = context.world;
    // GitHub closes what is open when its branch is deleted.
    for (const draft of github.drafts)
      if (draft.branch === target.branch && draft.state === 'open')
        github.change(draft.number, { state: 'closed' });
    remote.branches.delete(target.branch);
    return { detail: target.branch, goal: goalOf(target.branch) };
  },
  async edit_goal(context) {
    const { id, text } = goalIn(context);
    await context.world.commit({ [`goals/${id}.yml`]: `${text}# Edited at ${context.world.time.now()}.\n` });
    return { detail: id, goal: id };
  },
  async break_goal(context) {
    const { id, text } = goalIn(context);
    await context.world.commit({ [`goals/${id}.yml`]: text.replace('schedule:', 'shedule:') });
    return { detail: id, goal: id };
  },
  async break_settings(context) {
    await context.world.commit({ '.github/wakeful.yml': 'budget: {tokens_per_dya: 1}\n' });
    return { detail: 'the settings', goal: null };
  },
  /** Goals and settings are as they were at the beginning. */
  async mend({ world, repository }) {
    const files = Object.entries(repository.files).filter(([path]) => /^(goals|\.github)\//.test(path));
    await world.commit(Object.fromEntries(files));
    return { detail: 'goals and settings', goal: null };
  },
  async change_files(context) {
    const page = context.random.pick(['one', 'two', 'new', 'other']);
    await context.world.commit({ [`docs/tidy/${page}.md`]: `# ${page} at ${context.world.time.now()}\n` });
    return { detail: page, goal: null };
  },
  /** The newest commit is made again, with other words. */
  async rewrite_main(context) {
    const { remote, time } = context.world;
    const tip = remote.commits.get(remote.branches.get('main') ?? '');
    if (tip === undefined || tip.parents.length === 0) return null;
    const id = remote.store({ ...tip, message: `${tip.message}, said again`, time: time.now() });
    remote.branches.set('main', id);
    const isKept = [...remote.branches.values()].some((other) => isReachable(remote, tip.id, other));
    if (!isKept) remote.drop(tip.id);
    return { detail: tip.id.slice(0, 10), goal: null };
  },
  async open_issue({ world }) {
    const { number } = world.issues.write({ title: `At ${world.time.now()}`, labels: ['triage'] });
    return { detail: `issue #${number}`, goal: 'triage' };
  },
  async comment({ world, random }) {
    const issue = random.pickOf(world.issues.all);
    if (issue === null) return null;
    world.issues.takesComment(issue.number, { author: 'ann', body: `And now? ${world.time.now()}` });
    return { detail: `issue #${issue.number}`, goal: 'triage' };
  },
  async close_issue({ world, random }) {
    const issue = random.pickOf(world.issues.all);
    if (issue === null) return null;
    world.issues.change(issue.number, { state: 'closed' });
    return { detail: `issue #${issue.number}`, goal: 'triage' };
  },
  async stop_by_variable({ world }) {
    world.control.variables.set('WAKEFUL_STOP', 'a holiday');
    return { detail: 'the variable', goal: null };
  },
  async stop_by_file(context) {
    if (!context.world.remote.branches.has('wakeful-state')) return null;
    const answer = await setStop(person(context), { reason: 'a holiday', by: 'ann' });
    return answer.isDone ? { detail: 'the file', goal: null } : null;
  },
  async resume(context) {
    context.world.control.variables.delete('WAKEFUL_STOP');
    if (context.world.remote.branches.has('wakeful-state')) await removeStop(person(context), { by: 'ann' });
    return { detail: 'the agent', goal: null };
  },
  pause: (context) => request(context, 'pause'),
  resume_goal: (context) => request(context, 'resume'),
  run_goal: (context) => request(context, 'run'),
};
