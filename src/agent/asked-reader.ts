import { maskedRecord } from '../core/access/masked-record.ts';
import { globMatcher } from '../core/access/matching/globs.ts';
import { count } from '../core/figures.ts';
import { WINDOW_ELEMENT } from '../core/item.ts';
import type { Objection } from '../core/item-state.ts';
import { checkSentence } from '../core/progress/check-report.ts';
import { utf8Length } from '../core/text/bytes.ts';
import type { Masked } from '../core/text/masked.ts';
import { onOneLine } from '../core/text/plain-text.ts';
import type { Diff, Message, ModelAnswer } from '../ports.ts';
import { askCharged, subjectOf } from './asking.ts';
import type { LoopSetup } from './loop-setup.ts';
import { promptBytes } from './prompt-bytes.ts';
import type { SecondReader } from './pursuit.ts';
import {
  ABOUT_LENGTH,
  diffSection,
  READING_PROMPT,
  type ReadChange,
  readingMessage,
} from './reading/reading-prompt.ts';
import { partsOf, type ShownDiff, shownWithin } from './reading/shown-diff.ts';
import { readVerdict, VERDICT_TOOL } from './reading/verdict.ts';
import type { ServerFigures } from './server-figures.ts';
import { subjectWithin } from './subject/text-parts.ts';
import { issueLines } from './tools/issue-text.ts';
import type { FinishReport } from './tools/tool.ts';
import { Transcript } from './transcript.ts';

export type ReaderAnswer =
  | { readonly kind: 'read'; readonly objections: readonly Objection[]; readonly isPart: boolean }
  /** `reason`: the rest of a sentence behind "because". */
  | { readonly kind: 'unread'; readonly reason: string }
  /** There is no change of a file to read. */
  | { readonly kind: 'nothing' };

/** Of a diff, at most. */
const MOST_DIFF_BYTES = 16_000;
/** With less of a long diff, a reader sees too little of it. */
const LEAST_DIFF_BYTES = 1_500;
/** Tokens of an answer, thinking included. */
const MOST_ANSWER = 4_000;
const LEAST_ANSWER = 500;
const LEAST_SECONDS = 2;

interface Readable {
  readonly files: Diff['files'];
  readonly parts: readonly { readonly path: string; readonly text: Masked }[];
  /** Something of the change is not in the parts. */
  readonly isPart: boolean;
}

/** Asks a second reader about what one item has changed, once, within the limits of that item. */
export class AskedReader {
  readonly #setup: LoopSetup;
  readonly #figures: ServerFigures;

  constructor(setup: LoopSetup, figures: ServerFigures) {
    this.#setup = setup;
    this.#figures = figures;
  }

  async ask(reader: SecondReader, said: FinishReport): Promise<ReaderAnswer> {
    const { deps } = this.#setup;
    await deps.stillAllowed();
    deps.signal.throwIfAborted();
    const change = await this.#readable();
    if (change.files.length === 0) return { kind: 'nothing' };
    const seconds = deps.secondsLeft();
    if (seconds < Math.max(LEAST_SECONDS, this.#figures.slowestSeconds))
      return this.unread(reader, `only ${count(Math.max(0, Math.floor(seconds)), 'second')} were left`);
    const head = await this.#messages(said, change, { text: '', rest: '' });
    const room = deps.meter.left().tokens - promptBytes(head, [VERDICT_TOOL]) - LEAST_ANSWER;
    const whole = change.parts.reduce((sum, { text }) => sum + utf8Length(text), 0);
    if (room < Math.min(whole, LEAST_DIFF_BYTES))
      return this.unread(reader, `too few tokens were left for that (${deps.meter.allotment.limits.tokens})`);
    const shown = shownWithin(change.parts, Math.min(MOST_DIFF_BYTES, room));
    const messages = await this.#messages(said, change, shown);
    return this.#answer(reader, messages, change.isPart || shown.rest !== '');
  }

  unread({ name }: SecondReader, reason: string, tokens = 0): ReaderAnswer {
    const { deps } = this.#setup;
    const said = onOneLine(deps.mask.mask(reason)).replace(/\.$/, '');
    deps.report({ event: 'change_unread', model: name, reason: said, tokens });
    return { kind: 'unread', reason: said };
  }

  async #answer(reader: SecondReader, messages: readonly Message[], isPart: boolean): Promise<ReaderAnswer> {
    const { deps } = this.#setup;
    const model = await reader.open();
    const most = promptBytes(messages, [VERDICT_TOOL]);
    const price = reader.price();
    const maxTokens = deps.meter.allow(most, Math.min(MOST_ANSWER, reader.maxOutputTokens), price);
    deps.progress('has the change read a second time');
    const about = subjectOf(this.#setup);
    const question = { messages, tools: [VERDICT_TOOL], maxTokens, about };
    const asked = await askCharged(deps, { model, question, most, reader: { price } });
    this.#setup.context.turns.begin();
    const { tokens, usdMicros } = asked.charge;
    const read = verdictOf(asked.answer, (answer) => readVerdict(answer, deps.mask));
    if (read.kind === 'unreadable') return this.unread(reader, read.why, tokens);
    const { objections } = read;
    const isRoutine = objections.length === 0;
    deps.report({ event: 'change_read', model: reader.name, objections, tokens, usdMicros, isRoutine });
    return { kind: 'read', objections, isPart };
  }

  /** What this item has changed, as far as the goal may read it. Other tasks of the draft have had their own readers. */
  async #readable(): Promise<Readable> {
    const { assignment, context, deps } = this.#setup;
    const { files, patch, isCut } = await assignment.tree.diff(deps.signal);
    const own = new Set(context.changes.paths);
    const mine = files.filter(({ path }) => assignment.isContinued || own.has(path));
    const mayRead = globMatcher(assignment.goal.permissions.read);
    const paths = new Set(mine.map(({ path }) => path).filter(mayRead));
    const parts: { path: string; text: Masked }[] = [];
    for (const { path, text } of partsOf(patch, (each) => paths.has(each)))
      parts.push({ path, text: await context.turns.mask(text, deps.mask) });
    return { files: mine, parts, isPart: isCut || paths.size < mine.length };
  }

  #about(): ReadChange['about'] {
    const { issue, subject } = this.#setup;
    if (issue !== null) return { heading: 'The issue:', text: issueLines(issue).join('\n') };
    return subject === null ? null : { heading: subject.heading, text: subjectWithin(subject, ABOUT_LENGTH) };
  }

  async #messages(said: FinishReport, { files }: Readable, diff: ShownDiff): Promise<readonly Message[]> {
    const { context, deps, assignment, checks } = this.#setup;
    const { fence, turns } = context;
    const task = assignment.item.key.startsWith(`${WINDOW_ELEMENT}@`) ? null : assignment.item.title;
    const change: ReadChange = {
      goal: { title: assignment.goal.title, objective: assignment.goal.objective },
      task,
      about: this.#about(),
      ...said,
      checks: checks.reports.map(checkSentence),
      files,
    };
    const transcript = new Transcript({ mask: deps.mask, fence, turns });
    transcript.system(READING_PROMPT);
    const message = readingMessage(maskedRecord(change, deps.mask), fence);
    transcript.tell(`${message}\n${diffSection(diff, fence)}`);
    return transcript.messages;
  }
}

type Verdict = ReturnType<typeof readVerdict>;

function verdictOf(
  answer: ModelAnswer,
  read: (answer: Extract<ModelAnswer, { kind: 'answer' }>) => Verdict,
): Verdict {
  if (answer.kind === 'answer') return read(answer);
  const what = answer.fault.replaceAll('_', ' ');
  return { kind: 'unreadable', why: `its server did not answer (${what}): ${answer.detail}` };
}
