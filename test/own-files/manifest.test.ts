import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ACTION_COMMANDS, ACTION_INPUTS, ACTION_OUTPUTS } from '../../src/config/github/action-registry.ts';
import { VERSION } from '../../src/core/text/versions.ts';

const ROOT = join(import.meta.dirname, '../..');
const manifest = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
const page = readFileSync(join(ROOT, 'docs/action.md'), 'utf8');

interface Entry {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}
const inputs: readonly (readonly [string, Entry])[] = Object.entries(manifest.inputs);
const outputs: readonly (readonly [string, Entry])[] = Object.entries(manifest.outputs);

describe('action.yml', () => {
  test('has the inputs of the registry', () => {
    const facts = inputs.map(([name, { required, default: usual = null }]) => [
      name,
      { required, default: usual },
    ]);
    expect(facts).toEqual(Object.entries(ACTION_INPUTS));
  });

  test('has the outputs of the registry', () => {
    expect(outputs.map(([name]) => name)).toEqual(ACTION_OUTPUTS);
  });

  test('describes each of them, without an expression: GitHub evaluates it, and does not load the Action', () => {
    for (const [, { description }] of [...inputs, ...outputs])
      expect(description).toMatch(/^(?!.*\$\{\{).{10}/);
  });

  test('writes every default as text, since the runner hands over nothing else', () => {
    const usual = Object.values<{ default?: unknown }>(manifest.inputs).map((input) => input.default ?? '');
    expect(usual.filter((value) => typeof value !== 'string')).toEqual([]);
  });

  test('runs on Node 24', () => {
    expect(manifest.runs).toEqual({ using: 'node24', main: 'dist/action.mjs' });
  });

  test('names every command', () => {
    const named = [...manifest.inputs.command.description.matchAll(/`(\w+)`/g)].map((match) => match[1]);
    expect(named).toEqual([...ACTION_COMMANDS]);
  });
});

test('the program knows the version of its package', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(VERSION).toBe(`v${version}`);
});

describe('docs/action.md', () => {
  test('has a table of the inputs', () => {
    const rows = inputs.map(([name, input]) => {
      const usual = input.default === undefined ? '' : `\`${input.default}\``;
      return `| \`${name}\` | ${input.required ? 'yes' : ''} | ${usual} | ${input.description} |`;
    });
    expect(between('inputs')).toEqual(['| input | required | default | |', '|---|---|---|---|', ...rows]);
  });

  test('has a table of the outputs', () => {
    const rows = outputs.map(([name, { description }]) => `| \`${name}\` | ${description} |`);
    expect(between('outputs')).toEqual(['| output | |', '|---|---|', ...rows]);
  });
});

/** The lines of the page between two markers. */
function between(name: string): readonly string[] {
  const [, text = ''] = page.split(new RegExp(`<!-- /?${name} -->\n`));
  return text.trim().split('\n');
}
