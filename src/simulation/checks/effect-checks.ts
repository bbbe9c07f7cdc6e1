import { ALLOWED_LABEL } from '../play/repository.ts';
import type { SimulationEvent } from '../runs/simulation-event.ts';
import { alertsIn, checkpointIn, leasesIn, type RawLease } from '../world/raw-state.ts';
import { type CheckContext, commitAt, isAgentRun, type LandedPush } from './observed.ts';

type Arrived = Extract<SimulationEvent, { readonly kind: 'arrived' }>;

/** How long one request to GitHub may take at most. */
const REQUEST_MS = 5_000;

/** The hidden last line of a text; null: it has none. */
export function markerIn(text: string): string | null {
  const found = /<!-- wakeful: (\S+) -->\s*$/.exec(text)?.[1];
  return found === undefined ? null : decodeURIComponent(found);
}

interface SentText {
  readonly body?: string;
  readonly branch?: string;
}

interface SeenEffect {
  readonly context: CheckContext;
  readonly event: Arrived;
  /** The run holds a lock, whose time is not up. */
  readonly holds: boolean;
  readonly first: unknown;
  readonly second: unknown;
}

/** What runs change on GitHub: in their lock's time, once, and nowhere but where it is theirs to change. */
export class EffectChecks {
  /** Requests of a run that arrived when its lock was over, or nearly. */
  readonly #late = new Map<string, number>();
  readonly #comments = new Set<string>();
  readonly #opened = new Set<string>();
  /** Goals whose alert about stuck tasks a run has closed, by the run. */
  readonly #closed = new Map<string, string>();
  /** Branches of drafts that the agent has opened. */
  readonly #drafts = new Set<string>();

  readonly #lookers: Readonly<Record<string, (seen: SeenEffect) => void>> = {
    createDraft: (seen) => this.#drafted(seen),
    updateDraft: (seen) => this.#changed(seen),
    closeDraft: (seen) => this.#changed(seen),
    comment: (seen) => this.#commented(seen),
    open: (seen) => this.#once(seen, this.#opened, (seen.first as SentText).body ?? ''),
    label: (seen) => this.#labelled(seen),
    openAlertIssue: (seen) => this.#alerted(seen),
    closeAlertIssue: (seen) => this.#alertClosed(seen),
  };

  /** The state was put back, so that the agent does not know what it did since. */
  forget(): void {
    this.#drafts.clear();
    this.#comments.clear();
    this.#opened.clear();
  }

  look(context: CheckContext, event: Arrived): void {
    const { call, inputs, outcome } = event;
    if (!isAgentRun(call.runner) || outcome instanceof Error) return;
    const holds = this.#lookAtTime(context, event);
    this.#lookers[call.name]?.({ context, event, holds, first: inputs[0], second: inputs[1] });
  }

  /** I2: but for one that was on its way already, no request arrives once the lock is over. */
  #lookAtTime(context: CheckContext, { call, inputs, sentAt }: Arrived): boolean {
    const lease = leaseOf(context, call.runner);
    if (isAboutState(call.name, inputs)) return true;
    const run = context.world.runs.find(({ runner }) => runner.id === call.runner)?.runner;
    const left = (lease?.expires ?? 0) - sentAt - (run?.ahead ?? 0);
    const isInTime = lease !== undefined && left >= REQUEST_MS;
    const late = (this.#late.get(call.runner) ?? 0) + (isInTime ? 0 : 1);
    this.#late.set(call.runner, late);
    context.expect(
      'I2',
      late <= 1,
      () => `${call.runner} sent ${call.name} when its lock was over, and not for the first time.`,
    );
    return isInTime;
  }

  #drafted({ context, event, first, holds }: SeenEffect): void {
    const { branch = '' } = first as SentText;
    // What was on its way when the lock was lost is closed by the next run.
    const isNew = !holds || !this.#drafts.has(branch);
    this.#drafts.add(branch);
    context.expect('I6', isNew, () => `${event.call.runner} opened a second draft of ${branch}.`);
  }

  /** I10: what others have opened is theirs. */
  #changed({ context: { world, expect }, event: { call }, first: number }: SeenEffect): void {
    const draft = world.github.drafts.find((each) => each.number === number);
    const isOwn = draft?.openedBy === 'agent';
    expect('I10', isOwn, () => `${call.runner} did ${call.name} to #${number}, which is not the agent's.`);
  }

  #commented(seen: SeenEffect): void {
    const { context, event, first: number, second } = seen;
    const body = String(second);
    const about = /Looked at issue number (\d+)/.exec(body)?.[1];
    const isOwn = about !== undefined && Number(about) === number;
    const { runner } = event.call;
    context.expect('I10', isOwn, () => `${runner} commented on #${number}, and its task is #${about}.`);
    this.#once(seen, this.#comments, body);
  }

  /** I7: what was done once is not done again, under the same marker. */
  #once({ context: { expect }, event, holds }: SeenEffect, known: Set<string>, text: string): void {
    const marker = markerIn(text);
    const { runner, name } = event.call;
    expect('I10', marker !== null, () => `${runner} did ${name} without a marker.`);
    if (marker === null) return;
    expect('I7', !(holds && known.has(marker)), () => `${runner} did ${name} twice for ${marker}.`);
    known.add(marker);
  }

  #labelled({ context: { expect }, event: { call }, second }: SeenEffect): void {
    const other = (second as readonly string[]).find((label) => label !== ALLOWED_LABEL);
    expect('I10', other === undefined, () => `${call.runner} set the label ${other}, which no goal may set.`);
  }

  /** I6: one issue for each goal and cause. */
  #alerted({ context: { world, expect }, event: { call }, holds, first }: SeenEffect): void {
    const marker = markerIn((first as SentText).body ?? '');
    const same = world.github.issues.filter(
      ({ state, body }) => state === 'open' && markerIn(body) === marker,
    );
    // The alert about the state branch has no lock, so two runs at once may open it.
    const isOne = same.length <= 1 || !holds || marker?.endsWith('/bad_state_file');
    expect('I6', isOne === true, () => `${call.runner} opened a second issue about ${marker}.`);
  }

  #alertClosed({ context: { world }, event: { call }, first: number }: SeenEffect): void {
    const issue = world.github.issues.find((each) => each.number === number);
    const goal = /([^/]+)\/item_stuck$/.exec(markerIn(issue?.body ?? '') ?? '')?.[1];
    if (goal !== undefined) this.#closed.set(call.runner, goal);
  }

  /** I8: what was stuck and is tried again is not over, so its alert stays. The push behind a request says what it was for. */
  pushed({ expect }: CheckContext, { run, before, after }: LandedPush): void {
    const goal = this.#closed.get(run);
    if (goal === undefined) return;
    this.#closed.delete(run);
    // Where the state was put back to before the alert, nobody knows of it any more.
    if (!alertsIn(before).has(`${goal}/item_stuck`)) return;
    const checkpoint = checkpointIn(after, goal);
    const tried = [...(checkpoint?.items ?? [])].find(
      ([key, { status, isLifted }]) => status === 'open' && isLifted && checkpoint?.queued.has(key),
    );
    expect(
      'I8',
      tried === undefined,
      () => `The alert about stuck tasks of ${goal} is closed while ${tried?.[0]} is tried again.`,
    );
  }
}

/** The lock that a run works under, by the state branch as it is now. An older one may be left of a push without an answer. */
export function leaseOf({ world }: CheckContext, run: string): HeldLease | undefined {
  const tip = commitAt(world, world.remote.branches.get('wakeful-state'));
  const held = [...leasesIn(tip)].map(([goal, lease]) => ({ ...lease, goal }));
  return held.filter(({ wake }) => wake === run).toSorted((one, other) => other.epoch - one.epoch)[0];
}

interface HeldLease extends RawLease {
  readonly goal: string;
}

/** The alert about the state branch itself is told without a lock: there is none that could be read. */
function isAboutState(name: string, [first]: readonly unknown[]): boolean {
  if (name === 'closeAlertIssue') return true;
  if (name === 'openAlertIssue') return /bad_state_file/.test((first as SentText).body ?? '');
  return name === 'updateAlertIssue';
}
