import type { Mask } from '../core/access/mask.ts';
import { type MaskedRecord, maskedRecord } from '../core/access/masked-record.ts';
import { globMatcher } from '../core/access/matching/globs.ts';
import { utf8Length } from '../core/text/bytes.ts';
import type { Masked } from '../core/text/masked.ts';
import type { IssueThread } from '../ports.ts';
import type { CommandContext } from './command-context.ts';
import { runCommand } from './commands.ts';
import type { FoundFacts } from './findings-section.ts';
import { Finishing } from './finishing.ts';
import { firstCall } from './first-call.ts';
import { FoundWork, findingLine } from './found-work.ts';
import { Gate, readableFiles } from './gate.ts';
import type { LastChecks } from './last-checks.ts';
import { firstMessage, MOST_LISTED, type PromptFacts, systemPrompt } from './prompt.ts';
import { PromptBound, promptBytes } from './prompt-bytes.ts';
import type { Assignment, LoopDependencies } from './pursuit.ts';
import { fixLine, mendSurely, type SureFix } from './sure-fixes.ts';
import { Changes } from './tools/changes.ts';
import { createFence } from './tools/fence.ts';
import { maskedThread } from './tools/issue-text.ts';
import { IssueView } from './tools/issue-view.ts';
import type { NoteList } from './tools/note-list.ts';
import { resultRoom } from './tools/result-room.ts';
import type { ToolContext } from './tools/tool.ts';
import { toolsFor } from './tools/tools.ts';
import { Turns } from './tools/turns.ts';
import { Transcript } from './transcript.ts';

const MOST_ISSUE_BYTES = 16_000;

/** Everything that one item is worked on with. */
export interface LoopSetup {
  readonly assignment: Assignment;
  readonly deps: LoopDependencies;
  readonly context: ToolContext;
  readonly gate: Gate;
  readonly finishing: Finishing;
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

export async function setUpLoop({ assignment, deps, noteList, checks }: LoopSetupInput): Promise<LoopSetup> {
  const { goal, tree } = assignment;
  const fence = createFence(deps.random);
  const turns = new Turns(deps);
  const commands = { goal, tree, deps };
  const { files, patch } = await tree.diff(deps.signal);
  const { isContinued } = assignment;
  const issue = assignment.issue === null ? null : await maskedThread(assignment.issue, { ...deps, turns });
  const changes = new Changes({ files, isOfOthers: !isContinued });
  const context: ToolContext = {
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
    issues: new IssueView(assignment.issues, issue, { ...deps, turns }),
    runCommand: (command) => runOnce(command, { commands, checks, changes, isContinued }),
  };
  const tokens = Math.min(goal.limits.tokens, deps.meter.left().tokens);
  const room = { tokens, issueBytes: issueBytes(assignment, tokens) };
  const transcript = new Transcript({ mask: deps.mask, fence, turns });
  const gate = new Gate({ assignment, tools: toolsFor(goal), context, deps });
  const bound = new PromptBound();
  const nextPrompt = () => bound.mostTokens(promptBytes(transcript.messages, gate.schemas));
  transcript.system(systemPrompt(fence));
  const found = await FoundWork.begin(assignment.finder, commands, fence);
  const fixes = found === null ? [] : await mendSurely(found.findings, { gate, tree });
  const diffSoFar = isContinued ? await turns.mask(patch, deps.mask) : null;
  const seen = found === null ? null : foundFacts(found, fixes);
  const facts = await promptFactsOf({ assignment, issue, diffSoFar, found: seen, mask: deps.mask, turns });
  transcript.tell(firstMessage(facts, fence, room));
  return {
    assignment,
    deps,
    context,
    gate,
    finishing: new Finishing(context, { commands, checks, isContinued, found }),
    found,
    fixes,
    transcript,
    bound,
    nextPrompt,
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
  readonly mask: Mask;
  readonly turns: Turns;
}

/** Masked here, because the first message shows parts of it. What the goal may not read is not named either. */
async function promptFactsOf({
  assignment,
  issue,
  diffSoFar,
  found,
  mask,
  turns,
}: Known): Promise<PromptFacts> {
  const { goal, item, notes, protectedGlobs, goalsFolder, attempt, rejected } = assignment;
  const changed = await turns.filter(assignment.window.changed, globMatcher(goal.permissions.read));
  const window = { ...assignment.window, changed: changed.slice(0, MOST_LISTED) };
  const facts = {
    ...{ goal, item, window, notes, issue, protectedGlobs, goalsFolder },
    ...(attempt !== undefined && { attempt }),
    ...(rejected !== undefined && { rejected }),
    ...(found !== null && { found }),
  };
  return {
    ...maskedRecord(facts, mask),
    changedFiles: changed.length,
    ...(diffSoFar !== null && { diffSoFar }),
  };
}

/** A third of what the rest of the first call leaves of so many tokens: each call sends the issue again. */
function issueBytes({ goal, notes, protectedGlobs, goalsFolder }: Assignment, tokens: number): number {
  const rest = firstCall(goal, { protectedPaths: protectedGlobs, goalsFolder });
  const noted = utf8Length(notes.join('\n'));
  const left = tokens - rest.promptBytes - rest.answerTokens - noted;
  return Math.min(MOST_ISSUE_BYTES, Math.max(0, Math.floor(left / 3)));
}
