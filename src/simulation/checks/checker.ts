import type { ModelAnswer } from '../../ports.ts';
import type { SimulatedRepository } from '../play/repository.ts';
import { landedRefs } from '../runners/connection.ts';
import type { SimulatedWorld } from '../runs/simulated-world.ts';
import type { SimulationEvent } from '../runs/simulation-event.ts';
import type { MemoryCommit } from '../world/memory-remote.ts';
import { checkPaths, checkSecrets, checkSecretsPushed, newLogLines } from './content-checks.ts';
import { BudgetCheck, SlotCheck } from './count-checks.ts';
import { checkAttempts, checkBranches, checkHolders, NonceCheck } from './lease-checks.ts';
import {
  type CheckContext,
  commitAt,
  INVARIANTS,
  type InvariantBreach,
  type InvariantName,
  type LandedPush,
} from './observed.ts';
import { PersonChecks } from './person-checks.ts';

type Arrived = Extract<SimulationEvent, { readonly kind: 'arrived' }>;

/** What of a question is looked at. */
interface SentQuestion {
  readonly messages: readonly { readonly content: string }[];
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
  readonly persons = new PersonChecks();
  readonly budget = new BudgetCheck();
  readonly #slots = new SlotCheck();
  readonly #nonces = new NonceCheck();
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

  #look(event: SimulationEvent): void {
    if (event.kind === 'person') this.persons.acted(this.#context, event);
    if (event.kind === 'arrived') this.#arrived(event);
    if (event.kind !== 'run_ended') return;
    const { run, ending, detail } = event;
    this.expect('no defect', ending !== 'unexpected', () => `${run} met a defect of its own: ${detail}`);
  }

  #arrived(event: Arrived): void {
    const { call, inputs, outcome } = event;
    if (call.kind === 'push') this.#pushed(event);
    if (call.kind === 'model') this.#asked(call.runner, inputs[0] as SentQuestion, outcome as ModelAnswer);
    if (call.kind !== 'change') return;
    checkSecrets(
      this.#context,
      `What ${call.runner} sent with ${call.name}`,
      JSON.stringify(inputs.slice(0, -1)),
    );
    if (call.name === 'createDraft') this.#opened(call.runner, inputs[0] as { readonly branch: string });
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
    const push: LandedPush = { run: event.call.runner, refs, before, after };
    checkHolders(context, push);
    checkAttempts(context, push);
    checkBranches(context, push, this.persons.commits);
    checkPaths(context, push);
    checkSecretsPushed(context, push);
    this.#nonces.look(context, push);
    this.budget.look(context, push);
    this.#slots.look(context, push);
    this.#readLog(after);
  }

  /** Persons write lines as well, between two pushes of runs. */
  #readLog(after: MemoryCommit): void {
    this.persons.logged(this.#context, newLogLines(this.#context, this.#read, after));
    this.#read = after;
  }

  /** Reads what persons have written last. */
  end(): void {
    const { world } = this.#context;
    const tip = commitAt(world, world.remote.branches.get('wakeful-state'));
    if (tip !== undefined) this.#readLog(tip);
  }

  #asked(run: string, { messages }: SentQuestion, answer: ModelAnswer): void {
    const context = this.#context;
    this.persons.asked(context, run);
    // What was sent before has been looked at before.
    for (const { content } of messages.slice(-8))
      checkSecrets(context, `What ${run} sent to the model`, content);
    const tip = context.world.remote.branches.get('wakeful-state');
    this.budget.answered(context, answer, commitAt(context.world, tip));
  }

  /** I6: a branch has one open draft, and so has each task in each generation. */
  #opened(run: string, { branch }: { readonly branch: string }): void {
    const context = this.#context;
    const open = context.world.github.drafts.filter((draft) => draft.state === 'open');
    const same = open.filter((draft) => draft.branch === branch);
    context.expect('I6', same.length <= 1, () => `${run} opened a second draft of ${branch}.`);
    this.persons.opened(context, run, branch);
  }
}
