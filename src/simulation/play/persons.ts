import { isReachable } from '../world/reachable.ts';
import { type Act, type ActContext, type DoneAct, goalIn } from './act-context.ts';
import { BOX_ACTS } from './box-acts.ts';
import { DRAFT_ACTS } from './draft-acts.ts';
import { OVERSIGHT_ACTS } from './oversight-acts.ts';
import type { PersonAct } from './profile.ts';
import { CARELESS_SECRET, PLANTED_SECRET, PRIVATE_WORD } from './repository.ts';
import { STATE_ACTS } from './state-acts.ts';

/** Does it to something that is there, if anything is; null: nothing was. */
export async function actAsPerson(context: ActContext, act: PersonAct): Promise<DoneAct | null> {
  const did = await ACTS[act](context);
  return did === null ? null : { act, ...did };
}

const PRIVATE = `private/${PRIVATE_WORD}-notes.md`;

const ACTS: Readonly<Record<PersonAct, Act>> = {
  ...DRAFT_ACTS,
  ...OVERSIGHT_ACTS,
  ...BOX_ACTS,
  ...STATE_ACTS,
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
    const { world, random } = context;
    const path = random.pick([
      'docs/tidy/one.md',
      'docs/tidy/two.md',
      'docs/tidy/new.md',
      'docs/other.md',
      PRIVATE,
    ]);
    const paste = random.isDrawn(0.4) ? `${CARELESS_SECRET}\nEND\n` : '';
    await world.commit({ [path]: `# As of ${world.time.now()}\n${paste}` });
    return { detail: path, goal: null };
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
  /** Somebody is careless at times, and pastes a token. */
  async open_issue({ world, random }) {
    const body = random.isDrawn(0.3) ? `It says ${PLANTED_SECRET}.` : 'It squeaks.';
    const title = `At ${world.time.now()}`;
    const { number } = world.issues.write({ title, body, labels: ['triage'] });
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
};
