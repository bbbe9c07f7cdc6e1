import * as v from 'valibot';
import { utf8Length } from '../../core/text/bytes.ts';
import { cutText, lineRangeSteps } from '../../core/text/plain-text.ts';
import type { FileContent } from '../../ports.ts';
import { cutLines } from './cut.ts';
import { printPath } from './fence.ts';
import { filesOfGlob, folderAdvice } from './files-of-glob.ts';
import { MOST_RESULT_BYTES } from './result-room.ts';
import { type SearchFindings, searchFiles } from './search.ts';
import { littleLeft, MOST_LINES, showLines } from './shown-lines.ts';
import { defineTool, type Tool, type ToolContext, type ToolResult } from './tool.ts';

const MOST_MATCHES = 200;
const MOST_CONTEXT = 5;
/** Larger files have no text for the model. */
const LARGEST_TEXT = 2_000_000;
const MATCH_LENGTH = 200;

const lineNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const listFiles = defineTool({
  name: 'list_files',
  description: 'Paths of the files that match a glob such as docs/**/*.md; without one, of all.',
  parameters: v.strictObject({ pattern: v.optional(v.string()) }),
  access: null,
  effect: 'looks',
  doing: ({ pattern }) => `lists ${pattern ?? 'all files'}`,
  run: ({ pattern }, context) => list(pattern ?? '**', context),
});

async function list(pattern: string, context: ToolContext): Promise<ToolResult> {
  const found = await filesOfGlob(pattern, context);
  if (found.kind === 'problem') return { kind: 'error', reason: found.reason };
  const { files } = found;
  if (files.length === 0) {
    const advice = await folderAdvice(pattern, context);
    if (advice !== null) return { kind: 'done', text: `0 files match ${pattern}. ${advice}` };
  }
  // More than that do not fit in any case.
  const first = files.slice(0, MOST_RESULT_BYTES).map(({ path }) => printPath(path));
  const shown = cutLines(first, { bytes: context.room(), count: Number.POSITIVE_INFINITY });
  const more = files.length - shown.lines.length;
  const header = `${files.length} files match ${pattern}`;
  const cut = more > 0 ? `\n(cut: ${more} more; use a narrower pattern${littleLeft(context)})` : '';
  return { kind: 'done', text: `${header}\n${context.fence.around(shown.lines.join('\n'))}${cut}` };
}

const readFile = defineTool({
  name: 'read_file',
  description: `Text of a file with numbers before its lines ("12|"), or some of them; at most ${MOST_LINES} lines and 24 kB at once.`,
  parameters: v.strictObject({
    path: v.string(),
    from_line: v.optional(lineNumber),
    to_line: v.optional(lineNumber),
  }),
  access: 'read',
  effect: 'looks',
  doing: ({ path }) => `reads ${path}`,
  run: async ({ path, from_line, to_line }, context) => {
    const content = await context.tree.read(path);
    if (content.kind !== 'text') return { kind: 'error', reason: unreadable(path, content) };
    // Before lines are chosen and cut: half a secret is not recognised any more.
    const masked = await context.turns.mask(content.text, context.mask);
    const from = from_line ?? 1;
    const range = await context.turns.through(lineRangeSteps(masked, { from, count: MOST_LINES + 1 }));
    const bytes = utf8Length(content.text);
    return showLines({ name: path, ...range, from, to: to_line ?? null, bytes }, context);
  },
});

/** Without the empty rest after a last line break. */
export function wholeLines<T extends string>(lines: readonly T[]): readonly T[] {
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Why a file has no text to work with. */
export function unreadable(path: string, content: Exclude<FileContent, { kind: 'text' }>): string {
  switch (content.kind) {
    case 'missing':
      return `${path} does not exist.`;
    case 'binary':
      return content.bytes > LARGEST_TEXT
        ? `${path} has ${content.bytes} bytes; files of more than ${LARGEST_TEXT} are neither read nor changed.`
        : `${path} is a binary file of ${content.bytes} bytes, or text in an encoding that is not known.`;
    case 'lfs_pointer':
      return `${path} is kept in Git LFS.`;
    case 'symlink':
      return `${path} is a symbolic link.`;
    case 'submodule':
      return `${path} is a submodule.`;
  }
}

const search = defineTool({
  name: 'search',
  description: `Lines that a JavaScript regular expression matches, in all files or those of a glob; at most ${MOST_MATCHES} are shown, with up to ${MOST_CONTEXT} lines around each.`,
  parameters: v.strictObject({
    pattern: v.string(),
    glob: v.optional(v.string()),
    ignore_case: v.optional(v.boolean()),
    context: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MOST_CONTEXT))),
  }),
  access: null,
  effect: 'looks',
  doing: ({ pattern }) => `searches for ${cutText(pattern, 40)}`,
  run: async ({ pattern, glob = '**', ignore_case: isCaseIgnored = false, context: around = 0 }, context) => {
    const wanted = { pattern, glob, isCaseIgnored, around, most: MOST_MATCHES };
    const found = await searchFiles(wanted, context);
    if (found.kind === 'problem') return { kind: 'error', reason: found.reason };
    return showMatches(pattern, found, context);
  },
});

function showMatches(
  pattern: string,
  found: Extract<SearchFindings, { kind: 'found' }>,
  context: ToolContext,
): ToolResult {
  const lines = found.matches.map(({ path, line, text, isMatch }) => {
    const mark = isMatch ? ':' : '-';
    return `${printPath(path)}${mark}${line}${mark} ${cutText(text, MATCH_LENGTH)}`;
  });
  const shown = cutLines(lines, { bytes: context.room(), count: Number.POSITIVE_INFINITY });
  const count = found.matches.slice(0, shown.lines.length).filter(({ isMatch }) => isMatch).length;
  const header = `${found.count} matches of /${pattern}/ in ${found.files} files`;
  const reasons = [
    ...(count < found.count ? [`the first ${count} are shown${littleLeft(context)}`] : []),
    ...found.gaps,
  ];
  const cut = reasons.length > 0 ? `\n(cut: ${reasons.join('; ')})` : '';
  return { kind: 'done', text: `${header}\n${context.fence.around(shown.lines.join('\n'))}${cut}` };
}

export const READ_TOOLS: readonly Tool[] = [listFiles, readFile, search];
