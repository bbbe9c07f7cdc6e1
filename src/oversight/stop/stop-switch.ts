import type { Mask } from '../../core/access/mask.ts';
import { isServed, withServed } from '../../core/health/served-comment.ts';
import { recordStops, withoutDisabled } from '../../core/health/stop-record.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import { oneLine, REASON_LENGTH } from '../../core/request.ts';
import type { State, StopRecord } from '../../core/state.ts';
import { fixed, type Masked } from '../../core/text/masked.ts';
import { isoTime } from '../../core/time.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { STOP_FILE } from '../../ledger/read-state.ts';
import { STOP_TEXTS } from '../../report/oversight/stop-texts.ts';
import { type CommandAnswer, type PersonContext, REPEATED } from '../command-context.ts';
import {
  anotherStop,
  nothingSet,
  openForStop,
  type ResumeAnswer,
  removeStopAlone,
  setStopAlone,
  stopRemoved,
} from './stop-file.ts';

export interface StopOrder {
  readonly reason: string;
  /** Login of the person. */
  readonly by: string;
  /** Workflows that are about to be disabled with it: written down first, so that a resume knows. */
  readonly disables?: readonly string[];
}

export interface StopAnswer extends CommandAnswer {
  /** As it is written: masked, one line, cut. */
  readonly reason: Masked;
  /** Knows the settings' own patterns; missing: they were not read. */
  readonly mask?: Mask;
}

/** Puts `state/STOP` on the state branch: a running wake sees it within 15 s or one step. */
export async function setStop(context: PersonContext, stop: StopOrder): Promise<StopAnswer> {
  const asked = oneLine(stop.reason, REASON_LENGTH);
  if (asked === '') return { isDone: false, detail: STOP_TEXTS.needsReason, reason: fixed('') };
  const opened = await openForStop(context, stop.by);
  const { mask } = opened.facts;
  const reason = mask.mask(asked);
  if (opened.kind === 'unreadable') return { ...(await setStopAlone(context, opened, reason)), reason, mask };
  const { ledger } = opened;
  const isSet = (state: State) => isWritten(state, reason, stop.disables ?? []);
  if (isServed(ledger.state.status, context.source)) return { ...REPEATED, reason };
  if (isSet(ledger.state)) return { isDone: true, detail: STOP_TEXTS.file.setAlready(reason), reason, mask };
  const at = isoTime(context.world.clock.now());
  await write(context, ledger, {
    apply: (state) => stopped(state, { reason, at, disables: stop.disables ?? [] }),
    isIn: isSet,
    what: `stop: ${reason}`,
    line:
      ledger.state.stop?.trim() === reason
        ? null
        : { event: 'stop_set', where: STOP_FILE, reason, by: stop.by },
  });
  return { isDone: true, detail: STOP_TEXTS.file.set(reason), reason, mask };
}

function isWritten(state: State, reason: string, disables: readonly string[]): boolean {
  const known = state.status.stop?.disabled ?? [];
  return state.stop?.trim() === reason && disables.every((workflow) => known.includes(workflow));
}

function stopped(
  state: State,
  {
    reason,
    at,
    disables,
  }: { readonly reason: string; readonly at: string; readonly disables: readonly string[] },
): State {
  const variable = state.status.stop?.variable ?? null;
  const recorded = recordStops({ ...state, stop: `${reason}\n` }, { variable, at });
  const { stop } = recorded.status;
  if (stop === null || disables.length === 0) return recorded;
  const disabled = [...new Set([...(stop.disabled ?? []), ...disables])];
  return { ...recorded, status: { ...recorded.status, stop: { ...stop, disabled } } };
}

/** What turned out differently than the stop had written down, or was done after it. */
export interface StopFollowUp {
  /** The variable that was set with it; null: it was not. */
  readonly variable: string | null;
  /** Workflows that could not be disabled. */
  readonly notDisabled: readonly string[];
}

/** Corrects the record of a stop that is still the same. Loses to everybody: what it would say is nobody's safety. */
export async function followUp(
  context: PersonContext,
  stop: Pick<StopOrder, 'reason' | 'by'>,
  then: StopFollowUp,
) {
  const opened = await openForStop(context, stop.by);
  if (opened.kind === 'unreadable') return;
  const at = isoTime(context.world.clock.now());
  const isSame = (state: State) => state.stop?.trim() === stop.reason;
  const corrected = (state: State) => {
    const variable = then.variable ?? state.status.stop?.variable ?? null;
    return recordStops(withoutDisabled(state, then.notDisabled), { variable, at });
  };
  // The commit before has served the command already: that says nothing of this one.
  const { source: _, ...rest } = context;
  await write(rest, opened.ledger, {
    apply: (state) => (isSame(state) ? corrected(state) : 'stale'),
    isIn: (state) => !isSame(state) || corrected(state) === state,
    what: STOP_TEXTS.recordStop,
    line: null,
  });
}

export interface ResumeOrder {
  readonly by: string;
  /** What the variable says after it was looked at: null: it is not set. Undefined: nobody could look. */
  readonly variable?: string | null;
  /** Workflows that were enabled again. */
  readonly enabled?: readonly string[];
  /** The text of `state/STOP` that the resume is meant for. Undefined: what stands there now. */
  readonly seen?: string | null;
}

/** Removes the stop that it saw, and no other one that came in between. */
export async function removeStop(context: PersonContext, resume: ResumeOrder): Promise<ResumeAnswer> {
  const opened = await openForStop(context, resume.by);
  if (opened.kind === 'unreadable') return removeStopAlone(context, opened);
  const { ledger, facts } = opened;
  const { state } = ledger;
  if (isServed(state.status, context.source)) return { ...REPEATED, outcome: 'unchanged' };
  const at = isoTime(context.world.clock.now());
  const resumed = (before: State) => {
    const unset = before.stop === null ? before : { ...before, stop: null };
    const enabled = withoutDisabled(unset, resume.enabled ?? []);
    return recordStops(enabled, { variable: variableAfter(before, resume, facts.mask), at });
  };
  const { seen = state.stop } = resume;
  if (state.stop !== seen) return anotherStop();
  const over = whatEnds(state, resumed(state).status.stop);
  if (over === null) return nothingSet();
  const outcome = await write(context, ledger, {
    apply: (now) => (now.stop === seen ? resumed(now) : 'stale'),
    isIn: (now) => resumed(now) === now,
    what: 'resume',
    line: { event: 'stop_removed', what: { kind: 'over', reason: over, by: resume.by } },
  });
  return outcome === 'stale' ? anotherStop() : stopRemoved(seen);
}

/** As it may be written down; null: it is not set. What nobody could look at stays as it was seen last. */
function variableAfter({ status }: State, { variable }: ResumeOrder, mask: Mask): string | null {
  if (variable === undefined) return status.stop?.variable ?? null;
  return variable === null ? null : mask.mask(oneLine(variable, REASON_LENGTH));
}

/** The words of what a resume takes away; null: it takes nothing away. */
function whatEnds({ stop, status }: State, after: StopRecord | null): string | null {
  if (stop !== null) return stop.trim();
  return status.stop !== null && after === null ? status.stop.reason : null;
}

interface Writing {
  readonly apply: (state: State) => State | 'stale';
  readonly isIn: (state: State) => boolean;
  /** For the commit message. */
  readonly what: string;
  readonly line: LogEvent | null;
}

/** One commit, which remembers what asked for it. */
async function write(context: PersonContext, ledger: Ledger, { apply, isIn, what, line }: Writing) {
  const { source, signal } = context;
  const outcome = await ledger.commit(
    {
      apply: (state) => {
        const after = apply(state);
        return after === 'stale' ? 'stale' : withServed(after, source);
      },
      isIn: (state) => (source === undefined ? isIn(state) : isServed(state.status, source)),
      describe: () => ({ goal: null, what, epoch: null, step: null }),
      events: () => (line === null ? [] : [line]),
    },
    signal,
  );
  return outcome.kind;
}
