import { itemRecord, unfinishedOutbox, withDraft, withItem } from '../core/checkpoint.ts';
import type { Checkpoint, DraftRecord, OutboxEntry } from '../core/state.ts';
import { isoTime } from '../core/time.ts';
import type { Draft, IssueText } from '../ports.ts';
import { draftText } from '../report/pull-request.ts';
import type { Hold } from './hold.ts';
import type { Happening } from './journal.ts';
import { recordOutcome } from './outcomes.ts';
import type { Watch } from './watch.ts';

/**
 * Carries out the effects that items have decided on, in order, each after a fresh look whether it is still allowed.
 * Each is found before it is made, so that a repeated one changes nothing. Receipts travel with the next push.
 * Returns how many were carried out.
 */
export async function runOutbox(hold: Hold, watch: Watch): Promise<number> {
  let done = 0;
  for (const key of unfinishedOutbox(hold.checkpoint)) {
    for (const entry of itemRecord(hold.checkpoint, key).outbox) {
      await carryOut(hold, watch, entry);
      hold.receive((checkpoint) => withoutEntry(checkpoint, key, entry.marker));
      done++;
    }
  }
  return done;
}

function withoutEntry(checkpoint: Checkpoint, key: string, marker: string): Checkpoint {
  const record = itemRecord(checkpoint, key);
  return withItem(checkpoint, key, {
    ...record,
    outbox: record.outbox.filter((each) => each.marker !== marker),
  });
}

async function carryOut(hold: Hold, watch: Watch, entry: OutboxEntry): Promise<void> {
  switch (entry.kind) {
    case 'draft':
      return ensureDraft(hold, watch, { key: entry.draft, marker: entry.marker });
    case 'comment_on_issue':
    case 'open_issue':
    case 'label_issue':
      hold.session.journal.write({
        event: 'effect_failed',
        goal: hold.goal.id,
        message: `${entry.kind} was asked for; effects on issues are not carried out by this version.`,
      });
  }
}

interface Wanted {
  readonly key: string;
  readonly marker: string;
}

/** Find or create: one draft per branch, in whatever state it is found. */
async function ensureDraft(hold: Hold, watch: Watch, wanted: Wanted): Promise<void> {
  const { session } = hold;
  const { github } = session.world;
  const record = hold.checkpoint.drafts[wanted.key];
  if (record === undefined) return;
  await watch.effectAllowed(github.requestTimeoutMs);
  const found = await github.findDrafts(record.branch, session.deadline.work);
  const [open, ...twins] = found.filter((draft) => draft.state === 'open');
  const text = maskedText(hold, record, wanted);
  if (open !== undefined) {
    for (const twin of twins) await closeTwin(hold, watch, { twin, kept: open });
    return refreshDraft(hold, watch, { wanted, open, text });
  }
  const ended = found.at(-1);
  if (ended !== undefined) return receiveEnded(hold, wanted, ended);
  await watch.effectAllowed(github.requestTimeoutMs);
  const { labels, reviewers } = session.settings.draft;
  const { branch } = record;
  const draft = await github.createDraft(
    { ...text, branch, base: session.tips.base.branch, labels, reviewers },
    session.deadline.work,
  );
  receive(hold, wanted, draft);
  report(hold, { event: 'draft_opened', message: `Draft #${draft.number} is open: ${text.title}.` }, draft);
}

function maskedText(hold: Hold, record: DraftRecord, wanted: Wanted): IssueText {
  const { session, goal, checkpoint } = hold;
  const items = Object.entries(checkpoint.items).filter(([, item]) => item.draft === wanted.key);
  const spent = items.map(([, item]) => item.spent);
  const unfinished = items.find(([, item]) => item.status === 'stuck');
  const text = draftText({
    goal,
    subject: goal.forEach?.drafts === 'per_item' ? elementOf(wanted.key) : null,
    window: record.window,
    summaries: items.map(([key, item]) => ({
      title: elementOf(key),
      ending: item.ending,
      summary: item.summary,
    })),
    checks: [...new Set(items.flatMap(([, item]) => item.checks))],
    spent: {
      tokens: spent.reduce((sum, each) => sum + each.tokens, 0),
      usdMicros: spent.reduce((sum, each) => sum + each.usd_micros, 0),
      calls: spent.reduce((sum, each) => sum + each.calls, 0),
    },
    limits: goal.limits,
    wake: session.order.wake,
    incomplete: unfinished === undefined ? null : unfinished[1].detail,
    model: modelName(hold),
    marker: wanted.marker,
  });
  return { title: session.mask.mask(text.title), body: session.mask.mask(text.body) };
}

function modelName({ session, goal }: Hold): string {
  const settings = session.settings.models[goal.model];
  return settings === undefined ? goal.model : session.world.model.name(settings);
}

function elementOf(key: string): string {
  const element = key.slice(0, key.lastIndexOf('@'));
  return element === 'window' ? 'The whole window' : element;
}

async function closeTwin(
  hold: Hold,
  watch: Watch,
  { twin, kept }: { readonly twin: Draft; readonly kept: Draft },
): Promise<void> {
  const { github } = hold.session.world;
  await watch.effectAllowed(github.requestTimeoutMs);
  const why = `A wake that had lost its lease opened this draft a second time. #${kept.number} goes on.`;
  await github.closeDraft(twin.number, why, hold.session.deadline.work);
  report(
    hold,
    { event: 'draft_closed', message: `Draft #${twin.number} is closed: it repeats #${kept.number}.` },
    twin,
  );
}

interface Refresh {
  readonly wanted: Wanted;
  readonly open: Draft;
  readonly text: IssueText;
}

async function refreshDraft(hold: Hold, watch: Watch, { wanted, open, text }: Refresh): Promise<void> {
  const { github } = hold.session.world;
  receive(hold, wanted, open);
  if (open.title === text.title && open.body === text.body) {
    return report(
      hold,
      { event: 'draft_found', message: `Draft #${open.number} is already open and up to date.` },
      open,
    );
  }
  await watch.effectAllowed(github.requestTimeoutMs);
  await github.updateDraft(open.number, text, hold.session.deadline.work);
  report(hold, { event: 'draft_updated', message: `Draft #${open.number} shows the new work.` }, open);
}

/** A person was faster: the draft has ended before its receipt was written. */
function receiveEnded(hold: Hold, wanted: Wanted, draft: Draft): void {
  receive(hold, wanted, draft);
  const outcome = draft.state === 'merged' ? 'merged' : 'closed';
  const reading = recordOutcome(hold.session, hold.goal, {
    checkpoint: hold.checkpoint,
    key: wanted.key,
    outcome,
  });
  for (const happening of reading.happenings) hold.session.journal.write(happening);
  hold.receive(
    (checkpoint) =>
      recordOutcome(hold.session, hold.goal, { checkpoint, key: wanted.key, outcome }).checkpoint,
  );
}

function receive(hold: Hold, wanted: Wanted, draft: Draft): void {
  const at = isoTime(hold.session.world.clock.now());
  hold.receive((checkpoint) => {
    const record = checkpoint.drafts[wanted.key];
    if (record === undefined) return checkpoint;
    const receipt = {
      number: draft.number,
      url: draft.url,
      outcome: 'open',
      opened_at: record.opened_at ?? at,
    } as const;
    return withDraft(checkpoint, wanted.key, { ...record, ...receipt });
  });
}

function report(hold: Hold, happening: Pick<Happening, 'event' | 'message'>, draft: Draft): void {
  hold.session.journal.write({
    ...happening,
    goal: hold.goal.id,
    data: { draft: draft.number, branch: draft.branch, url: draft.url },
  });
}
