import type { Mask } from '../../core/access/mask.ts';
import { maskedAboveFoot } from '../../core/access/mask-foot.ts';
import { maskedRecord } from '../../core/access/masked-record.ts';
import type { Goal } from '../../core/goal.ts';
import { fileToWrite, issueNumber, itemOf, versionOf, WINDOW_ELEMENT } from '../../core/item.ts';
import { doubtsIn } from '../../core/progress/named-files.ts';
import type { Checkpoint, DraftRecord, ItemRecord } from '../../core/state.ts';
import type { IssueText } from '../../ports.ts';
import type { DraftReading } from '../../report/on-github/draft-flags.ts';
import { type DraftInput, draftText } from '../../report/on-github/pull-request.ts';
import { issueSentences, plannedWords, receiptWords } from '../../report/words/effect-words.ts';
import { dueTime } from '../../report/words/sentences.ts';
import type { Hold } from '../lease/held-goal.ts';
import { changeNotes } from './change-notes.ts';

export interface WantedDraft {
  readonly key: string;
  readonly marker: string;
}

/** What a draft says, from the record and its items as they will be. */
export async function maskedDraftText(
  hold: Hold,
  record: DraftRecord,
  wanted: WantedDraft,
): Promise<IssueText> {
  const { session, goal, checkpoint } = hold;
  const items = Object.entries(checkpoint.items).filter(([, item]) => item.draft === wanted.key);
  const unfinished = items.find(([, item]) => item.status === 'stuck');
  const read = await changeNotes(hold, record, wordsOf(goal, items));
  const said: DraftInput = {
    goal: { id: goal.id, file: goal.file, title: goal.title, objective: goal.objective },
    subject:
      goal.forEach?.drafts === 'per_item'
        ? (checkpoint.items[wanted.key]?.title ?? elementOf(wanted.key))
        : null,
    window: record.window,
    ...(checkpoint.window?.is_cut === true && goal.forEach !== null && { cutQueue: goal.forEach.kind }),
    summaries: items.map(([key, item]) => ({
      title: item.title ?? elementOf(key),
      ending: item.ending,
      summary: item.summary,
      onIssues: issueSentences(issueOf(goal, key), effectsOf(item, session.mask)),
    })),
    ...titleOf(items.map(([, item]) => item)),
    checks: (record.checks ?? checksOf(items.map(([, item]) => item))).map(({ text }) => text),
    isUnchecked: goal.checks.length > 0 && !isChecked(record),
    findings: items.flatMap(([, item]) => item.findings ?? []),
    refused: items.flatMap(([, item]) => item.refused ?? []),
    readings: readingsOf(items),
    doubts: doubtsIn(items.flatMap(([, item]) => (isRead(item) ? [] : [item.summary]))),
    foundRight: foundRight(checkpoint),
    spent: spentOn(items.map(([, item]) => item)),
    limits: goal.limits,
    wake: session.order.wake,
    incomplete: unfinished === undefined ? null : unfinished[1].detail,
    notes: read?.notes ?? null,
    ...(read !== null && { change: read.change }),
    model: modelName(hold),
    marker: wanted.marker,
  };
  // Before it is Markdown: there a secret may be spelt in other characters.
  const text = draftText(maskedRecord(said, session.mask));
  return { title: session.mask.mask(text.title), body: maskedAboveFoot(text.body, session.mask) };
}

type Entry = readonly [string, ItemRecord];

function wordsOf(goal: Goal, items: readonly Entry[]) {
  return {
    summaries: items.map(([, { change_title = '', summary }]) => `${change_title}\n${summary}`),
    own: ownFiles(goal, items),
  };
}

function spentOn(items: readonly ItemRecord[]): DraftInput['spent'] {
  const spent = items.map((item) => item.spent);
  return {
    tokens: spent.reduce((sum, each) => sum + each.tokens, 0),
    usdMicros: spent.reduce((sum, each) => sum + each.usd_micros, 0),
    calls: spent.reduce((sum, each) => sum + each.calls, 0),
    cachedTokens: spent.reduce((sum, each) => sum + (each.cached_tokens ?? 0), 0),
    readerTokens: spent.reduce((sum, each) => sum + (each.reader_tokens ?? 0), 0),
    reasoningTokens: spent.reduce((sum, each) => sum + (each.reasoning_tokens ?? 0), 0),
  };
}

function readingsOf(items: readonly Entry[]): readonly DraftReading[] {
  return items.flatMap(([key, { reading, title }]) =>
    reading === undefined ? [] : [{ task: items.length === 1 ? null : (title ?? elementOf(key)), reading }],
  );
}

function isRead({ reading }: ItemRecord): boolean {
  return reading !== undefined && reading.unread === undefined;
}

/** Null: the tasks of the goal are no files. */
function ownFiles(goal: Goal, items: readonly Entry[]): ReadonlySet<string> | null {
  const files = items.map(([key]) => fileToWrite(goal, itemOf(key).element));
  return files.includes(null) ? null : new Set(files.filter((file) => file !== null));
}

/** Of the first task, where several have one. Empty: the model has given none. */
function titleOf(items: readonly ItemRecord[]): Pick<DraftInput, 'title'> {
  const titles = items.flatMap(({ change_title: title }) => title ?? []);
  const [first] = titles;
  return first === undefined ? {} : { title: { text: first, more: items.length - 1 } };
}

/** Of records of an older program: from each task, each sentence once. */
function checksOf(items: readonly ItemRecord[]): NonNullable<DraftRecord['checks']> {
  return [...new Set(items.flatMap(({ checks }) => checks))].map((text) => ({ kind: 'passed', text }));
}

function isChecked({ checks }: DraftRecord): boolean {
  return checks === undefined || (checks.length > 0 && checks.every(({ kind }) => kind !== 'not_run'));
}

/** Tasks of the newest window that needed no change. */
function foundRight({ items, window, finished }: Checkpoint): number {
  const queue = window?.queue;
  const since = finished?.time ?? '';
  return Object.entries(items).filter(
    ([key, { status, ending, updated_at }]) =>
      status === 'done' &&
      ending === 'no_change' &&
      (queue === undefined ? updated_at >= since : queue.includes(key)),
  ).length;
}

function issueOf({ forEach }: Goal, key: string): number | null {
  return forEach?.kind === 'issues' ? issueNumber(itemOf(key).element) : null;
}

/** Done, and still to be done: the draft comes first in the outbox. */
function effectsOf({ effects, outbox }: ItemRecord, mask: Mask): readonly string[] {
  const planned = outbox.flatMap((entry) =>
    entry.kind === 'draft' ? [] : [plannedWords(maskedRecord(entry, mask))],
  );
  return [...(effects ?? []).map(receiptWords), ...planned];
}

function modelName({ session, modelsInUse }: Hold): string {
  const names = modelsInUse.map((name) => {
    const settings = session.settings.models[name];
    return settings === undefined ? name : session.world.model.name(settings);
  });
  return names.join(', then ');
}

function elementOf(key: string): string {
  const item = itemOf(key);
  return item.element === WINDOW_ELEMENT ? `Run due ${dueTime(versionOf(item))}` : item.element;
}
