import type { ToolCall, ToolSchema } from '../../ports.ts';
import { parsedJson } from './json.ts';
import { offeredName } from './offered-name.ts';
import { taggedCalls } from './tagged-calls.ts';

export interface TextWithCalls {
  /** What is left of the text. */
  readonly text: string;
  readonly calls: readonly ToolCall[];
}

/**
 * How models write a call where their server does not read it: each with the JSON in the last group. No two neighbouring parts match
 * the same characters, so that a text of any length is read in one pass.
 */
const FORMS = [
  /<tool_call>()([\s\S]*?)(?:<\/tool_call>|$)/g,
  /<function=([\w.-]+)>([\s\S]*?)(?:<\/function>|$)/g,
  /^[ \t]*```(?:json|tool_call)?[ \t\r]*\n()([\s\S]*?)\n[ \t]*```/gm,
] as const;

/** Marks behind which JSON follows up to its last bracket, by what it may begin with and how that ends. */
const MARKS = [
  { mark: '[TOOL_CALLS]', brackets: { '[': ']', '{': '}' } },
  { mark: '<|python_tag|>', brackets: { '{': '}' } },
] as const;

/**
 * The calls that stand in a text as JSON, where the answer has no others. Only calls of tools that were offered count, so that
 * an example in a text is not mistaken for one of another kind.
 */
export function callsInText(text: string, tools: readonly ToolSchema[]): TextWithCalls {
  const names = new Set(tools.map(({ name }) => name));
  const { thoughts, said } = withoutThoughts(text);
  const found = callsSaid(said, names);
  return found.calls.length === 0
    ? { text, calls: [] }
    : { ...found, text: `${thoughts}${found.text}`.trim() };
}

/** What a model only thinks of is no call. */
function withoutThoughts(text: string): { readonly thoughts: string; readonly said: string } {
  const isThinking = /^\s*<think(?:ing)?>/.test(text);
  const end = isThinking ? /<\/think(?:ing)?>/.exec(text) : null;
  if (!isThinking) return { thoughts: '', said: text };
  const at = end === null ? text.length : end.index + end[0].length;
  return { thoughts: text.slice(0, at), said: text.slice(at) };
}

function callsSaid(text: string, names: ReadonlySet<string>): TextWithCalls {
  const offered = [...names];
  const tagged = taggedCalls(text, (name) => names.has(offeredName(name, offered)));
  if (tagged !== null) {
    const calls = tagged.calls.map((each) => ({ ...each, name: offeredName(each.name, offered) }));
    return { text: tagged.rest, calls: numbered(calls) };
  }
  for (const form of FORMS) {
    const calls = callsByForm(text, form, names);
    if (calls.length > 0) return { text: text.replaceAll(form, '').trim(), calls: numbered(calls) };
  }
  for (const { mark, brackets } of MARKS) {
    const found = marked(text, mark, brackets);
    const calls = found === null ? [] : callsOf(found.json, found.name, names);
    if (found !== null && calls.length > 0) return { text: found.rest.trim(), calls: numbered(calls) };
  }
  const calls = callsOf(text.trim(), '', names);
  return calls.length > 0 ? { text: '', calls: numbered(calls) } : { text, calls: [] };
}

/** None where one of them is no call: a text may hold very many, so the first of those ends it. */
function callsByForm(text: string, form: RegExp, names: ReadonlySet<string>): readonly Call[] {
  const calls: Call[] = [];
  for (const [, name = '', json = ''] of text.matchAll(form)) {
    const found = callsOf(json, name, names);
    if (found.length === 0) return [];
    for (const call of found) calls.push(call);
  }
  return calls;
}

/** The JSON behind the first mark that has some, and the text without both; null: there is none. */
function marked(text: string, mark: string, brackets: Readonly<Record<string, string>>) {
  const ends = new Map(Object.values(brackets).map((close) => [close, text.lastIndexOf(close)]));
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    const from = at + mark.length;
    const [head = '', name = ''] = HEAD.exec(text.slice(from, from + LONGEST_HEAD)) ?? [];
    const begin = from + head.length;
    const end = ends.get(brackets[text[begin] ?? ''] ?? '') ?? -1;
    if (end > begin)
      return { name, json: text.slice(begin, end + 1), rest: text.slice(0, at) + text.slice(end + 1) };
  }
  return null;
}

/** Between a mark and its JSON, characters. */
const LONGEST_HEAD = 1_000;
/** Blanks, and the name of the tool where the JSON holds only its arguments. */
const HEAD = /^\s*(?:([\w.-]+)(?:\[ARGS\])?)?\s*/;

type Call = Omit<ToolCall, 'id'>;

function callsOf(json: string, outerName: string, names: ReadonlySet<string>): readonly Call[] {
  const value = parsedJson(json);
  const listed = listIn(value);
  const values: readonly unknown[] = listed ?? (Array.isArray(value) ? value : [value]);
  const calls = values.map((each) => callOf(each, outerName, names));
  return calls.includes(null) ? [] : calls.filter((call) => call !== null);
}

/** Null: there is no list of calls in it. */
function listIn(value: unknown): readonly unknown[] | null {
  const list = typeof value === 'object' && value !== null && 'tool_calls' in value ? value.tool_calls : null;
  return Array.isArray(list) ? list : null;
}

function callOf(value: unknown, outerName: string, names: ReadonlySet<string>): Call | null {
  if (typeof value !== 'object' || value === null) return null;
  if (outerName !== '') {
    return names.has(outerName) ? { name: outerName, arguments: JSON.stringify(value) } : null;
  }
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const inner = fields['function'];
  if (typeof inner === 'object' && inner !== null) return callOf(inner, '', names);
  const name = fields['name'] ?? fields['tool'];
  const input = fields['arguments'] ?? fields['parameters'] ?? fields['args'] ?? {};
  if (typeof name !== 'string' || !names.has(name)) return null;
  return { name, arguments: typeof input === 'string' ? input : JSON.stringify(input) };
}

function numbered(calls: readonly Call[]): readonly ToolCall[] {
  return calls.map((call, index) => ({ id: `call_${index + 1}`, ...call }));
}
