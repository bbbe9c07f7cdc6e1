import { runCommand } from './commands.ts';
import { Finishing } from './finishing.ts';
import { firstCall } from './first-call.ts';
import { Gate, readableFiles } from './gate.ts';
import type { LastChecks } from './last-checks.ts';
import { firstMessage, systemPrompt } from './prompt.ts';
import type { Assignment, Hands } from './pursuit.ts';
import { Changes } from './tools/changes.ts';
import { createFence } from './tools/fence.ts';
import { IssueDesk } from './tools/issue-desk.ts';
import { maskedThread } from './tools/issue-text.ts';
import type { Notebook } from './tools/notebook.ts';
import type { Desk } from './tools/tool.ts';
import { toolsFor } from './tools/tools.ts';
import { Transcript } from './transcript.ts';

const MOST_ISSUE_BYTES = 16_000;

/** Everything that one item is worked on with. */
export interface Workplace {
  readonly assignment: Assignment;
  readonly hands: Hands;
  readonly desk: Desk;
  readonly gate: Gate;
  readonly finishing: Finishing;
  /** Begins with the system prompt and the task. */
  readonly transcript: Transcript;
}

export interface Fittings {
  readonly assignment: Assignment;
  readonly hands: Hands;
  readonly notebook: Notebook;
  readonly checks: LastChecks;
}

export async function openWorkplace({ assignment, hands, notebook, checks }: Fittings): Promise<Workplace> {
  const { goal, tree } = assignment;
  const fence = createFence(hands.random);
  const place = { goal, tree, hands };
  const { files } = await tree.diff(hands.signal);
  const { continued } = assignment;
  const issue = assignment.issue === null ? null : maskedThread(assignment.issue, hands.mask);
  const desk: Desk = {
    goal,
    tree,
    fence,
    mask: hands.mask,
    clock: hands.clock,
    signal: hands.signal,
    notebook,
    changes: new Changes({ files, ofOthers: !continued }),
    readable: () => readableFiles(assignment),
    issues: new IssueDesk(assignment.issues, issue, hands),
    runCommand: (command) => runCommand({ command, network: false }, place),
  };
  const tokens = Math.min(goal.limits.tokens, hands.meter.left().tokens);
  const room = { tokens, issueBytes: issueBytes(assignment, tokens) };
  const transcript = new Transcript();
  transcript.system(systemPrompt(fence));
  transcript.tell(firstMessage({ ...assignment, issue }, fence, room));
  return {
    assignment,
    hands,
    desk,
    gate: new Gate({ assignment, tools: toolsFor(goal), desk, hands }),
    finishing: new Finishing(desk, { place, checks, continued }),
    transcript,
  };
}

/** A third of what the rest of the first call leaves of so many tokens: each call sends the issue again. */
function issueBytes({ goal, notes, protectedGlobs, goalsFolder }: Assignment, tokens: number): number {
  const rest = firstCall(goal, { protectedPaths: protectedGlobs, goalsFolder });
  const noted = Buffer.byteLength(notes.join('\n'));
  const left = tokens - rest.promptBytes - rest.answerTokens - noted;
  return Math.min(MOST_ISSUE_BYTES, Math.max(0, Math.floor(left / 3)));
}
