import type { ModelAnswer } from '../../ports.ts';
import type { SimulatedRepository } from '../play/repository.ts';
import { landedRefs } from '../runners/connection.ts';
import type { SimulatedWorld } from '../runs/simulated-world.ts';
import type { SimulationEvent } from '../runs/simulation-event.ts';
import type { MemoryCommit } from '../world/memory-remote.ts';
import { CircleChecks } from './circle-checks.ts';
import { checkPaths, checkSecrets, checkSecretsPushed, checkUnread, newLogLines } from './content-checks.ts';
import { checkChange, checkTicks } from './dashboard-checks.ts';
import { EffectChecks, leaseOf } from './effect-checks.ts';
import { HarmChecks } from './harm-checks.ts';
import { checkAttempts, checkBranches, checkHolders, NonceCheck } from './lease-checks.ts';
import { MoneyChecks } from './money-checks.ts';
import {
  type CheckContext,
  commitAt,
  INVARIANTS,
  type InvariantBreach,
  type InvariantName,
  isAgentRun,
  type LandedPush,
} from './observed.ts';
import { PersonChecks } from './person-checks.ts';
import { RequestChecks } from './request-checks.ts';
import { SlotCheck } from './slot-checks.ts';
import { StopChecks } from './stop-checks.ts';
import { WorkChecks } from './work-checks.ts';

type Arrived = Extract<SimulationEvent, { readonly kind: 'arrived' }>;
type Acted = Extract<SimulationEvent, { readonly kind: 'person' }>;

/** What of a question is looked at. */
interface SentQuestion {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

export interface CheckerSetup {
  readonly world: SimulatedWorld;
  readonly repository: SimulatedRepository;
  readonly clocksApart: number;
}

/** Holds what happens against what must always be, after each event. */
export class Checker {
  readonly breaches: InvariantBreach[] = [];
  /** How often each invariant was checked. */
  readonly checked = new Map<InvariantName, number>(INVARIANTS.map((name) => [name, 0]));
  readonly requests = new RequestChecks();
  /** What has a higher number was made since the state was put back last. */
  forgotten = 0;
  readonly #persons = new PersonChecks();
  readonly #money = new MoneyChecks();
  readonly #slots = new SlotCheck();
  readonly #nonces = new NonceCheck();
  readonly #effects = new EffectChecks();
  readonly #stops = new StopChecks();
  readonly #circles = new CircleChecks();
  readonly #work = new WorkChecks();
  readonly #harm = new HarmChecks();
  readonly #context: CheckContext;
  /** The state whose log has been read. */
  #read: MemoryCommit | undefined;

  constructor(setup: CheckerSetup) {
    this.#context = { ...setup, expect: (...inputs) => this.expect(...inputs) };
    setup.world.watch((event) => this.#look(event));
  }

  expect(invariant: InvariantName, holds: boolean, detail: () => string): void {
    this.checked.set(invariant, (this.checked.get(invariant) ?? 0) + 1);
    if (!holds) this.breaches.push({ invariant, detail: detail(), at: this.#context.world.time.now() });
  }

  /** Reads what persons have written last. */
  end(): void {
    this.#readState(this.#tip);
  }

  get #tip(): MemoryCommit | undefined {
    const { world } = this.#context;
    return commitAt(world, world.remote.branches.get('wakeful-state'));
  }

  #look(event: SimulationEvent): void {
    const context = this.#context;
    if (event.kind === 'person') this.#acted(event);
    if (event.kind === 'arrived') this.#arrived(event);
    if (event.kind === 'disturbed') this.#money.disturbed(context, event.call.runner);
    if (event.kind === 'thawed') this.#stops.thawed(context, event.runner);
    if (event.kind === 'run_started') {
      this.#stops.started(context, event.run);
      this.requests.started(event.run, event.trigger.event?.isTrusted);
    }
    if (event.kind !== 'run_ended') return;
    const { run, ending, detail } = event;
    this.expect('no defect', ending !== 'unexpected', () => `${run} met a defect of its own: ${detail}`);
  }

  #acted(event: Acted): void {
    const context = this.#context;
    if (event.act === 'rewind_state') this.#forget(this.#tip);
    this.#persons.acted(context, event);
    this.#circles.acted(context, event);
    this.#harm.acted(context);
    this.#readState(this.#tip);
    this.#stops.acted(context, event.act);
  }

  #arrived(event: Arrived): void {
    const { call, inputs, outcome } = event;
    const context = this.#context;
    this.#stops.looked(context, event);
    if (call.kind === 'push') this.#pushed(event);
    if (call.kind === 'model') this.#asked(event, inputs[0] as SentQuestion, outcome as ModelAnswer);
    if (call.kind !== 'change') return;
    const sent = JSON.stringify(inputs.slice(0, -1));
    checkSecrets(context, `What ${call.runner} sent with ${call.name}`, sent);
    this.#effects.look(context, event);
    checkChange(context, event);
    if (call.name === 'createDraft')
      this.#circles.opened(context, (inputs[0] as { readonly branch: string }).branch);
  }

  #pushed(event: Arrived): void {
    const refs = landedRefs(event);
    const state = refs?.find(({ branch }) => branch === 'wakeful-state');
    if (refs === null) return;
    const context = this.#context;
    const after = commitAt(context.world, state?.commit);
    context.expect('I2', after !== undefined, () => `${event.call.runner} pushed a work branch alone.`);
    if (after === undefined) return;
    const before = commitAt(context.world, after.parents[0]);
    if (before === undefined && this.#read !== undefined) this.#forget(undefined);
    const push: LandedPush = { run: event.call.runner, refs, before, after };
    this.#harm.pushed(context, push);
    this.#stops.pushed(context, push);
    this.requests.pushed(context, push);
    checkTicks(context, push);
    this.#readState(after);
    if (!isAgentRun(push.run)) return;
    this.#lookAtPush(push);
  }

  #lookAtPush(push: LandedPush): void {
    const context = this.#context;
    checkHolders(context, push);
    checkAttempts(context, push);
    checkBranches(context, push, this.#persons.commits);
    checkPaths(context, push);
    checkSecretsPushed(context, push);
    this.#nonces.look(context, push);
    this.#money.look(context, push);
    this.#slots.look(context, push);
    this.#work.pushed(context, push);
    this.#effects.pushed(context, push);
    this.requests.checkRemoved(context, push);
  }

  /** Persons write lines and requests as well, between two pushes of runs. */
  #readState(after: MemoryCommit | undefined): void {
    this.#stops.saw(this.#context, after);
    if (after === undefined || after === this.#read) return;
    this.requests.saw(after);
    const lines = newLogLines(this.#context, this.#read, after);
    for (const id of this.#persons.logged(this.#context, lines)) this.requests.served(this.#context, id);
    this.#read = after;
  }

  /** From here on `now` is all that the agent can know of what was before. */
  #forget(now: MemoryCommit | undefined): void {
    this.#read = now;
    this.forgotten = this.#context.world.github.numbers.last;
    this.requests.forget(now);
    this.#persons.forget();
    this.#money.forget(this.#context, now);
    this.#slots.forget();
    this.#nonces.forget();
    this.#effects.forget();
  }

  #asked({ call, sentAt }: Arrived, { messages }: SentQuestion, answer: ModelAnswer): void {
    const context = this.#context;
    const run = call.runner;
    const tip = this.#tip;
    this.#stops.asked(context, run);
    this.#harm.asked(context, run);
    this.#work.asked(context, { run, sentAt }, this.#persons.commits);
    const lease = leaseOf(context, run);
    if (lease !== undefined)
      this.#circles.asked(context, { goal: lease.goal, run, takenAt: this.#work.takenAt(lease.nonce) });
    // What was sent before has been looked at before.
    for (const { role, content } of messages.slice(-8)) {
      checkSecrets(context, `What ${run} sent to the model`, content);
      if (role !== 'assistant') checkUnread(context, run, content);
    }
    this.#money.answered(context, run, answer, tip);
  }
}
