import { changeFile } from '../text/change.ts';
import { type CodeComment, isCode, MARKERS, readComment } from '../text/comments.ts';
import type { Conversation } from '../text/conversation.ts';
import { encodePath, folderOf, relativePath } from '../text/links.ts';
import { comparePaths, counted, oneLine, pathIsOneOf, pathNamed } from '../text/objective.ts';
import { finish, giveUp, giveUpRefused, type ToolUse, type Turn, use } from '../text/turn.ts';
import { fileView, listing, readOn, searched, type ViewMatch } from '../text/views.ts';

const DIGEST_LINES = 5_000;
/** Searches that were cut are repeated folder by folder, this deep. */
const DEEPEST_FOLDER = 4;
const SEARCHES_PER_TURN = 10;

export function isTodoDigest(objective: string): boolean {
  return /digest of the (?:TODO|FIXME|XXX|HACK)\b.* comments/.test(oneLine(objective));
}

/** Searches for the markers, reads the digest as it stands, writes the new one when it differs. */
export function todoDigest(conversation: Conversation): Turn {
  const { objective } = conversation.assignment;
  const digest = pathNamed(objective, '.md') ?? 'docs/todo.md';
  const found = listing(conversation, digest);
  if (found === null) {
    const calls = [use('list_files', { pattern: digest }), searchIn('**', markersOf(objective))];
    return { say: 'Looks for the comments.', calls };
  }
  const hunt = searchAll(conversation, markersOf(objective));
  if (hunt.kind === 'turn') return hunt.turn;
  if (hunt.kind === 'failed') return giveUp(`The search was refused: ${hunt.reason}`);
  const exists = found.files.includes(digest);
  const reading = exists ? readOn(conversation, [digest], DIGEST_LINES) : null;
  if (reading !== null) return reading;
  const view = exists ? fileView(conversation, digest) : null;
  if (view?.kind === 'failed') return giveUp(`${digest} cannot be read: ${view.reason}`);
  const before = view?.kind === 'text' ? view.raw : null;
  const omitted = [...omittedPaths(objective), digest];
  const matches = hunt.matches.filter((match) => !pathIsOneOf(match.path, omitted));
  return writeDigest(conversation, {
    digest,
    before,
    matches,
    tooMany: hunt.tooMany,
    markers: markersOf(objective),
  });
}

function markersOf(objective: string): readonly string[] {
  return MARKERS.filter((marker) => new RegExp(`\\b${marker}\\b`).test(objective));
}

/** What the objective says in backticks after "Leave out". */
function omittedPaths(objective: string): readonly string[] {
  const sentence = /leave out (.*)/i.exec(
    oneLine(objective.split(/\n\s*\n/).find((part) => /leave out/i.test(part)) ?? ''),
  );
  return [...(sentence?.[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

function searchIn(glob: string, markers: readonly string[]): ToolUse {
  const pattern = `\\b(${markers.join('|')})\\b`;
  return use('search', glob === '**' ? { pattern } : { pattern, glob });
}

type Hunt =
  | { readonly kind: 'turn'; readonly turn: Turn }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'found'; readonly matches: readonly ViewMatch[]; readonly tooMany: readonly string[] };

/** One search of everything; where that was cut, one for each folder below, and so on. */
function searchAll(conversation: Conversation, markers: readonly string[]): Hunt {
  const files = listing(conversation, '**');
  const matches: ViewMatch[] = [];
  const tooMany: string[] = files === null || files.isComplete ? [] : ['**'];
  const open: ToolUse[] = [];
  const globs = ['**'];
  for (let glob = globs.shift(); glob !== undefined; glob = globs.shift()) {
    const call = searchIn(glob, markers);
    const view = searched(conversation, call);
    if (view?.kind === 'failed') return view;
    if (view === null) open.push(call);
    else if (view.isComplete) matches.push(...view.matches);
    else if (files === null) open.push(use('list_files', { pattern: '**' }));
    else globs.push(...narrowOrKeep(glob, { files: files.files, view, matches, tooMany }));
  }
  if (open.length === 0) return { kind: 'found', matches, tooMany };
  if (conversation.mustHurry) return { kind: 'found', matches, tooMany: [...tooMany, ...open.map(globOf)] };
  return {
    kind: 'turn',
    turn: { say: 'Goes on folder by folder.', calls: open.slice(0, SEARCHES_PER_TURN) },
  };
}

function globOf(call: ToolUse): string {
  return String(call.input['glob'] ?? '**');
}

interface CutSearch {
  readonly files: readonly string[];
  readonly view: { readonly matches: readonly ViewMatch[] };
  readonly matches: ViewMatch[];
  readonly tooMany: string[];
}

function narrowOrKeep(glob: string, { files, view, matches, tooMany }: CutSearch): readonly string[] {
  const narrower = narrow(glob, files);
  if (narrower !== null) return narrower;
  matches.push(...view.matches);
  tooMany.push(glob);
  return [];
}

/** `a/**` → `a/*` and `a/b/**` for each folder below; `a/*` → `a/*.js` for each kind of code; null: no further. */
function narrow(glob: string, files: readonly string[]): readonly string[] | null {
  const prefix = glob.replace(/\*+$/, '');
  const depth = prefix.split('/').length;
  if (prefix === glob) return null;
  // In a pattern `?` stands for any character that would mean something else there.
  const below = files
    .filter(isCode)
    .map((file) => file.replace(/[^\w./ -]/g, '?'))
    .filter((file) => file.startsWith(prefix));
  const inFolder = below.filter((file) => file.split('/').length === depth);
  if (!glob.endsWith('**'))
    return distinct(inFolder.map((file) => prefix + kindOf(file.slice(prefix.length))));
  if (depth > DEEPEST_FOLDER) return null;
  const folders = below
    .filter((file) => file.split('/').length > depth)
    .map((file) => file.split('/')[depth - 1]);
  return [`${prefix}*`, ...distinct(folders.map((folder) => `${prefix}${folder}/**`))];
}

/** `*.js`; the name itself where it has no ending. */
function kindOf(name: string): string {
  const ending = /\.\w+$/.exec(name)?.[0];
  return ending === undefined ? name : `*${ending}`;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

interface Digest {
  readonly digest: string;
  readonly before: string | null;
  readonly matches: readonly ViewMatch[];
  readonly tooMany: readonly string[];
  readonly markers: readonly string[];
}

function writeDigest(conversation: Conversation, found: Digest): Turn {
  const comments = found.matches
    .flatMap((match) => readComment(match, found.markers))
    .sort((a, b) => comparePaths(a.path, b.path) || a.line - b.line);
  const unique = comments.filter((comment, at) => !samePlace(comment, comments[at - 1]));
  if (unique.length === 0 && found.before === null) {
    return finish(
      `No comment in the code is marked ${found.markers.join(', ')}, so there is nothing to list.`,
    );
  }
  const after = digestText(unique, found);
  const step = changeFile(conversation, {
    path: found.digest,
    before: found.before,
    after,
  });
  if (step.kind === 'turn') return step.turn;
  if (step.kind === 'refused') return giveUpRefused(found.digest, step.reason);
  const what = `${counted(unique.length, 'comment')} in ${counted(filesOf(unique).length, 'file')}`;
  return finish(
    step.hasChanged ? `${found.digest} now lists ${what}.` : `${found.digest} is up to date: ${what}.`,
  );
}

function samePlace(a: CodeComment, b: CodeComment | undefined): boolean {
  return b !== undefined && a.path === b.path && a.line === b.line;
}

function filesOf(comments: readonly CodeComment[]): readonly string[] {
  return [...new Set(comments.map((comment) => comment.path))];
}

function digestText(comments: readonly CodeComment[], { digest, tooMany, markers }: Digest): string {
  const files = filesOf(comments);
  const intro =
    comments.length === 0
      ? `No comment in the code is marked ${markers.join(', ')}.`
      : `${counted(comments.length, 'comment')} in ${counted(files.length, 'file')}, as the code has them.`;
  const cut = tooMany.map((glob) => `Not all are listed: \`${glob}\` holds more than one search returns.`);
  const sections = files.flatMap((file) => [
    '',
    `## ${codeSpan(file)}`,
    '',
    ...comments.filter((comment) => comment.path === file).map((comment) => entry(comment, digest)),
  ]);
  return ['# Left to do', '', intro, ...cut, ...sections].join('\n');
}

function codeSpan(path: string): string {
  return `\`${path.replace(/[`\n\r]/g, '?')}\``;
}

function entry(comment: CodeComment, digest: string): string {
  const link = `${encodePath(relativePath(folderOf(digest), comment.path))}#L${comment.line}`;
  const owner = comment.owner === '' ? '' : ` (${comment.owner})`;
  const text = comment.text === '' ? '' : `: ${comment.text.replace(/[\\<[\]*_]/g, '\\$&')}`;
  return `- [Line ${comment.line}](${link}) ${comment.marker}${owner}${text}`;
}
