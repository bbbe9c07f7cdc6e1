import { Halt } from '../core/ending.ts';
import { ITEM_TIME_UP } from '../core/item-ending.ts';
import type { Charge } from '../core/money/meter.ts';
import { NO_RUNAWAY, observe } from '../core/progress/runaway.ts';
import { cutText, onOneLine } from '../core/text/plain-text.ts';
import type { Pursuit } from '../core/work/pursuit.ts';
import type { ModelAnswer, ToolCall } from '../ports.ts';
import { isAlreadyDone, runSetup } from './commands.ts';
import { type HandledFault, MOST_IN_A_ROW, NO_FAULTS, reactTo, counted as withFault } from './faults.ts';
import { resultText } from './gate.ts';
import { haltBehind } from './halt-behind.ts';
import { LastChecks } from './last-checks.ts';
import { limitsNear } from './limits-near.ts';
import { loopEnd as end, type LoopEnd, USELESS } from './loop-end.ts';
import { type LoopSetup, type LoopSetupInput, setUpLoop } from './loop-setup.ts';
import { PromptBound, promptBytes } from './prompt-bytes.ts';
import type { Assignment, LoopDependencies } from './pursuit.ts';
import { runawayText } from './runaway-text.ts';
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
  const ended = await endOf(() => work({ assignment, deps, noteList, checks }), deps);
  return {
    ending: ended.ending,
    detail: onOneLine(deps.mask.mask(ended.detail)),
    summary: ended.summary,
    notes: noteList.notes,
    effects: noteList.effects,
    checks: checks.reports,
  };
}

async function work(setup: LoopSetupInput): Promise<LoopEnd> {
  const { assignment, deps } = setup;
  await deps.stillAllowed();
  const commands = { goal: assignment.goal, tree: assignment.tree, deps };
  await runSetup(commands);
  if (await isAlreadyDone(commands)) return end('no_change', 'The commands of done_when pass already.');
  return new Loop(await setUpLoop(setup)).run();
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
  readonly #secondsAtStart: number;
  readonly #told = new Set<string>();
  readonly #bound = new PromptBound();
  #tally = NO_FAULTS;
  #runaway = NO_RUNAWAY;

  constructor(setup: LoopSetup) {
    this.#setup = setup;
    this.#secondsAtStart = setup.deps.secondsLeft();
  }

  async run(): Promise<LoopEnd> {
    for (;;) {
      await this.#mayGoOn();
      this.#tellWhatIsLeft();
      const answer = await this.#ask();
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

  /** One call, charged before its answer is looked at. */
  async #ask(): Promise<ModelAnswer> {
    const { assignment, gate, deps, transcript } = this.#setup;
    const tools = gate.schemas;
    const size = promptBytes(transcript.messages, tools);
    const most = this.#bound.mostTokens(size);
    const maxTokens = deps.meter.allow(most, assignment.maxOutputTokens);
    // What was set aside is what it can cost: the rest of the budget belongs to others.
    const worst = { promptBytes: most, maxTokens, usage: null, isCharged: true };
    deps.progress('asks the model');
    let answer: ModelAnswer;
    try {
      answer = await assignment.model.ask({ messages: transcript.messages, tools, maxTokens }, deps.signal);
    } catch (error) {
      deps.meter.charge(worst);
      throw error;
    }
    this.#setup.context.turns.begin();
    const usage = answer.usage ?? null;
    const isCharged = answer.kind === 'answer' || answer.isCharged;
    if (usage !== null) this.#bound.learn(size, usage.tokensIn);
    this.#tellIfOverspent(deps.meter.charge({ ...worst, usage, isCharged }), most + maxTokens);
    return answer;
  }

  /** The answer is paid for, so it is used. */
  #tellIfOverspent({ hasOverspent, tokens }: Charge, allowed: number): void {
    if (hasOverspent) this.#setup.deps.report({ event: 'overspent', tokens, allowed });
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
    else await this.#wait(reaction.ms);
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
    if (times < MOST_IN_A_ROW) {
      this.#setup.transcript.tell(advice);
      return null;
    }
    const detail = `The model's answer ${what}, the last of ${times} in a row that could not be used.`;
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
    const { result, happenings, hasMissed } = await gate.handle(call);
    if (result.kind === 'give_up') return end('gave_up', result.reason);
    if (result.kind === 'finish') {
      const verdict = await finishing.judge();
      if (verdict.kind === 'ended') return end(verdict.ending, verdict.detail, result.summary);
      await transcript.result(call.id, `Refused: ${verdict.reason}`);
    } else {
      if (result.kind === 'refused' || result.kind === 'error')
        finishing.noteFailed({ tool: call.name, reason: result.reason, isChange: hasMissed });
      await transcript.result(call.id, resultText(result));
    }
    const counted = happenings.filter(({ kind }) => kind !== 'called' || !isRepeated);
    this.#runaway = counted.reduce(observe, this.#runaway);
    return this.#runaway.verdict === null ? null : end('no_progress', runawayText(this.#runaway.verdict));
  }

  /** Once for each limit, so that the model finishes instead of being cut off. */
  #tellWhatIsLeft(): void {
    const { assignment, context, gate, deps, transcript } = this.#setup;
    const { modelCalls, changedFiles, changedLines } = assignment.goal.limits;
    const near = limitsNear({
      meter: deps.meter,
      promptBytes: this.#bound.mostTokens(promptBytes(transcript.messages, gate.schemas)),
      calls: modelCalls,
      files: { changed: context.changes.files, most: changedFiles },
      lines: { changed: context.changes.lines, most: changedLines },
      seconds: { left: deps.secondsLeft(), all: this.#secondsAtStart },
    }).filter(({ name }) => !this.#told.has(name));
    for (const { name, text } of near) {
      this.#told.add(name);
      deps.report({ event: 'limit_near', limit: name, text });
    }
    if (near.length === 0) return;
    transcript.tell(
      `${near.map(({ text }) => text).join(' ')} Write what you have, note what is open, and finish soon.`,
    );
  }
}
