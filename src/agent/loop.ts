import { Halt } from '../core/ending.ts';
import { ITEM_TIME_UP } from '../core/item-ending.ts';
import { noRunaway, observe, type Runaway } from '../core/progress/runaway.ts';
import { cutText, onOneLine } from '../core/text/plain-text.ts';
import type { Pursuit } from '../core/work/pursuit.ts';
import type { ModelAnswer, ToolCall } from '../ports.ts';
import { AskedModel } from './asking.ts';
import { ChangeReading } from './change-reading.ts';
import { isAlreadyDone, runSetup } from './commands.ts';
import { endedByFinder } from './ended-by-finder.ts';
import { type HandledFault, MOST_IN_A_ROW, NO_FAULTS, reactTo, counted as withFault } from './faults.ts';
import { resultText } from './gate-parts.ts';
import { haltBehind } from './halt-behind.ts';
import { LastChecks } from './last-checks.ts';
import { NearLimits } from './limit-notices.ts';
import { loopEnd as end, finishedEnd, type LoopEnd, NO_TOOLS, runawayText, USELESS } from './loop-end.ts';
import { type LoopSetup, type LoopSetupInput, setUpLoop } from './loop-setup.ts';
import type { Assignment, LoopDependencies } from './pursuit.ts';
import { ServerFigures } from './server-figures.ts';
import { NoteList } from './tools/note-list.ts';

export type { Pursuit } from '../core/work/pursuit.ts';
export type { Assignment, LoopDependencies } from './pursuit.ts';

const MOST_CALLS_A_TURN = 32;
/** How long a wait may be before it is asked again whether the item may go on. */
const WAIT_SLICE_MS = 10_000;

/**
 * Works on one item: the model proposes, the gate decides, until the model finishes or a limit ends it.
 * Never throws for a planned ending; what was changed so far is in the work tree, however it ended.
 */
export async function pursue(assignment: Assignment, deps: LoopDependencies): Promise<Pursuit> {
  deps.meter.startItem(assignment.goal.limits.modelCalls);
  const noteList = new NoteList(deps.mask);
  const checks = new LastChecks();
  const figures = new ServerFigures();
  const seconds = deps.secondsLeft();
  const ended = await endOf(() => work({ assignment, deps, noteList, checks }, figures), deps);
  const detail = `${ended.detail}${figures.causeOf(ended.ending, seconds)}`;
  return {
    ending: ended.ending,
    detail: onOneLine(deps.mask.mask(detail)),
    title: ended.title,
    summary: ended.summary,
    findings: ended.findings,
    refused: noteList.refused,
    notes: noteList.notes,
    effects: noteList.effects,
    checks: ended.checks ?? checks.reports,
    ...(ended.reading !== undefined && { reading: ended.reading }),
    ...(ended.isFinal === true && { isFinal: true }),
  };
}

async function work(setup: LoopSetupInput, figures: ServerFigures): Promise<LoopEnd> {
  const { assignment, deps } = setup;
  await deps.stillAllowed();
  const commands = { goal: assignment.goal, tree: assignment.tree, deps };
  await runSetup(commands);
  if (await isAlreadyDone(commands)) return end('no_change', 'The commands of done_when pass already.');
  const ready = await setUpLoop(setup);
  const ended = await endedByFinder(ready);
  if (ended !== null) return ended;
  const reading = new ChangeReading(ready, figures);
  return reading.settled(await endOf(() => new Loop(ready, figures, reading).run(), setup.deps));
}

async function endOf(act: () => Promise<LoopEnd>, deps: LoopDependencies): Promise<LoopEnd> {
  try {
    return await act();
  } catch (error) {
    const halt = await haltBehind(error, deps);
    return end(halt.ending, halt.detail);
  }
}

/** `while not finished: stillAllowed → budget → ask → gate each call → run → append` */
class Loop {
  readonly #setup: LoopSetup;
  readonly #figures: ServerFigures;
  readonly #asking: AskedModel;
  readonly #notices: NearLimits;
  readonly #reading: ChangeReading;
  /** Whether any answer has called a tool. */
  #hasCalled = false;
  #tally = NO_FAULTS;
  #runaway: Runaway;

  constructor(setup: LoopSetup, figures: ServerFigures, reading: ChangeReading) {
    this.#setup = setup;
    this.#reading = reading;
    this.#runaway = noRunaway(setup.assignment.goal.limits.repeats);
    this.#figures = figures;
    this.#asking = new AskedModel(setup, figures);
    this.#notices = new NearLimits(setup, this.#asking);
  }

  async run(): Promise<LoopEnd> {
    for (;;) {
      await this.#mayGoOn();
      this.#notices.tell();
      const answer = await this.#asking.ask();
      const ended = answer.kind === 'fault' ? await this.#bear(answer) : await this.#take(answer);
      if (ended !== null) return ended;
    }
  }

  async #mayGoOn(): Promise<void> {
    const { deps } = this.#setup;
    await deps.stillAllowed();
    deps.signal.throwIfAborted();
    if (deps.secondsLeft() <= 0) throw new Halt('time_limit', ITEM_TIME_UP);
  }

  async #bear(fault: HandledFault): Promise<LoopEnd | null> {
    const { deps, transcript } = this.#setup;
    this.#tally = withFault(this.#tally, fault);
    const { detail, isCharged } = fault;
    // What cost nothing and is tried again is nobody's concern; what it comes to is the item's ending.
    deps.report({ event: 'model_fault', fault: fault.fault, detail, isCharged, isRoutine: !isCharged });
    const reaction = reactTo(fault, {
      tally: this.#tally,
      secondsLeft: deps.secondsLeft(),
      fraction: deps.random.fraction(),
    });
    if (reaction.kind === 'end') return end(reaction.ending, reaction.detail);
    if (reaction.kind === 'tell') transcript.tell(reaction.text);
    else if (reaction.kind === 'wait') await this.#wait(reaction.ms);
    else this.#tally = NO_FAULTS;
    return null;
  }

  async #wait(ms: number): Promise<void> {
    const { deps } = this.#setup;
    deps.progress(`waits ${Math.ceil(ms / 1000)} s for the model server`);
    for (let rest = ms; rest > 0; rest -= WAIT_SLICE_MS) {
      await deps.clock.sleep(Math.min(rest, WAIT_SLICE_MS), deps.signal);
      await this.#mayGoOn();
    }
  }

  async #take(answer: Extract<ModelAnswer, { kind: 'answer' }>): Promise<LoopEnd | null> {
    if (answer.finish === 'refusal')
      return end('gave_up', `The model refused: ${this.#shortened(answer.content) || 'it did not say why'}`);
    if (answer.toolCalls.length === 0) return this.#takeWithoutCall(answer);
    const { transcript } = this.#setup;
    const calls = transcript.withOwnIds(answer.toolCalls.slice(0, MOST_CALLS_A_TURN));
    this.#tally = answer.finish === 'length' ? { ...NO_FAULTS, useless: this.#tally.useless + 1 } : NO_FAULTS;
    await transcript.answer({ ...answer, toolCalls: calls });
    this.#hasCalled = true;
    const ended = await this.#runAll(calls);
    if (ended !== null) return ended;
    this.#runaway = observe(this.#runaway, { kind: 'round_ended' });
    if (this.#runaway.verdict !== null) return end('no_progress', runawayText(this.#runaway.verdict));
    if (calls.length < answer.toolCalls.length) {
      this.#setup.transcript.tell(`Only the first ${MOST_CALLS_A_TURN} calls of your answer were run.`);
    }
    return answer.finish === 'length' ? this.#useless(USELESS.cutOff, 'was cut off') : null;
  }

  /** Masked before it is cut: half a secret is not recognised any more. */
  #shortened(text: string): string {
    return cutText(this.#setup.deps.mask.mask(text), 500);
  }

  async #takeWithoutCall({
    content,
    finish,
  }: Extract<ModelAnswer, { kind: 'answer' }>): Promise<LoopEnd | null> {
    this.#tally = { ...NO_FAULTS, useless: this.#tally.useless + 1 };
    if (content !== '') await this.#setup.transcript.answer({ content, toolCalls: [] });
    if (finish === 'length') return this.#useless(USELESS.cutOff, 'was cut off');
    return content.trim() === ''
      ? this.#useless(USELESS.empty, 'was empty')
      : this.#useless(USELESS.noCall, 'called no tool');
  }

  #useless(advice: string, what: string): LoopEnd | null {
    const times = this.#tally.useless;
    const thinking = this.#figures.thinkingWords();
    if (times < MOST_IN_A_ROW) {
      this.#setup.transcript.tell(thinking === '' ? advice : `${advice} Think less before you call a tool.`);
      return null;
    }
    if (what === 'called no tool' && !this.#hasCalled) return end('no_progress', NO_TOOLS(times));
    const why = thinking === '' ? '' : ` ${thinking}.`;
    const detail = `The model's answer ${what}, the last of ${times} in a row that could not be used.${why}`;
    return end(what === 'was empty' ? 'model_unavailable' : 'no_progress', detail);
  }

  /** To finish depends on the calls before it in its turn: the model has not read yet what came of them. */
  async #runAll(calls: readonly ToolCall[]): Promise<LoopEnd | null> {
    this.#setup.finishing.startTurn();
    const seen = new Set<string>();
    for (const call of calls) {
      const same = `${call.name} ${call.arguments}`;
      const ended = await this.#run(call, seen.has(same));
      if (ended !== null) return ended;
      seen.add(same);
    }
    return null;
  }

  async #run(call: ToolCall, isRepeated: boolean): Promise<LoopEnd | null> {
    const { finishing, gate, transcript } = this.#setup;
    await this.#mayGoOn();
    const { result, happenings, hasMissed, hasChanged, isVain } = await gate.handle(call);
    if (result.kind === 'give_up')
      return end('gave_up', result.reason, { title: '', summary: '', findings: result.findings });
    if (result.kind === 'finish') {
      const verdict = await finishing.judge(result);
      const read = verdict.kind === 'ended' ? await this.#reading.judge(verdict, result) : verdict;
      if (read.kind === 'ended') return finishedEnd(read, result, read.reading);
      await transcript.result(call.id, read.kind === 'repair' ? read.text : `Refused: ${read.reason}`);
    } else {
      if (result.kind === 'refused' || result.kind === 'error')
        finishing.noteFailed({
          ...{ tool: call.name, reason: result.reason, isChange: hasMissed },
          isError: result.kind === 'error',
        });
      else if (hasChanged) finishing.noteChanged();
      if (isVain) finishing.noteVain({ tool: call.name, reason: resultText(result) });
      await transcript.result(call.id, resultText(result));
    }
    const counted = happenings.filter(({ kind }) => kind !== 'called' || !isRepeated);
    this.#runaway = counted.reduce(observe, this.#runaway);
    return this.#runaway.verdict === null ? null : end('no_progress', runawayText(this.#runaway.verdict));
  }
}
