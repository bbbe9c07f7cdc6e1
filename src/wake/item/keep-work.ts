import { maskedAboveFoot } from '../../core/access/mask-foot.ts';
import { maskedRecord } from '../../core/access/masked-record.ts';
import { WINDOW_ELEMENT } from '../../core/item.ts';
import { itemEndingFacts } from '../../core/item-ending.ts';
import type { PassedOver } from '../../core/log/task-events.ts';
import { linesOf } from '../../core/progress/diff.ts';
import { refusedBefore } from '../../core/progress/remembered-no.ts';
import type { Attempt, ItemTarget } from '../../core/work/attempt.ts';
import type { Pursuit } from '../../core/work/pursuit.ts';
import type { Diff, Sha, WorkTree } from '../../ports.ts';
import { ATTEMPT_TEXTS } from '../../report/log/attempt-texts.ts';
import { workCommitMessage } from '../../report/on-github/commit-message.ts';
import type { Hold } from '../lease/held-goal.ts';
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
  place: ItemTarget,
  { tree, pursuit, base }: Done,
): Promise<Attempt> {
  const { session } = hold;
  const plain: Attempt = { ...pursuit, pursuit, work: null, isFull: false, touch: null, seen: null };
  if (!itemEndingFacts(pursuit.ending).keepsWork && pursuit.ending !== 'too_large') return plain;
  const diff = await tree.diff(session.deadline.save);
  const refusal =
    pursuit.ending === 'too_large'
      ? { ending: pursuit.ending, detail: pursuit.detail }
      : await whyRefused(hold, { diff, tree });
  if (refusal !== null) return refuse(hold, plain, { place, refusal, diff });
  const why = reasonToPassOver(hold, place, { pursuit, diff });
  if (why !== null) return { ...plain, ending: 'no_change', detail: passOver(hold, place, why) };
  const { mask } = session;
  const said = {
    prefix: session.settings.commit.prefix,
    goal: { id: hold.goal.id, title: hold.goal.title },
    item: place.item.element === WINDOW_ELEMENT ? null : place.item.title,
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
  return { ...plain, work: commit === null ? null : { commit, base, diff } };
}

/** What a person has refused is not offered a second time. Null: it may be. */
function reasonToPassOver(
  { checkpoint }: Hold,
  { draftKey, draft }: ItemTarget,
  { pursuit, diff }: { readonly pursuit: Pursuit; readonly diff: Diff },
): PassedOver | null {
  const isFirstPush = draft.tip === null && itemEndingFacts(pursuit.ending).isFinished;
  const no = isFirstPush ? refusedBefore(checkpoint, draftKey, diff) : null;
  if (no === null) return null;
  return { kind: 'refused_before', draft: no.number === null ? no.branch : `#${no.number}` };
}

interface RefusedWork {
  readonly place: ItemTarget;
  readonly refusal: WorkRefusal;
  readonly diff: Diff;
}

/** A draft that other items have filled waits for a person; an item that is too large by itself has failed. */
function refuse(hold: Hold, plain: Attempt, { place, refusal, diff }: RefusedWork): Attempt {
  const { draftKey, draft, item } = place;
  const others = Object.entries(hold.checkpoint.items).filter(
    ([key, record]) => key !== item.key && record.draft === draftKey,
  );
  const { limits } = hold.goal;
  const isTooLarge =
    diff.files.length - draft.changed_files > limits.changedFiles ||
    linesOf(diff.files) - draft.changed_lines > limits.changedLines;
  if (refusal.ending !== 'too_large' || others.length === 0 || isTooLarge) return { ...plain, ...refusal };
  return {
    ...plain,
    ending: 'waiting_for_draft',
    detail: ATTEMPT_TEXTS.draftFull(refusal.detail),
    // Without a finished item nothing is offered yet, so nobody could make room.
    isFull: others.some(([, record]) => record.status !== 'open'),
  };
}

interface WorkRefusal {
  readonly ending: 'too_large' | 'secret_found';
  readonly detail: string;
}

async function whyRefused(
  hold: Hold,
  { diff, tree }: { readonly diff: Diff; readonly tree: WorkTree },
): Promise<WorkRefusal | null> {
  const { limits } = hold.goal;
  const lines = linesOf(diff.files);
  if (diff.files.length > limits.changedFiles || lines > limits.changedLines) {
    const change = { files: diff.files.length, lines };
    const most = { files: limits.changedFiles, lines: limits.changedLines };
    return { ending: 'too_large', detail: ATTEMPT_TEXTS.tooLarge(change, most) };
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
  const added = diff.patch
    .split('\n')
    .filter((line) => line.startsWith('+'))
    .map((line) => line.slice(1))
    .join('\n');
  const names = diff.files.map((file) => file.path).join('\n');
  const found = session.mask.finds(`${names}\n${added}`);
  if (found !== null || !diff.isCut) return found;
  for (const file of diff.files) {
    const content = await tree.read(file.path);
    const inFile = content.kind === 'text' ? session.mask.finds(content.text) : null;
    if (inFile !== null) return inFile;
  }
  return null;
}
