import type { Mask } from '../core/access/mask.ts';
import { type MaskedRecord, maskedRecord } from '../core/access/masked-record.ts';
import { globMatcher } from '../core/access/matching/globs.ts';
import type { Masked } from '../core/text/masked.ts';
import type { IssueThread } from '../ports.ts';
import type { CommandContext } from './command-context.ts';
import { canRunInCopy, runCommand, runInCopy } from './commands.ts';
import type { FoundFacts } from './findings-section.ts';
import { Finishing } from './finishing.ts';
import { roomFor } from './first-call.ts';
import { FoundWork, findingLine } from './found-work.ts';
import { Gate } from './gate.ts';
import { readableFiles } from './gate-parts.ts';
import type { LastChecks } from './last-checks.ts';
import { firstMessage, MOST_LISTED, type PromptFacts, SYSTEM_PROMPT } from './prompt.ts';
import { PromptBound, promptBytes } from './prompt-bytes.ts';
import type { Assignment, LoopDependencies } from './pursuit.ts';
import { aboutItem } from './subject/about-item.ts';
import { type SubjectText, subjectInPrompt, subjectLines } from './subject/text-parts.ts';
import { fixLine, mendSurely, type SureFix } from './sure-fixes.ts';
import { Changes } from './tools/changes.ts';
import { createFence, type Fence } from './tools/fence.ts';
import { fileOfTask } from './tools/file-of-task.ts';
import { IssueView } from './tools/issue-view.ts';
import type { NoteList } from './tools/note-list.ts';
import { resultRoom } from './tools/result-room.ts';
import type { ToolContext } from './tools/tool.ts';
import { toolsFor } from './tools/tools.ts';
import { Turns } from './tools/turns.ts';
import { Transcript } from './transcript.ts';

/** Everything that one item is worked on with. */
export interface LoopSetup {
  readonly assignment: Assignment;
  readonly deps: LoopDependencies;
  readonly context: ToolContext;
  readonly gate: Gate;
  readonly finishing: Finishing;
  readonly checks: LastChecks;
  /** The issue that the item is, masked; null: it is none. */
  readonly issue: MaskedRecord<IssueThread> | null;
  /** What the item is about otherwise, masked; null: a file, an issue, or the whole window. */
  readonly subject: SubjectText | null;
  /** Null: no program has found the item. */
  readonly found: FoundWork | null;
  /** What the program has put right before the model is asked. */
  readonly fixes: readonly SureFix[];
  /** Begins with the system prompt and the task. */
  readonly transcript: Transcript;
  readonly bound: PromptBound;
  /** The most tokens that the next prompt can have. */
  nextPrompt(): number;
}

export interface LoopSetupInput {
  readonly assignment: Assignment;
  readonly deps: LoopDependencies;
  readonly noteList: NoteList;
  readonly checks: LastChecks;
}

export async function setUpLoop(input: LoopSetupInput): Promise<LoopSetup> {
  const { assignment, deps, checks } = input;
  const { goal, tree } = assignment;
  const fence = createFence(deps.random);
  const turns = new Turns(deps);
  const commands = { goal, tree, deps };
  const { files, patch } = await tree.diff(deps.signal);
  const { isContinued } = assignment;
  const { thread, issue, subject } = await aboutItem(assignment, { ...deps, turns });
  const changes = new Changes({ files, isOfOthers: !isContinued });
  const parts = { fence, turns, changes, thread, subject };
  const context = contextOf(input, { ...parts, nextPrompt: () => nextPrompt() });
  const room = roomFor(assignment, deps.meter.left().tokens);
  const transcript = new Transcript({ mask: deps.mask, fence, turns });
  const hasSandbox = await canRunInCopy(commands);
  const gate = new Gate({ assignment, tools: toolsFor(goal, { hasSandbox }), context, deps });
  const bound = new PromptBound();
  const nextPrompt = () => bound.mostTokens(promptBytes(transcript.messages, gate.schemas));
  transcript.system(SYSTEM_PROMPT);
  const found = await FoundWork.begin(assignment.finder, commands, fence);
  const fixes = found === null ? [] : await mendSurely(found.findings, { gate, tree });
  const diffSoFar = isContinued ? await turns.mask(patch, deps.mask) : null;
  const seen = found === null ? null : foundFacts(found, fixes);
  const file = await fileOfTask(assignment.file ?? null, context, room.issueBytes);
  const facts = await promptFactsOf({
    ...{ assignment, issue, diffSoFar, found: seen, file },
    subject: subjectInPrompt(subject, fence, room.issueBytes),
    ...{ mask: deps.mask, turns },
  });
  transcript.tell(firstMessage(facts, fence, room));
  return {
    ...{ assignment, deps, context, gate },
    finishing: finishingOf(input, { context, found }),
    checks,
    issue,
    subject,
    found,
    fixes,
    transcript,
    bound,
    nextPrompt,
  };
}

function finishingOf(
  { assignment, deps, checks }: LoopSetupInput,
  { context, found }: Pick<LoopSetup, 'context' | 'found'>,
): Finishing {
  const { goal, tree, isContinued, baseChecks: base = null } = assignment;
  return new Finishing(context, { commands: { goal, tree, deps }, checks, isContinued, found, base });
}

interface ContextParts {
  readonly fence: Fence;
  readonly turns: Turns;
  readonly changes: Changes;
  /** The issue or pull request that the item is, masked; null: it is neither. */
  readonly thread: MaskedRecord<IssueThread> | null;
  readonly subject: SubjectText | null;
  /** The most tokens that the next prompt can have. */
  readonly nextPrompt: () => number;
}

function contextOf(
  { assignment, deps, noteList, checks }: LoopSetupInput,
  { fence, turns, changes, thread, subject, nextPrompt }: ContextParts,
): ToolContext {
  const { goal, tree, isContinued } = assignment;
  return {
    goal,
    tree,
    fence,
    mask: deps.mask,
    clock: deps.clock,
    signal: deps.signal,
    turns,
    noteList,
    changes,
    room: () => resultRoom({ meter: deps.meter, prompt: nextPrompt() }),
    readable: () => readableFiles(assignment, turns),
    runInCopy: (command) =>
      runInCopy(command, { goal, tree, deps, turns, readable: () => readableFiles(assignment, turns) }),
    issues: new IssueView(assignment.issues, thread, { ...deps, turns }),
    ...(subject !== null && { subject: subjectLines(subject) }),
    runCommand: (command) =>
      runOnce(command, { commands: { goal, tree, deps }, checks, changes, isContinued }),
  };
}

interface OwnCommands {
  readonly commands: CommandContext;
  readonly checks: LastChecks;
  readonly changes: Changes;
  readonly isContinued: boolean;
}

/** Runs a command of the goal, but not a second time on the same files. */
async function runOnce(command: string, { commands, checks, changes, isContinued }: OwnCommands) {
  const { version } = changes;
  const known = checks.knownOf(command, version);
  if (known !== null) return { report: known, isKnown: true };
  const report = await runCommand({ command, isSetup: false }, commands);
  checks.note(report, { isChanged: isContinued || changes.hasAny, version });
  return { report, isKnown: false };
}

function foundFacts({ finder, findings }: FoundWork, fixes: readonly SureFix[]): FoundFacts {
  const done = new Set(fixes.map(({ finding }) => finding));
  return {
    name: finder.name,
    mustMend: finder.mustMend,
    lines: findings.filter((finding) => !done.has(finding)).map(findingLine),
    mended: fixes.map(fixLine),
  };
}

interface Known {
  readonly assignment: Assignment;
  readonly issue: MaskedRecord<IssueThread> | null;
  /** Null: nothing has been changed by earlier attempts. */
  readonly diffSoFar: Masked | null;
  readonly found: FoundFacts | null;
  readonly file: string | null;
  readonly subject: string | null;
  readonly mask: Mask;
  readonly turns: Turns;
}

/** Masked here, because the first message shows parts of it. What the goal may not read is not named either. */
async function promptFactsOf({
  assignment,
  issue,
  diffSoFar,
  found,
  file,
  subject,
  mask,
  turns,
}: Known): Promise<PromptFacts> {
  const {
    goal,
    item,
    ownFile = null,
    notes,
    protectedGlobs,
    goalsFolder,
    attempt,
    rejected,
    commitForm,
  } = assignment;
  const changed = await turns.filter(assignment.window.changed, globMatcher(goal.permissions.read));
  const window = { ...assignment.window, changed: changed.slice(0, MOST_LISTED) };
  const facts = {
    ...{ goal, item, ownFile, window, notes, issue, protectedGlobs, goalsFolder },
    ...(attempt !== undefined && { attempt }),
    ...(rejected !== undefined && { rejected }),
    ...(commitForm !== undefined && { commitForm }),
    ...(found !== null && { found }),
  };
  return {
    ...maskedRecord(facts, mask),
    changedFiles: changed.length,
    ...(diffSoFar !== null && { diffSoFar }),
    ...(file !== null && { fileText: file }),
    ...(subject !== null && { subjectText: subject }),
  };
}
