import { type Box, isTickOf, tickedBoxes, tickId } from '../core/health/box.ts';
import type { BoxAnswer, Status } from '../core/status.ts';
import { isoTime } from '../core/time.ts';
import type { OwnIssue } from '../ports.ts';
import { BOX_TEXTS } from '../report/oversight/box-texts.ts';
import { timeOf } from '../report/status/dashboard-text.ts';

/** The job that serves a tick has ended long before. */
const SERVED_WITHIN_MS = 15 * 60_000;
/** So far the clocks of GitHub and of a runner may differ. */
const SKEW_MS = 2 * 60_000;

export interface TickFate {
  /** Their job is on its way: they keep their tick. */
  readonly waiting: readonly Box[];
  /** Their job has not come: they lose it, and the answer says so. */
  readonly lost: readonly BoxAnswer[];
}

/** What has become of the boxes that are ticked in an issue. */
export function ticksIn(seen: OwnIssue, { ticks = [], dashboard }: Status, now: number): TickFate {
  const served = [...ticks, ...(dashboard?.answers ?? []).map(({ tick }) => tick)];
  const written = timeOf(seen.body);
  const since = written === null ? '' : isoTime(Date.parse(written) - SKEW_MS);
  // A job that died behind the command has left its tick.
  const open = tickedBoxes(seen.body).filter((box) => !served.some((id) => isTickOf(id, box, since)));
  const isLate = now - Date.parse(seen.updatedAt) > SERVED_WITHIN_MS;
  return isLate
    ? { waiting: [], lost: open.map((box) => lostAnswer(box, seen.updatedAt)) }
    : { waiting: open, lost: [] };
}

function lostAnswer(box: Box, at: string): BoxAnswer {
  const by = BOX_TEXTS.somebody;
  return { tick: tickId({ at, by, box }), at, by, ...box, is_done: false, said: BOX_TEXTS.lost };
}
