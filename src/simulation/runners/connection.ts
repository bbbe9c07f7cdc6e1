import type { ModelAnswer, ModelProvider, PushOutcome, RefUpdate } from '../../ports.ts';
import type { VirtualTime } from '../time/virtual-time.ts';
import { CALL_KINDS, type PortName } from './call-kinds.ts';
import { type CallPlan, CUT_OFF, failureOf, type Network, type PortCall, timeoutOf } from './network.ts';
import type { Runner } from './runner.ts';

/** What happened to a call, for whoever watches. */
export type CallEvent =
  /** It was planned that something goes wrong with it. */
  | { readonly kind: 'disturbed'; readonly call: PortCall; readonly plan: CallPlan }
  /** The other side has carried it out, or refused it. */
  | {
      readonly kind: 'arrived';
      readonly call: PortCall;
      readonly inputs: readonly unknown[];
      readonly outcome: unknown;
      /** Milliseconds since 1970 UTC. */
      readonly sentAt: number;
    }
  | { readonly kind: 'thawed'; readonly runner: string };

interface PortRequest {
  /** The last one is the signal, but for what stays in the process. */
  readonly inputs: readonly unknown[];
  readonly act: () => Promise<unknown>;
}

interface Line {
  readonly time: VirtualTime;
  readonly network: Network;
  readonly watch: (event: CallEvent) => void;
  /** What the other side answers instead, e.g. that it has moved; null: nothing. */
  readonly turnedAway?: (call: PortCall) => Error | null;
}

/** Of a call that arrives although its caller has given up. */
const NEVER = new AbortController().signal;

/** How a runner reaches everything outside of it: each call takes its time, and may go wrong on its way. */
export class Connection {
  readonly #runner: Runner;
  readonly #line: Line;

  constructor(runner: Runner, line: Line) {
    this.#runner = runner;
    this.#line = line;
  }

  /** The same port, reached from the runner. */
  port<Port extends object>(name: PortName, port: Port): Port {
    const kinds: Readonly<Record<string, PortCall['kind'] | undefined>> = CALL_KINDS[name];
    return new Proxy(port, {
      get: (target, key) => {
        const member: unknown = Reflect.get(target, key);
        if (typeof member !== 'function') return member;
        const call = {
          runner: this.#runner.id,
          port: name,
          name: String(key),
          kind: kinds[String(key)] ?? 'local',
        };
        // What is on its way arrives, whatever becomes of its caller.
        const given = (inputs: readonly unknown[]) =>
          call.kind === 'local' ? inputs : [...inputs.slice(0, -1), NEVER];
        return (...inputs: readonly unknown[]) =>
          this.#call(call, { inputs, act: async () => Reflect.apply(member, target, given(inputs)) });
      },
    });
  }

  model(provider: ModelProvider): ModelProvider {
    const call = { runner: this.#runner.id, port: 'model', name: 'ask', kind: 'model' } as const;
    const open: ModelProvider['open'] = async (settings) => {
      const model = await provider.open(settings);
      return {
        ask: async (question, signal) => {
          const request = { inputs: [question, signal], act: () => model.ask(question, NEVER) };
          return (await this.#call(call, request)) as ModelAnswer;
        },
      };
    };
    return { ...provider, open };
  }

  #call(call: PortCall, request: PortRequest): Promise<unknown> {
    const { network, watch } = this.#line;
    if (this.#runner.state === 'frozen')
      return new Promise((go) => this.#runner.after(0, () => go(this.#call(call, request))));
    if (this.#runner.state !== 'running') return new Promise(() => {});
    const plan = network.plan(call);
    if (plan.fault !== null || plan.runner !== null) watch({ kind: 'disturbed', call, plan });
    if (plan.runner?.kind === 'killed_before') {
      this.#runner.kill();
      return new Promise(() => {});
    }
    if (plan.runner?.kind === 'frozen') this.#freeze(plan.runner.ms);
    if (plan.runner?.kind === 'clock_jump') this.#runner.jump(plan.runner.ms);
    if (plan.runner?.kind === 'frozen' && plan.runner.isBefore === true)
      return new Promise((go) => this.#runner.after(0, () => go(this.#carry(call, plan, request))));
    return this.#carry(call, plan, request);
  }

  #carry(call: PortCall, plan: CallPlan, request: PortRequest): Promise<unknown> {
    return call.kind === 'local' ? this.#stay(plan, request.act) : this.#send(call, plan, request);
  }

  #freeze(ms: number): void {
    const { time, watch } = this.#line;
    this.#runner.freeze();
    time.after(ms, () => {
      if (this.#runner.state !== 'frozen') return;
      watch({ kind: 'thawed', runner: this.#runner.id });
      this.#runner.thaw();
    });
  }

  /** What stays in the process takes no time. */
  async #stay(plan: CallPlan, act: () => Promise<unknown>): Promise<unknown> {
    const result = await act();
    if (plan.runner === null) return result;
    if (plan.runner.kind === 'killed_after') this.#runner.kill();
    return new Promise((go) => this.#runner.after(0, () => go(result)));
  }

  #send(call: PortCall, plan: CallPlan, { inputs, act }: PortRequest): Promise<unknown> {
    const { time, watch } = this.#line;
    const signal = inputs.at(-1) as AbortSignal;
    return new Promise((resolve, reject) => {
      const stop = (): void => (call.kind === 'push' ? resolve(CUT_OFF) : reject(signal.reason));
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
      const answer = (ms: number, value: () => unknown): void => {
        this.#runner.after(ms, () => {
          signal.removeEventListener('abort', stop);
          try {
            resolve(value());
          } catch (reason) {
            reject(reason);
          }
        });
      };
      const { fault, there, back } = plan;
      const sentAt = time.now();
      const fail = (): unknown => failureOf(call, fault ?? 'lost', inputs);
      if (fault === 'lost') return answer(timeoutOf(call), fail);
      if (fault === 'outage' || fault === 'rate_limited' || fault === 'refused')
        return answer(there + back, fail);
      const arrive = async (): Promise<void> => {
        const away = this.#line.turnedAway?.(call) ?? null;
        if (away !== null) return answer(back, () => valueIn({ isDone: false, value: away }));
        const outcome = await settled(act);
        watch({ kind: 'arrived', call, inputs, outcome: outcome.value, sentAt });
        if (plan.runner?.kind === 'killed_after') return this.#runner.kill();
        const wait = fault === 'late' ? Math.max(0, timeoutOf(call) - there) : back;
        answer(wait, fault === null ? () => valueIn(outcome) : fail);
      };
      time.after(there, () => void arrive());
    });
  }
}

type Settled = { readonly isDone: boolean; readonly value: unknown };

async function settled(act: () => Promise<unknown>): Promise<Settled> {
  try {
    return { isDone: true, value: await act() };
  } catch (value) {
    return { isDone: false, value };
  }
}

function valueIn({ isDone, value }: Settled): unknown {
  if (isDone) return value;
  throw value;
}

/** Branches that a push has moved; null: it was no push, or was refused. */
export function landedRefs(
  event: Extract<CallEvent, { readonly kind: 'arrived' }>,
): readonly RefUpdate[] | null {
  if (event.call.kind !== 'push') return null;
  return (event.outcome as PushOutcome).kind === 'landed' ? (event.inputs[0] as readonly RefUpdate[]) : null;
}
