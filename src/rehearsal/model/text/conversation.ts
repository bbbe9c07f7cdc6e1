import { type ParsedAssignment, readAssignment } from './assignment.ts';
import { type ParsedToolResult, readToolResult } from './tool-results.ts';

/** What the model is told when a limit is near. It may stand behind the result of a call. */
const NOTICE = /(?:\n\n)?[^\n]*finish soon\.$/;

/** A message as chat completions carries it; only what a script can use. */
export interface ChatMessage {
  readonly role: string;
  readonly content: string;
  readonly toolCalls: readonly { readonly id: string; readonly name: string; readonly arguments: string }[];
  readonly toolCallId: string | null;
}

/** One tool call that was made, with its result. */
export interface ConversationStep {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly result: ParsedToolResult;
}

/** All that a script knows: what it was asked, what it did, what came back. */
export interface Conversation {
  readonly assignment: ParsedAssignment;
  readonly steps: readonly ConversationStep[];
  /** Answers given so far. */
  readonly turns: number;
  /** Nearly out of calls, tokens or time: write what there is and finish. */
  readonly mustHurry: boolean;
  /** Most bytes one answer may hold. */
  readonly answerBytes: number;
}

/** Calls kept back for writing and finishing. */
const CALLS_IN_HAND = 4;

/** Null: no message states a goal. */
export function readConversation(messages: readonly ChatMessage[], answerBytes: number): Conversation | null {
  const users = messages.filter((message) => message.role === 'user');
  const first = users.findIndex((message) => readAssignment(message.content) !== null);
  const assignment = readAssignment(users[first]?.content ?? '');
  if (assignment === null) return null;
  const turns = messages.filter((message) => message.role === 'assistant').length;
  const warned =
    users.slice(first + 1).some((message) => /\bleft\b|80 ?%/.test(message.content)) ||
    messages.some(({ role, content }) => role === 'tool' && NOTICE.test(content));
  return {
    assignment,
    steps: [...fileStep(assignment), ...readSteps(messages)],
    turns,
    mustHurry: warned || turns >= assignment.calls - CALLS_IN_HAND,
    answerBytes,
  };
}

function readSteps(messages: readonly ChatMessage[]): readonly ConversationStep[] {
  const results = new Map(
    messages.map(({ toolCallId, content }) => [toolCallId, content.replace(NOTICE, '')]),
  );
  return messages
    .flatMap((message) => message.toolCalls)
    .map((call) => ({
      tool: call.name,
      input: readInput(call.arguments),
      result: readToolResult(results.get(call.id) ?? 'Error: no result came back'),
    }));
}

/** What the task begins with has been read already. */
function fileStep({ item, file }: ParsedAssignment): readonly ConversationStep[] {
  return file === null ? [] : [{ tool: 'read_file', input: { path: item }, result: readToolResult(file) }];
}

function readInput(json: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}
