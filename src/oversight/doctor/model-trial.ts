import { createMask } from '../../core/access/mask.ts';
import { maskedRecord } from '../../core/access/masked-record.ts';
import type { Finding } from '../../core/health/finding.ts';
import type { ModelSettings } from '../../core/settings.ts';
import type { Message, Model, ModelAnswer, ModelProvider, ToolCall } from '../../ports.ts';
import {
  MODEL_LACKS,
  modelFault,
  modelFinding,
  modelLack,
  modelProblem,
} from '../../report/doctor/machine-findings.ts';
import { MODEL_QUESTIONS } from '../../report/doctor/model-questions.ts';
import { look } from '../observe.ts';

export interface TriedModel {
  /** By which goals name it. */
  readonly name: string;
  readonly settings: ModelSettings;
}

/** Enough for models that think before they answer. */
const ANSWER_TOKENS = 2_048;
const TOOL = {
  name: 'read_file',
  description: MODEL_QUESTIONS.tool,
  parameters: { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] },
} as const;
const QUESTION: readonly Message[] = [
  { role: 'system', content: MODEL_QUESTIONS.system },
  { role: 'user', content: MODEL_QUESTIONS.user },
];
/** It is sent back to the server that it came from. */
const NOTHING_SECRET = createMask({ values: [], patterns: [] });

interface Trial extends TriedModel {
  readonly server: string;
  readonly model: Model;
}

type Given = Extract<ModelAnswer, { kind: 'answer' }>;

/** Tries what a goal needs of a model: a call of a tool, and an answer to the result of that call. */
export async function tryModel(
  provider: ModelProvider,
  tried: TriedModel,
  signal: AbortSignal,
): Promise<Finding> {
  const seen = await look(async () => {
    const model = await provider.open(tried.settings);
    return askTwice({ ...tried, model, server: provider.name(tried.settings) }, signal);
  });
  return seen.kind === 'unseen' ? modelProblem(tried.name, seen.why) : seen.value;
}

async function askTwice(trial: Trial, signal: AbortSignal): Promise<Finding> {
  const { name, server, settings, model } = trial;
  const maxTokens = Math.min(ANSWER_TOKENS, settings.maxOutputTokens);
  const first = await model.ask({ messages: QUESTION, tools: [TOOL], maxTokens }, signal);
  if (first.kind === 'fault') return modelFault(name, { server, kind: first.fault, detail: first.detail });
  const [call] = first.toolCalls;
  const lack = lackOf(first, call, maxTokens);
  if (lack !== null || call === undefined)
    return modelLack(name, { server, lack: lack ?? MODEL_LACKS.noCall });
  const messages = [...QUESTION, said(first, call), resultOf(call)];
  const second = await model.ask({ messages, tools: [TOOL], maxTokens }, signal);
  if (second.kind === 'fault') return modelLack(name, { server, lack: MODEL_LACKS.noSecond(second.detail) });
  if (isOverLimit(second, maxTokens)) return modelLack(name, { server, lack: MODEL_LACKS.noLimit });
  const isCounted = first.usage !== null && second.usage !== null;
  return modelFinding(name, { server, isCounted, limitField: model.limitField ?? null });
}

/** Why the first answer is of no use to a goal; null: it is. */
function lackOf(answer: Given, call: ToolCall | undefined, maxTokens: number): string | null {
  if (call === undefined)
    return answer.finish === 'length' ? MODEL_LACKS.cutOff(maxTokens) : MODEL_LACKS.noCall;
  if (call.name !== TOOL.name) return MODEL_LACKS.otherTool(call.name);
  if (!hasPath(call.arguments)) return MODEL_LACKS.badArguments;
  return isOverLimit(answer, maxTokens) ? MODEL_LACKS.noLimit : null;
}

function isOverLimit({ usage }: Given, maxTokens: number): boolean {
  return usage !== null && usage.tokensOut > maxTokens;
}

function hasPath(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && 'path' in value;
  } catch {
    return false;
  }
}

function said({ content, extra }: Given, { extra: ofCall, ...call }: ToolCall): Message {
  const masked = maskedRecord({ content, call }, NOTHING_SECRET);
  return {
    role: 'assistant',
    content: masked.content,
    toolCalls: [{ ...masked.call, ...(ofCall !== undefined && { extra: ofCall }) }],
    ...(extra !== undefined && { extra }),
  };
}

function resultOf({ id }: ToolCall): Message {
  return {
    role: 'tool',
    toolCallId: NOTHING_SECRET.mask(id),
    content: MODEL_QUESTIONS.result,
  };
}
