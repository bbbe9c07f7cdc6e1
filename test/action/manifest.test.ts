import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ACTION_COMMANDS, ACTION_INPUTS, ACTION_OUTPUTS } from '../../src/config/github/action-registry.ts';

const ROOT = join(import.meta.dirname, '../..');
const manifest = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('action.yml', () => {
  test('has the inputs of the registry', () => {
    const inputs = Object.entries(ACTION_INPUTS).map(([name, { default: usual, ...facts }]) => [
      name,
      usual === null ? facts : { ...facts, default: usual },
    ]);
    expect(manifest.inputs).toEqual(Object.fromEntries(inputs));
    expect(Object.keys(manifest.inputs)).toEqual(Object.keys(ACTION_INPUTS));
  });

  test('has the outputs of the registry', () => {
    expect(manifest.outputs).toEqual(ACTION_OUTPUTS);
    expect(Object.keys(manifest.outputs)).toEqual(Object.keys(ACTION_OUTPUTS));
  });

  test('writes every default as text, since the runner hands over nothing else', () => {
    const usual = Object.values<{ default?: unknown }>(manifest.inputs).map((input) => input.default ?? '');
    expect(usual.filter((value) => typeof value !== 'string')).toEqual([]);
  });

  test('runs on Node 24', () => {
    expect(manifest.runs).toEqual({ using: 'node24', main: 'dist/action.mjs' });
  });

  test('names every command', () => {
    const named = [...ACTION_INPUTS.command.description.matchAll(/`(\w+)`/g)].map((match) => match[1]);
    expect(named).toEqual([...ACTION_COMMANDS]);
  });
});

describe('README.md', () => {
  test('has a table of the inputs', () => {
    const rows = Object.entries(ACTION_INPUTS).map(([name, input]) => {
      const usual = input.default === null ? '' : `\`${input.default}\``;
      return `| \`${name}\` | ${input.required ? 'yes' : ''} | ${usual} | ${input.description} |`;
    });
    expect(between('inputs')).toEqual(['| input | required | default | |', '|---|---|---|---|', ...rows]);
  });

  test('has a table of the outputs', () => {
    const rows = Object.entries(ACTION_OUTPUTS).map(
      ([name, { description }]) => `| \`${name}\` | ${description} |`,
    );
    expect(between('outputs')).toEqual(['| output | |', '|---|---|', ...rows]);
  });
});

/** The lines of the README between two markers. */
function between(name: string): readonly string[] {
  const [, text = ''] = readme.split(new RegExp(`<!-- /?${name} -->\n`));
  return text.trim().split('\n');
}
