import { linesOf } from '../agent/changes.ts';
import { pursue } from '../agent/loop.ts';
import type { Assignment, Hands, Pursuit, Report } from '../agent/pursuit.ts';
import { isInUse, itemRecord } from '../core/checkpoint.ts';
import { draftKeyFor } from '../core/draft.ts';
import type { EffectName } from '../core/goal.ts';
import { itemOf } from '../core/item.ts';
import { itemEndingFacts } from '../core/item-ending.ts';
import type { DraftRecord, OpenWindow } from '../core/state.ts';
import type { Diff, Model, WorkTree } from '../ports.ts';
import { workCommitMessage } from '../report/commit-message.ts';
import type { Attempt, Place } from './attempt.ts';
import type { Hold } from './hold.ts';
import { newDraft } from './outcomes.ts';
import { commitsOf } from './queue.ts';
import type { Watch } from './watch.ts';

export interface Workshop {
  readonly hold: Hold;
  readonly watch: Watch;
  readonly model: Model;
  /** For the live line: which of how many items this is. */
  readonly position: { readonly n: number; readonly of: number };
}

/** The draft and the window that an item belongs to. */
export function placeOf(hold: Hold, window: OpenWindow, key: string): Place {
  const { checkpoint, goal, session } = hold;
  const draftKey = draftKeyFor(goal, checkpoint, { window, key });
  const known = checkpoint.drafts[draftKey];
  const span = { slot: window.slot, from: window.from.time, to: window.to.time, commit: window.to.commit };
  const draft =
    known !== undefined && isInUse(known)
      ? { ...known, window: span }
      : // Where nothing was pushed yet, it starts from the default branch as it is now.
        newDraft(session, goal, { key: draftKey, generation: generationAfter(known), window: span });
  return { item: itemOf(key), window, draftKey, draft };
}

/** A draft that has ended is never gone on with: an item that is taken up again begins the next generation. */
function generationAfter(known: DraftRecord | undefined): number {
  if (known === undefined) return 1;
  return known.outcome === 'none' ? known.generation : known.generation + 1;
}

/** One attempt at an item: model loop in a work tree, then a commit that nobody else has seen yet. */
export async function attemptItem(shop: Workshop, place: Place): Promise<Attempt> {
  const { session } = shop.hold;
  const { workspace } = session.world;
  const { draft } = place;
  if (draft.base !== session.tips.base.commit) await workspace.fetchCommit(draft.base, session.deadline.work);
  const tree = await workspace.open(
    { commit: draft.tip ?? draft.base, base: draft.base },
    session.deadline.work,
  );
  try {
    const assignment = await assign(shop, place, tree);
    shop.watch.startItem(shop.hold.goal.limits.minutes);
    shop.hold.meter.startItem(shop.hold.goal.limits.modelCalls);
    const pursuit = await shop.watch.during(() => pursue(assignment, handsOf(shop, place)));
    return await keepWork(shop, place, { tree, pursuit });
  } finally {
    await tree.close();
  }
}

async function assign(shop: Workshop, place: Place, tree: WorkTree): Promise<Assignment> {
  const { hold, model } = shop;
  const { session, goal } = hold;
  const { window, item } = place;
  const facts = goal.forEach === null ? await windowFacts(hold, window) : { commits: [], changed: [] };
  return {
    // Effects on issues are not carried out yet, so their tools are not offered.
    goal: {
      ...goal,
      permissions: { ...goal.permissions, effects: goal.permissions.effects.filter(isCarriedOut) },
    },
    item: { key: item.key, title: item.title },
    window: { from: window.from.time, to: window.to.time, ...facts },
    notes: itemRecord(hold.checkpoint, item.key).notes,
    continued: itemRecord(hold.checkpoint, item.key).draft !== null,
    tree,
    model,
    maxOutputTokens: session.settings.models[goal.model]?.maxOutputTokens ?? 4_096,
    protectedGlobs: session.settings.protectedPaths,
    goalsFolder: session.settings.goalsFolder,
  };
}

function isCarriedOut(effect: EffectName): boolean {
  return effect === 'draft_pull_request';
}

async function windowFacts({ session }: Hold, window: OpenWindow) {
  const { workspace } = session.world;
  const signal = session.deadline.work;
  await workspace.fetchCommit(window.to.commit, signal);
  const commits = await commitsOf(window, { workspace, signal });
  const { commit } = window.from;
  const changed = commit === null ? [] : await workspace.changedPaths(commit, window.to.commit, signal);
  return { commits, changed };
}

function handsOf({ hold, watch, position }: Workshop, { item }: Place): Hands {
  const { session, goal, meter } = hold;
  const { sandbox, clock, random, log } = session.world;
  return {
    stillAllowed: () => watch.stillAllowed(),
    meter,
    sandbox,
    clock,
    random,
    mask: session.mask,
    signal: watch.signal,
    secondsLeft: () => watch.secondsLeft(),
    report: (entry) => {
      if (isNews(hold, entry)) session.journal.write({ ...entry, goal: goal.id, item: item.key });
    },
    progress: (doing) =>
      log.progress({
        goal: goal.id,
        item: position.n,
        items: position.of,
        itemTitle: session.mask.mask(item.title),
        modelCalls: meter.item.calls,
        tokens: meter.spent.tokens,
        secondsLeft: watch.secondsLeft(),
        doing: session.mask.mask(doing),
      }),
  };
}

/** Each item's model is told of a limit that all items share; the log once. */
function isNews({ calledNear }: Hold, { event, data }: Report): boolean {
  const limit = data?.['limit'];
  if (event !== 'limit_near' || (limit !== 'tokens' && limit !== 'dollars')) return true;
  const isNew = !calledNear.has(limit);
  calledNear.add(limit);
  return isNew;
}

interface Done {
  readonly tree: WorkTree;
  readonly pursuit: Pursuit;
}

async function keepWork(shop: Workshop, place: Place, { tree, pursuit }: Done): Promise<Attempt> {
  const { session } = shop.hold;
  const plain: Attempt = { ...pursuit, pursuit, work: null, isFull: false, touch: null };
  if (!itemEndingFacts(pursuit.ending).keepsWork && pursuit.ending !== 'too_large') return plain;
  const diff = await tree.diff(session.deadline.save);
  const refusal =
    pursuit.ending === 'too_large'
      ? { ending: pursuit.ending, detail: pursuit.detail }
      : await whyRefused(shop, { diff, tree });
  if (refusal !== null) return refuse(shop.hold, plain, { place, refusal, diff });
  const message = workCommitMessage({
    prefix: session.settings.commit.prefix,
    goal: { id: shop.hold.goal.id, title: session.mask.mask(shop.hold.goal.title) },
    item: place.item.element === 'window' ? null : session.mask.mask(place.item.title),
    summary: session.mask.mask(pursuit.summary),
    wake: session.order.wake.id,
    epoch: shop.hold.epoch,
    step: null,
    nonce: session.world.random.nonce(),
  });
  const { name, email } = session.settings.commit;
  const author = { name, email, time: session.world.clock.now() };
  const commit = await tree.commit(message, author, session.deadline.save);
  return { ...plain, work: commit === null ? null : { commit, diff } };
}

interface Refused {
  readonly place: Place;
  readonly refusal: Refusal;
  readonly diff: Diff;
}

/** A draft that other items have filled waits for a person; an item that is too large by itself has failed. */
function refuse(hold: Hold, plain: Attempt, { place, refusal, diff }: Refused): Attempt {
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
    detail: `The open draft is full: ${refusal.detail}`,
    // Without a finished item nothing is offered yet, so nobody could make room.
    isFull: others.some(([, record]) => record.status !== 'open'),
  };
}

interface Refusal {
  readonly ending: 'too_large' | 'secret_found';
  readonly detail: string;
}

async function whyRefused(
  { hold }: Workshop,
  { diff, tree }: { readonly diff: Diff; readonly tree: WorkTree },
): Promise<Refusal | null> {
  const { limits } = hold.goal;
  const lines = linesOf(diff.files);
  if (diff.files.length > limits.changedFiles || lines > limits.changedLines) {
    const detail = `it would change ${diff.files.length} files and ${lines} lines; ${limits.changedFiles} files and ${limits.changedLines} lines are allowed per draft.`;
    return { ending: 'too_large', detail };
  }
  const secret = await secretIn(hold, { diff, tree });
  if (secret === null) return null;
  return { ending: 'secret_found', detail: `The change holds ${secret}; nothing of it was pushed.` };
}

const PATCH_LIMIT = 150_000;

/** Looks at what the change adds; where the patch may have been cut, at whole files. */
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
  if (found !== null || Buffer.byteLength(diff.patch) < PATCH_LIMIT) return found;
  for (const file of diff.files) {
    const content = await tree.read(file.path);
    const inFile = content.kind === 'text' ? session.mask.finds(content.text) : null;
    if (inFile !== null) return inFile;
  }
  return null;
}
