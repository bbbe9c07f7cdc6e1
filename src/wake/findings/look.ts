import type { CommandContext } from '../../agent/command-context.ts';
import { globMatcher } from '../../core/access/matching/globs.ts';
import { Halt } from '../../core/ending.ts';
import type { CommandQueue, FindingsQueue } from '../../core/goal.ts';
import type { FileFinding, FinderReport } from '../../core/progress/file-finding.ts';
import type { CommandResult, WorkTree } from '../../ports.ts';
import { FINDER_FAILURES } from '../../report/findings/finder-words.ts';
import type { Turns } from '../lease/turns.ts';

/** What a look of a finder needs: the files as they stand, and where its command may run. */
export interface LookContext extends CommandContext {
  readonly turns: Turns;
}

/** All that the finder of a queue reports of the files as they stand. Throws `Halt` where it cannot be run. */
export async function look(queue: FindingsQueue | CommandQueue, context: LookContext): Promise<FinderReport> {
  return queue.kind === 'findings' ? lookAtFiles(queue, context) : lookByCommand(queue, context);
}

/** The finders are loaded where a goal has one. */
async function lookAtFiles(
  queue: FindingsQueue,
  { goal, tree, turns, deps }: LookContext,
): Promise<FinderReport> {
  const files = {
    entries: await tree.list(),
    mayRead: globMatcher(goal.permissions.read),
    isSearched: isIn(queue),
    read: (path: string) => tree.read(path),
    fetch: (paths: readonly string[]) => tree.fetchContents(paths, deps.signal),
    rest: () => turns.rest(),
  };
  const { findBrokenLinks, findTodos } = await import('../../finders/finders.ts');
  return queue.finder === 'todos' ? findTodos(files, queue.listedIn ?? null) : findBrokenLinks(files);
}

async function lookByCommand(queue: CommandQueue, context: LookContext): Promise<FinderReport> {
  const result = await runFinder(queue, context);
  const { goal, deps } = context;
  const { exitCode, standardOutput = '', folder = '' } = result;
  const said = { file: goal.file, command: queue.command, last: lastLine(deps.mask.mask(result.output)) };
  if (exitCode === null)
    throw new Halt(
      'time_limit',
      FINDER_FAILURES.tooSlow(said.file, said.command, result.milliseconds / 1000),
    );
  if (exitCode === 126 || exitCode === 127)
    throw new Halt('bad_goal', FINDER_FAILURES.missing(said.file, said.command, exitCode, said.last));
  if (standardOutput === null) throw new Halt('bad_goal', FINDER_FAILURES.tooLong(said.file, said.command));
  const { readFormat } = await import('../../finders/finders.ts');
  const output = { text: standardOutput, folder };
  const reading = await context.turns.through(readFormat(queue.format, output));
  const isSilent = standardOutput.trim() === '';
  // Linters end with an exit code of their own where they have found something; one that says nothing has failed.
  if (exitCode !== 0 && (isSilent || (reading.kind === 'findings' && reading.places === 0)))
    throw new Halt('bad_goal', FINDER_FAILURES.failed(said.file, said.command, exitCode, said.last));
  if (reading.kind === 'unreadable') {
    if (isSilent) return NOTHING;
    const why = deps.mask.mask(reading.why);
    throw new Halt('bad_goal', FINDER_FAILURES.unreadable(said.file, said.command, queue.format, why));
  }
  return { ...NOTHING, findings: await known(reading.findings, queue, context) };
}

const NOTHING: FinderReport = { findings: [], files: null, leftOut: [], isCut: false };

async function runFinder(queue: CommandQueue, { goal, tree, deps }: LookContext): Promise<CommandResult> {
  await deps.stillAllowed();
  const reason = await deps.sandbox.reasonUnavailable();
  if (reason !== null)
    throw new Halt('bad_goal', FINDER_FAILURES.noSandbox(goal.file, queue.command, reason));
  deps.progress(deps.mask.mask(`runs ${queue.command}`));
  const timeoutMs = Math.max(1, Math.floor(deps.secondsLeft() * 1000));
  const folder = await tree.folder(deps.signal);
  const home = await tree.home(deps.signal);
  const order = { command: queue.command, folder, home, hosts: [], timeoutMs, keepsOutput: true } as const;
  const tools = deps.tools === undefined ? {} : { tools: deps.tools };
  return deps.sandbox.run({ ...order, ...tools }, deps.signal);
}

/** Findings in files of the repository that the goal may read, and that it asks about. */
async function known(
  findings: readonly FileFinding[],
  queue: CommandQueue,
  { goal, tree, turns }: LookContext,
): Promise<readonly FileFinding[]> {
  const mayRead = globMatcher(goal.permissions.read);
  const isSearched = isIn(queue);
  const files = new Set(await filesOf(tree));
  return turns.filter(findings, ({ path }) => files.has(path) && mayRead(path) && isSearched(path));
}

async function filesOf(tree: WorkTree): Promise<readonly string[]> {
  return (await tree.list()).flatMap(({ kind, path }) =>
    kind === 'file' || kind === 'executable' ? [path] : [],
  );
}

function isIn(queue: Pick<FindingsQueue, 'in'>): (path: string) => boolean {
  return queue.in === undefined ? () => true : globMatcher(queue.in);
}

function lastLine(output: string): string {
  return output.trimEnd().split('\n').at(-1)?.slice(-300) ?? '';
}
