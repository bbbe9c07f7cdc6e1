import type { LogEntry, LogLevel } from '../../core/event.ts';

/** A line of the log with the number that it has in the file of its day. */
export interface PageLine extends LogEntry {
  /** From 1. */
  readonly number: number;
}

/** Lines are only ever appended to the file of a day, so a number stays that of the same line. */
export function numbered(entries: readonly LogEntry[]): readonly PageLine[] {
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const day = entry.ts.slice(0, 10);
    const number = (counts.get(day) ?? 0) + 1;
    counts.set(day, number);
    return { ...entry, number };
  });
}

/** `line-2026-11-30-17`: line 17 of `state/log/2026-11-30.jsonl`. */
export function lineId({ ts, number }: Pick<PageLine, 'ts' | 'number'>): string {
  return `line-${safeId(ts.slice(0, 10))}-${number}`;
}

export function runId(run: string): string {
  return `run-${safeId(run)}`;
}

export function goalPartId(goal: string): string {
  return `goal-${safeId(goal)}`;
}

export function draftId({
  draft,
  branch,
}: {
  readonly draft: number | null;
  readonly branch: string;
}): string {
  return `draft-${draft ?? safeId(branch)}`;
}

/** `slot-docs-2026-11-30T02:00Z`. */
export function slotId(goal: string, slot: string): string {
  return `slot-${safeId(goal)}-${minuteOf(slot)}`;
}

/** Some times are written with seconds and some without. */
export function minuteOf(time: string): string {
  const at = Date.parse(time);
  return Number.isNaN(at) ? safeId(time) : `${new Date(at).toISOString().slice(0, 16)}Z`;
}

/** Text of others as part of an id and of an address: no two texts give the same. */
function safeId(text: string): string {
  return text.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`);
}

/** What a line begins with, so that its colour is not all that tells. */
export const LEVEL_SIGNS: Readonly<Record<LogLevel, string>> = {
  debug: '',
  info: '',
  warn: 'Warning: ',
  error: 'Error: ',
};
