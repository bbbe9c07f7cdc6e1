import { maskedAboveFoot } from '../../core/access/mask-foot.ts';
import { maskedRecord } from '../../core/access/masked-record.ts';
import { issueNumber, WINDOW_ELEMENT } from '../../core/item.ts';
import { itemEndingFacts } from '../../core/item-ending.ts';
import { subjectIn } from '../../core/progress/commit-form.ts';
import type { Attempt, ItemTarget } from '../../core/work/attempt.ts';
import type { Pursuit } from '../../core/work/pursuit.ts';
import {
  addedText,
  arguedAgainst,
  excessOf,
  filledByOthers,
  refusedChange,
} from '../../core/work/refused-work.ts';
import type { Diff, Sha, WorkTree } from '../../ports.ts';
import { ATTEMPT_TEXTS } from '../../report/log/attempt-texts.ts';
import { type WorkCommit, workCommitMessage } from '../../report/on-github/commit-message.ts';
import type { Hold } from '../lease/held-goal.ts';
import { turnsOf } from '../lease/turns.ts';
import { inOtherDraft } from './other-drafts.ts';
import { passOver } from './pass-over.ts';

interface Done {
  readonly tree: WorkTree;
  readonly pursuit: Pursuit;
  /** What the change is compared with. */
  readonly base: Sha;
}

/** The change as a commit that nobody else has seen yet; without one where it is refused, or not to be kept. */
export async function keepWork(
  hold: Hold,
  target: ItemTarget,
  { tree, pursuit, base }: Done,
): Promise<Attempt> {
  const { session } = hold;
  const plain: Attempt = { ...pursuit, pursuit, work: null, isFull: false, touch: null, seen: null };
  const { work } = itemEndingFacts(pursuit.ending);
  if (work === 'dropped') return plain;
  const diff = await tree.diff(session.deadline.save);
  const refusal =
    work === 'measured'
      ? ({ ending: 'too_large', detail: pursuit.detail } as const)
      : await reasonToRefuse(hold, { diff, tree });
  if (refusal !== null) return refuse(hold, plain, { target, refusal, diff });
  const why =
    arguedAgainst(hold.checkpoint, target, pursuit) ??
    refusedChange(hold.checkpoint, target, { pursuit, diff }) ??
    (await inOtherDraft(hold, target, diff));
  if (why !== null) {
    const repeated = why.kind === 'in_other_draft' ? { repeated: diff } : {};
    return { ...plain, ...repeated, ending: 'no_change', detail: passOver(hold, target, why) };
  }
  const { mask } = session;
  const own = await ownWords(hold, target, { pursuit, diff });
  const { prefix } = session.settings.commit;
  const said = {
    prefix: own !== null && prefix === USUAL_PREFIX ? '' : prefix,
    ...(own !== null && { own }),
    goal: { id: hold.goal.id, title: hold.goal.title },
    item: target.item.element === WINDOW_ELEMENT ? null : target.item.title,
    summary: pursuit.summary,
    wake: session.order.wake.id,
    epoch: hold.epoch,
    step: null,
    nonce: session.world.random.nonce(),
  };
  const message = maskedAboveFoot(workCommitMessage(maskedRecord(said, mask)), mask);
  const { name, email } = maskedRecord(session.settings.commit, mask);
  const author = { name, email, time: session.world.clock.now() };
  const commit = await tree.commit(message, author, session.deadline.save);
  const title = own === null || pursuit.title === '' ? pursuit.title : own.subject;
  return { ...plain, pursuit: { ...pursuit, title }, work: commit === null ? null : { commit, base, diff } };
}

/** What a message of a commit begins with where the settings and the repository say nothing else. */
const USUAL_PREFIX = 'wakeful: ';

/** The subject in the form of the repository, and who signs it off where all do; null: it has no form. */
async function ownWords(
  hold: Hold,
  { item }: ItemTarget,
  { pursuit, diff }: Pick<Done, 'pursuit'> & { readonly diff: Diff },
): Promise<NonNullable<WorkCommit['own']> | null> {
  const form = await hold.commitForm();
  if (form === null) return null;
  const { goal, session } = hold;
  const named = item.element === WINDOW_ELEMENT ? goal.title : `${goal.title}: ${item.title}`;
  const issue = goal.forEach?.kind === 'issues' ? issueNumber(item.element) : null;
  const title = pursuit.title === '' ? named : pursuit.title;
  const { name, email } = session.settings.commit;
  return {
    subject: subjectIn(form, { title, paths: diff.files.map(({ path }) => path), issue }),
    signedOffBy: form.isSignedOff ? `${name} <${email}>` : null,
  };
}

interface RefusedWork {
  readonly target: ItemTarget;
  readonly refusal: Refusal;
  readonly diff: Diff;
}

/** A draft that other items have filled waits for a person; an item that is too large by itself has failed. */
function refuse(hold: Hold, plain: Attempt, { target, refusal, diff }: RefusedWork): Attempt {
  const facts = { files: diff.files, limits: hold.goal.limits };
  const filled = refusal.ending === 'too_large' ? filledByOthers(hold.checkpoint, target, facts) : null;
  if (filled === null) return { ...plain, ...refusal };
  const detail = ATTEMPT_TEXTS.draftFull(refusal.detail);
  return { ...plain, ending: 'waiting_for_draft', detail, isFull: filled.isFull };
}

interface Refusal {
  readonly ending: 'too_large' | 'secret_found';
  readonly detail: string;
}

async function reasonToRefuse(
  hold: Hold,
  { diff, tree }: { readonly diff: Diff; readonly tree: WorkTree },
): Promise<Refusal | null> {
  const excess = excessOf(diff, hold.goal.limits);
  if (excess !== null) {
    return { ending: 'too_large', detail: ATTEMPT_TEXTS.tooLarge(excess.size, excess.most) };
  }
  const secret = await secretIn(hold, { diff, tree });
  if (secret === null) return null;
  return { ending: 'secret_found', detail: ATTEMPT_TEXTS.holdsSecret(secret) };
}

/** Looks at what the change adds; where the patch was cut, at whole files. */
async function secretIn(
  { session }: Hold,
  { diff, tree }: { readonly diff: Diff; readonly tree: WorkTree },
): Promise<string | null> {
  const { world, deadline, mask } = session;
  const turns = turnsOf(world, deadline.save);
  const found = await turns.through(mask.inSteps.finds(addedText(diff)));
  if (found !== null || !diff.isCut) return found;
  for (const file of diff.files) {
    const content = await tree.read(file.path);
    const inFile = content.kind === 'text' ? await turns.through(mask.inSteps.finds(content.text)) : null;
    if (inFile !== null) return inFile;
  }
  return null;
}
