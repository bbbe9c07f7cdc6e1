import type { Conversation } from './conversation.ts';
import { callBytes, type ToolUse, type Turn, use } from './turn.ts';

/** A file as it was read, with its own line ends (null: there was none), and as it should be, with single line feeds. */
export interface WantedChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

export type ChangeStep =
  | { readonly kind: 'turn'; readonly turn: Turn }
  | { readonly kind: 'done'; readonly hasChanged: boolean }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The next step from what the file holds now towards what it should hold. A text that does not fit into one answer
 * is written in parts. A refusal is final: the same write would be refused again.
 */
export function changeFile(conversation: Conversation, wanted: WantedChange): ChangeStep {
  const writes = conversation.steps.filter(
    (step) => (step.tool === 'write_file' || step.tool === 'edit_file') && step.input['path'] === wanted.path,
  );
  let now = wanted.before === null ? null : withoutEnd(wanted.before);
  for (const { result, input } of writes) {
    if (result.kind === 'failed') return { kind: 'refused', reason: result.reason };
    now = withoutEnd(applied(now ?? '', input));
  }
  const after = withoutEnd(likeBefore(wanted.before, withoutEnd(wanted.after)));
  if (now === after) return { kind: 'done', hasChanged: writes.length > 0 };
  const calls = writesTowards({ path: wanted.path, before: now, after }, conversation.answerBytes);
  return { kind: 'turn', turn: { say: `Writes ${wanted.path}.`, calls } };
}

function withoutEnd(text: string): string {
  return text.replace(/[\r\n]+$/, '');
}

/** The new text with the line ends of the old one: untouched lines keep theirs, new ones get what most have. */
function likeBefore(before: string | null, after: string): string {
  if (before === null || !before.includes('\r\n')) return after;
  const end = before.split('\r\n').length * 2 > before.split('\n').length ? '\r' : '';
  const old = withoutEnd(before).split('\n');
  const fresh = after.split('\n');
  const { start, end: tail } = differing(
    old.map((line) => line.replace(/\r$/, '')),
    fresh,
  );
  const middle = fresh.slice(start, fresh.length - tail).map((line) => line + end);
  const last = old.length - 1;
  const kept = old.map((line, index) => (index === last ? line + end : line));
  return [...kept.slice(0, start), ...middle, ...kept.slice(old.length - tail)].join('\n');
}

function applied(text: string, input: Readonly<Record<string, unknown>>): string {
  if (typeof input['text'] === 'string') return input['text'];
  const old = String(input['old']);
  const at = text.indexOf(old);
  return at < 0 ? text : text.slice(0, at) + String(input['new']) + text.slice(at + old.length);
}

/** Lines that are added at several places are an edit each, as many as one answer has room for: what lies between is not sent. */
function writesTowards(change: WantedChange, maxBytes: number): readonly ToolUse[] {
  const calls: ToolUse[] = [];
  let room = maxBytes;
  let now = change.before;
  for (const after of additions(change)) {
    const call = writeCall({ ...change, before: now, after });
    room -= callBytes(call);
    if (room < 0) break;
    calls.push(call);
    now = after;
  }
  return calls.length > 0 ? calls : [writeTowards(change, maxBytes)];
}

/** The text after each further run of lines that is new; none: lines are changed or missing, or all new ones stand together. */
function additions({ before, after }: WantedChange): readonly string[] {
  if (before === null || before === '') return [];
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const runs: { readonly from: number; readonly lines: string[] }[] = [];
  let at = 0;
  for (const line of fresh) {
    if (line === old[at]) at += 1;
    else if (runs.at(-1)?.from === at) runs.at(-1)?.lines.push(line);
    else runs.push({ from: at, lines: [line] });
  }
  if (at < old.length || runs.length < 2) return [];
  return runs.map((_, last) => {
    const shown = runs.slice(0, last + 1).toReversed();
    return shown.reduce((lines, { from, lines: more }) => lines.toSpliced(from, 0, ...more), old).join('\n');
  });
}

function writeTowards(change: WantedChange, maxBytes: number): ToolUse {
  for (let share = 1; ; share /= 2) {
    const target = partWay(change, share);
    const call = writeCall({ ...change, after: target });
    if (callBytes(call) <= maxBytes || share < 0.01) return call;
  }
}

function writeCall({ path, before, after }: WantedChange): ToolUse {
  if (before === null || before === '') return use('write_file', { path, text: `${after}\n` });
  return use('edit_file', { path, ...smallestEdit(before, after) });
}

/** Only a share of the new lines, put before the old ones that they will replace: each part brings the text nearer. */
function partWay({ before, after }: WantedChange, share: number): string {
  if (share === 1) return after;
  const old = (before ?? '').split('\n');
  const fresh = after.split('\n');
  const span = differing(old, fresh);
  const middle = fresh.slice(span.start, fresh.length - span.end);
  let length = Math.max(1, Math.floor(middle.length * share));
  // An empty last line could not be told from the end of the file.
  while (length < middle.length && middle[length - 1]?.trim() === '') length += 1;
  const part = middle.slice(0, length);
  return [...old.slice(0, span.start), ...part, ...old.slice(before === null ? old.length : span.start)].join(
    '\n',
  );
}

function differing(
  old: readonly string[],
  fresh: readonly string[],
): { readonly start: number; readonly end: number } {
  const shorter = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shorter && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  return { start, end };
}

/** The fewest whole lines that hold the difference, with as many around them as make them unique. */
function smallestEdit(before: string, after: string): { readonly old: string; readonly new: string } {
  const old = before.split('\n');
  const fresh = after.split('\n');
  let { start, end } = differing(old, fresh);
  const piece = (lines: readonly string[]) => lines.slice(start, lines.length - end).join('\n');
  while (start > 0 || end > 0) {
    const text = piece(old);
    if (text.trim() !== '' && before.split(text).length === 2) break;
    if (start > 0) start -= 1;
    if (end > 0) end -= 1;
  }
  return { old: piece(old), new: piece(fresh) };
}
