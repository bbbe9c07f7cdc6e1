import type { ToolCall, ToolSchema } from '../../ports.ts';
import { parsedJson } from './json.ts';

export interface TextWithCalls {
  /** What is left of the text. */
  readonly text: string;
  readonly calls: readonly ToolCall[];
}

/** How models write a call where their server does not read it: each with the JSON in the last group. */
const FORMS = [
  /<tool_call>\s*()([\s\S]*?)\s*(?:<\/tool_call>|$)/g,
  /<function=([\w.-]+)>\s*([\s\S]*?)\s*(?:<\/function>|$)/g,
  /\[TOOL_CALLS\]\s*()(\[[\s\S]*\]|\{[\s\S]*\})/g,
  /<\|python_tag\|>\s*()(\{[\s\S]*\})/g,
  /```(?:json|tool_call)?\s*\n()([\s\S]*?)\n\s*```/g,
] as const;

/**
 * The calls that stand in a text as JSON, where the answer has no others. Only calls of tools that were offered count, so that
 * an example in a text is not mistaken for one of another kind.
 */
export function callsInText(text: string, tools: readonly ToolSchema[]): TextWithCalls {
  const names = new Set(tools.map(({ name }) => name));
  for (const form of FORMS) {
    const found = [...text.matchAll(form)].map((match) => callsOf(match[2] ?? '', match[1] ?? '', names));
    const calls = found.every((each) => each.length > 0) ? found.flat() : [];
    if (calls.length > 0) return { text: text.replaceAll(form, '').trim(), calls: numbered(calls) };
  }
  const calls = callsOf(text.trim(), '', names);
  return calls.length > 0 ? { text: '', calls: numbered(calls) } : { text, calls: [] };
}

type Call = Omit<ToolCall, 'id'>;

function callsOf(json: string, outerName: string, names: ReadonlySet<string>): readonly Call[] {
  const value = parsedJson(json);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const calls = values.map((each) => callOf(each, outerName, names));
  return calls.includes(null) ? [] : calls.filter((call) => call !== null);
}

function callOf(value: unknown, outerName: string, names: ReadonlySet<string>): Call | null {
  if (typeof value !== 'object' || value === null) return null;
  if (outerName !== '') {
    return names.has(outerName) ? { name: outerName, arguments: JSON.stringify(value) } : null;
  }
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const inner = fields['function'];
  if (typeof inner === 'object' && inner !== null) return callOf(inner, '', names);
  const name = fields['name'];
  const input = fields['arguments'] ?? fields['parameters'] ?? {};
  if (typeof name !== 'string' || !names.has(name)) return null;
  return { name, arguments: typeof input === 'string' ? input : JSON.stringify(input) };
}

function numbered(calls: readonly Call[]): readonly ToolCall[] {
  return calls.map((call, index) => ({ id: `call_${index + 1}`, ...call }));
}
