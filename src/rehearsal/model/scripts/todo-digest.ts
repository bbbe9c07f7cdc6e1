import type { StatedFinding } from '../text/assignment.ts';
import { changeFile } from '../text/change.ts';
import type { Conversation } from '../text/conversation.ts';
import { encodePath, findLinks, folderOf, relativePath, targetOf } from '../text/links.ts';
import { comparePaths, counted, oneLine, pathNamed } from '../text/objective.ts';
import { finish, giveUp, giveUpRefused, type Turn } from '../text/turn.ts';
import { fileView, readOn } from '../text/views.ts';

const DIGEST_LINES = 5_000;

export function isTodoDigest(objective: string): boolean {
  return /digest of the (?:TODO|FIXME|XXX|HACK)\b.* comments/.test(oneLine(objective));
}

/** Reads the digest as it stands, and brings it in line with what the program has found. */
export function todoDigest(conversation: Conversation): Turn {
  const { objective, findings } = conversation.assignment;
  const digest = pathNamed(objective, '.md') ?? 'docs/todo.md';
  if (findings.length === 0) return giveUp(`The task must come with what ${digest} lacks.`);
  const reading = readOn(conversation, [digest], DIGEST_LINES);
  if (reading !== null) return reading;
  const view = fileView(conversation, digest);
  // Where it cannot be read, it is not there yet.
  const before = view.kind === 'text' ? view : null;
  const entries = entriesAfter(entriesOf(digest, before?.text ?? ''), findings);
  const after = digestText(digest, entries);
  const step = changeFile(conversation, { path: digest, before: before?.raw ?? null, after });
  if (step.kind === 'turn') return step.turn;
  if (step.kind === 'refused') return giveUpRefused(digest, step.reason);
  const what = `${counted(entries.length, 'comment')} in ${counted(filesOf(entries).length, 'file')}`;
  return finish(`${digest} now lists ${what}.`);
}

interface Entry {
  readonly path: string;
  readonly line: number;
  /** What stands behind the link, in Markdown. */
  readonly words: string;
}

function entriesOf(digest: string, text: string): readonly Entry[] {
  return text.split('\n').flatMap((line): readonly Entry[] => {
    const [link] = line.startsWith('- [') ? findLinks(line) : [];
    const target = link === undefined ? null : targetOf(digest, link.destination);
    const at = /^L(\d+)$/.exec(target?.fragment ?? '')?.[1];
    if (link === undefined || target?.path == null || at === undefined) return [];
    return [{ path: target.path, line: Number(at), words: line.slice(link.end + 1).trim() }];
  });
}

function entriesAfter(known: readonly Entry[], findings: readonly StatedFinding[]): readonly Entry[] {
  const gone = new Set(findings.flatMap(({ text }) => /^(\S.*?:\d+) is listed/.exec(text)?.[1] ?? []));
  const kept = known.filter(({ path, line }) => !gone.has(`${path}:${line}`));
  const fresh = findings.flatMap(({ text }): readonly Entry[] => {
    const [, path, line, said] =
      /^(\S.*?):(\d+) is (?:not listed|listed with other words than): (.*)$/.exec(text) ?? [];
    if (path === undefined || said === undefined) return [];
    return [{ path, line: Number(line), words: said.replace(/[\\<[\]*_]/g, '\\$&') }];
  });
  return [...kept, ...fresh].sort((a, b) => comparePaths(a.path, b.path) || a.line - b.line);
}

function filesOf(entries: readonly Entry[]): readonly string[] {
  return [...new Set(entries.map(({ path }) => path))];
}

function digestText(digest: string, entries: readonly Entry[]): string {
  const files = filesOf(entries);
  const intro =
    entries.length === 0
      ? 'The code has no comment about what is left to do.'
      : `${counted(entries.length, 'comment')} in ${counted(files.length, 'file')}, as the code has them.`;
  const sections = files.flatMap((file) => [
    ...['', `## ${codeSpan(file)}`, ''],
    ...entries.filter(({ path }) => path === file).map((entry) => entryLine(digest, entry)),
  ]);
  return ['# Left to do', '', intro, ...sections].join('\n');
}

function entryLine(digest: string, { path, line, words }: Entry): string {
  const link = `${encodePath(relativePath(folderOf(digest), path))}#L${line}`;
  return `- [Line ${line}](${link}) ${words}`;
}

function codeSpan(path: string): string {
  return `\`${path.replace(/[`\n\r]/g, '?')}\``;
}
