/** Arguments of calls as models write them. */
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/agent/arguments/call-arguments.ts';
import { droppedBy } from '../../../src/agent/tools/dropped-text.ts';
import { EVERY_TOOL } from '../../../src/agent/tools/tools.ts';
import { createMask } from '../../../src/core/access/mask.ts';

const mask = createMask({ values: [], patterns: [] });
const { raw } = String;

describe('arguments that are almost JSON', () => {
  it.each<[string, string, object]>([
    ['a quote that needs no backslash', raw`{"old":"it\'s"}`, { old: "it's" }],
    ['a regular expression', raw`{"pattern":"\d+\s"}`, { pattern: raw`\d+\s` }],
    ['a path of Windows', raw`{"path":"C:\users"}`, { path: raw`C:\users` }],
    ['escapes that are right', raw`{"old":"\\d \u00e9 \n"}`, { old: '\\d é \n' }],
    ['a control character', '{"old":"a\u000bb"}', { old: 'a\u000bb' }],
    ['a comma too many', '{"labels":["a","b",],}', { labels: ['a', 'b'] }],
    ['a comma in a text', '{"old":",}",}', { old: ',}' }],
    ['the same once more', '{"path":"a"}{"path":"a"}', { path: 'a' }],
    ['a mark of the model', '{"path":"a"}<|im_end|>', { path: 'a' }],
    ['the end of a tag', '{"path":"a"}</tool_call>', { path: 'a' }],
    ['words before a fence', 'Here it is:\n```json\n{"path":"a"}\n```', { path: 'a' }],
    ['a fence on one line', '```json{"path":"a"}```', { path: 'a' }],
    ['a list of its own', '[{"path":"a"}]', { path: 'a' }],
    ['nothing', 'null', {}],
    ['an empty list', '[]', {}],
    ['JSON in JSON in JSON', JSON.stringify(JSON.stringify('{"path":"a"}')), { path: 'a' }],
    ['a byte order mark', '\uFEFF{"path":"a"}', { path: 'a' }],
  ])('are read as they are meant: %s', (_, text, value) => {
    expect(readArguments(text, mask)).toEqual({ kind: 'read', value });
  });

  it.each([
    ['two calls', '{"path":"a"}{"path":"b"}'],
    ['half a call', '{"path":"a","text":"abc'],
    ['a call and words', '{"path":"a"} and then {"path":"b"}'],
  ])('are refused where nobody knows what is meant: %s', (_, text) => {
    expect(readArguments(text, mask)).toMatchObject({ kind: 'malformed' });
  });
});

describe('fields of a call', () => {
  const read = (name: string, input: Readonly<Record<string, unknown>>) => {
    const tool = EVERY_TOOL.find(({ schema }) => schema.name === name);
    return tool?.read(tool.plain(input));
  };

  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['in a field of their own', 'read_file', { arguments: { path: 'a' } }],
    ['beside the name of the tool', 'read_file', { name: 'read_file', parameters: '{"path":"a"}' }],
    ['empty for a number', 'read_file', { path: 'a', from_line: '', to_line: 'None' }],
    ['true as text', 'search', { pattern: 'a', ignore_case: 'true' }],
    ['a number for a text', 'search', { pattern: 404 }],
    ['one for a list', 'label_issue', { issue: 1, labels: 'bug' }],
    ['a list as JSON', 'edit_file', { path: 'a', edits: '[{"old":"x","new":"y"}]' }],
    ['an object for a list', 'edit_file', { path: 'a', edits: { old: 'x', new: 'y' } }],
    ['an empty list', 'edit_file', { path: 'a', old: 'x', new: 'y', edits: [] }],
    ['null for a list', 'finish', { summary: 's', findings: null }],
  ])('are taken as they are meant: %s', (_, name, input) => {
    expect(read(name, input)).toMatchObject({ kind: 'ready' });
  });

  it('are taken out of no field where one of the tool stands beside it', () => {
    expect(read('read_file', { path: 'a', arguments: { path: 'b' } })).toMatchObject({ texts: ['a'] });
  });
});

describe('a line that stands for what was left out', () => {
  const old = Array.from({ length: 30 }, (_, line) => `line ${line}`);

  it.each([
    '// ...',
    '# …',
    '[...]',
    '<!-- … Rest unverändert … -->',
    '// ... 其余代码保持不变 ...',
    '// same as before',
    '-- snip --',
  ])('is known in every language: %s', (line) => {
    const text = [old[0], 'new', line, ...old.slice(14)].join('\n');
    expect(droppedBy(old.join('\n'), text)?.placeholder).toBe(line);
  });

  it.each(['… and so on, they said.', 'A list of things: a, b, ...', '## 3. Others'])('is not %s', (line) => {
    const text = [old[0], 'new', line, ...old.slice(14)].join('\n');
    expect(droppedBy(old.join('\n'), text)).toBeNull();
  });
});
