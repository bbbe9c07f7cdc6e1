import { asRecord, parsedJson } from './json.ts';

/** A call that stands between marks in a text. */
export interface TaggedCall {
  readonly name: string;
  /** JSON. */
  readonly arguments: string;
}

export interface TaggedText {
  readonly calls: readonly TaggedCall[];
  /** What is left of the text. */
  readonly rest: string;
}

interface Form {
  readonly begin: string;
  readonly end: string;
  /** Null: it is no call of this form. */
  readonly read: (inner: string) => TaggedCall | null;
}

/** How models mark their calls, where their server does not read them. */
const FORMS: readonly Form[] = [
  { begin: '<function=', end: '</function>', read: (inner) => withParameters(/^([\w.:-]+)>/, inner) },
  { begin: '<invoke ', end: '</invoke>', read: (inner) => withParameters(/^name="([\w.:-]+)"[^>]*>/, inner) },
  { begin: '<tool_call>', end: '</tool_call>', read: withPairs },
  { begin: '<｜tool▁call▁begin｜>', end: '<｜tool▁call▁end｜>', read: behindSeparator },
  {
    begin: '<|tool_call_begin|>',
    end: '<|tool_call_end|>',
    read: (inner) => split(inner, '<|tool_call_argument_begin|>', /^\s*([\w.:-]+)\s*$/),
  },
  { begin: '<|channel|>', end: '<|call|>', read: (inner) => split(inner, '<|message|>', /\bto=([\w.:-]+)/) },
];

/** What stands around calls, and means nothing without them. */
const AROUND = [
  ...['<tool_call>', '</tool_call>', '<function_calls>', '</function_calls>'],
  ...[
    '<｜tool▁calls▁begin｜>',
    '<｜tool▁calls▁end｜>',
    '<|tool_calls_section_begin|>',
    '<|tool_calls_section_end|>',
  ],
];

/** The calls of the first form in which the text has some; null: it has none. Each text is read once for each form. */
export function taggedCalls(text: string, isKnown: (name: string) => boolean): TaggedText | null {
  for (const form of FORMS) {
    const { inners, rest } = between(text, form);
    const calls = inners.flatMap((inner) => form.read(inner) ?? []);
    if (calls.length > 0 && calls.length === inners.length && calls.every(({ name }) => isKnown(name)))
      return { calls, rest: AROUND.reduce((left, mark) => left.replaceAll(mark, ''), rest).trim() };
  }
  return null;
}

/** The last one may lack its end. */
function between(
  text: string,
  { begin, end }: Form,
): { readonly inners: readonly string[]; readonly rest: string } {
  const [rest = '', ...parts] = text.split(begin);
  const left = [rest];
  const inners = parts.map((part) => {
    const at = part.indexOf(end);
    if (at >= 0) left.push(part.slice(at + end.length));
    return at < 0 ? part : part.slice(0, at);
  });
  return { inners, rest: left.join('') };
}

/** `<parameter=path>a</parameter>`, or the same with `name="path"`. */
function withParameters(head: RegExp, inner: string): TaggedCall | null {
  const [start, name] = head.exec(inner) ?? [];
  if (start === undefined || name === undefined) return null;
  const [before = '', ...parts] = inner.slice(start.length).split('<parameter');
  if (before.trim() !== '') return null;
  const fields = parts.flatMap((part): readonly (readonly [string, string])[] => {
    const [mark, bare, quoted] = /^(?:=([\w-]+)|\s+name="([\w-]+)"[^>]*)>/.exec(part) ?? [];
    if (mark === undefined) return [];
    const end = part.lastIndexOf('</parameter>');
    return [[bare ?? quoted ?? '', withoutBreaks(part.slice(mark.length, end < 0 ? undefined : end))]];
  });
  return { name, arguments: JSON.stringify(Object.fromEntries(fields)) };
}

/** `read_file<arg_key>path</arg_key><arg_value>a</arg_value>` */
function withPairs(inner: string): TaggedCall | null {
  const [name = '', ...parts] = inner.split('<arg_key>');
  if (parts.length === 0 || !/^[\w.:-]+$/.test(name.trim())) return null;
  const fields = parts.map((part): readonly [string, string] => {
    const [key = '', value = ''] = part.split('<arg_value>');
    return [(key.split('</arg_key>')[0] ?? '').trim(), value.split('</arg_value>')[0] ?? ''];
  });
  return { name: name.trim(), arguments: JSON.stringify(Object.fromEntries(fields)) };
}

/** `function<｜tool▁sep｜>read_file` with fenced JSON below, or `read_file<｜tool▁sep｜>{…}`. */
function behindSeparator(inner: string): TaggedCall | null {
  const [kind = '', behind = ''] = inner.split('<｜tool▁sep｜>');
  if (kind.trim() !== 'function') return call(kind, behind);
  const line = behind.indexOf('\n');
  return line < 0 ? null : call(behind.slice(0, line), behind.slice(line + 1));
}

function split(inner: string, separator: string, head: RegExp): TaggedCall | null {
  const at = inner.indexOf(separator);
  const name = head.exec(inner.slice(0, Math.max(0, at)))?.[1];
  return name === undefined ? null : call(name, inner.slice(at + separator.length));
}

function call(name: string, json: string): TaggedCall | null {
  const plain = json
    .trim()
    .replace(/^```\w*\n/, '')
    .replace(/\n?```$/, '');
  return asRecord(parsedJson(plain)) === null ? null : { name: name.trim(), arguments: plain };
}

function withoutBreaks(value: string): string {
  return value.replace(/^\r?\n/, '').replace(/\r?\n$/, '');
}
