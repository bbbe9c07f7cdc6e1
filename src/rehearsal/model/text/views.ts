import type { Conversation, ConversationStep } from './conversation.ts';
import { readPath } from './tool-results.ts';
import { type ToolUse, type Turn, use } from './turn.ts';

/** What `list_files` said. `isComplete` is false when more files match than were listed. */
export interface Listing {
  readonly files: readonly string[];
  readonly isComplete: boolean;
}

/** Null: not asked yet. A refused listing is empty and incomplete. */
export function listing(conversation: Conversation, pattern: string): Listing | null {
  const step = conversation.steps.find(
    (made) => made.tool === 'list_files' && made.input['pattern'] === pattern,
  );
  if (step === undefined) return null;
  if (step.result.kind !== 'data') return { files: [], isComplete: false };
  const files = step.result.body === '' ? [] : step.result.body.split('\n').map(readPath);
  const total = Number.parseInt(step.result.header, 10);
  return { files, isComplete: !step.result.isCut && !(total > files.length) };
}

/** What is known of a file's text: its lines from the first one on, without a gap. */
export type FileView =
  | { readonly kind: 'unread' }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'text';
      readonly lines: readonly string[];
      /** The lines with single line feeds between them. */
      readonly text: string;
      /** With the file's own line ends. */
      readonly raw: string;
      readonly isComplete: boolean;
      /** Lines of the whole file. */
      readonly total: number;
      /** How many lines the first reading brought: as many as fit, so later ones ask for that many. */
      readonly firstPart: number;
    };

/** As the file stood before the scripted model changed it: a script reads before it writes. */
export function fileView(conversation: Conversation, path: string): FileView {
  const reads = conversation.steps.filter((step) => step.tool === 'read_file' && step.input['path'] === path);
  if (reads.length === 0) return { kind: 'unread' };
  const parts: ViewPart[] = [];
  for (const step of reads) {
    if (step.result.kind === 'failed') return { kind: 'failed', reason: step.result.reason };
    const part = readPart(step);
    if (part === null) return { kind: 'failed', reason: 'the answer could not be understood' };
    parts.push(part);
  }
  const lines: string[] = [];
  for (const part of parts.sort((a, b) => a.from - b.from)) {
    if (part.from <= lines.length + 1) lines.push(...part.lines.slice(lines.length + 1 - part.from));
  }
  const plain = lines.map((line) => line.replace(/\r$/, ''));
  const total = parts[0]?.total ?? 0;
  const firstPart = parts[0]?.lines.length ?? 0;
  return {
    kind: 'text',
    lines: plain,
    text: plain.join('\n'),
    raw: lines.join('\n'),
    isComplete: lines.length >= total,
    total,
    firstPart,
  };
}

interface ViewPart {
  readonly from: number;
  readonly total: number;
  readonly lines: readonly string[];
}

function readPart(step: ConversationStep): ViewPart | null {
  if (step.result.kind !== 'data') return null;
  const [, from, to, total] = /, lines (\d+)-(\d+) of (\d+)(?:, \d+ bytes)?$/.exec(step.result.header) ?? [];
  if (from === undefined) return null;
  const count = Math.max(0, Math.min(Number(to) - Number(from) + 1, Number(total)));
  const lines = step.result.body
    .split('\n')
    .slice(0, count)
    .map((line) => line.replace(/^\d+\|/, ''));
  return { from: Math.max(1, Number(from)), total: Number(total), lines };
}

/** Tool calls per answer: enough to be quick, few enough to keep each prompt small. */
const BATCH = 30;

/** The next calls that read these files on, up to `maxLines` of each; null: nothing is left to read. */
export function readOn(conversation: Conversation, paths: readonly string[], maxLines: number): Turn | null {
  const calls = [...new Set(paths)].flatMap((path) => nextRead(conversation, path, maxLines)).slice(0, BATCH);
  if (calls.length === 0) return null;
  return { say: `Reads ${calls.map((call) => call.input['path']).join(', ')}.`, calls };
}

function nextRead(conversation: Conversation, path: string, maxLines: number): readonly ToolUse[] {
  const view = fileView(conversation, path);
  if (view.kind === 'unread') return [use('read_file', { path, from_line: 1, to_line: maxLines })];
  if (view.kind === 'failed' || view.isComplete) return [];
  const calls: ToolUse[] = [];
  const end = Math.min(view.total, maxLines);
  for (let from = view.lines.length + 1; from <= end; from += Math.max(1, view.firstPart)) {
    calls.push(
      use('read_file', { path, from_line: from, to_line: Math.min(end, from + view.firstPart - 1) }),
    );
  }
  // A page that brought nothing new would bring nothing the second time.
  return calls.filter((call) => !wasMade(conversation, call));
}

function wasMade(conversation: Conversation, call: ToolUse): boolean {
  const input = JSON.stringify(call.input);
  return conversation.steps.some((step) => step.tool === call.tool && JSON.stringify(step.input) === input);
}
