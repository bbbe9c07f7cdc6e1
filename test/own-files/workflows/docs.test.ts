/** docs/workflows.md says what the files say. */
import { describe, expect, test } from 'vitest';
import { readWorkflow, repositoryText, workflowTexts } from '../../support/workflows/workflow-files.ts';

const DOCS = repositoryText('docs/workflows.md').text;

describe('docs/workflows.md', () => {
  test.each(workflowTexts())('has a row for $file that names what its token may write', (source) => {
    const name = source.file.split('/').at(-1) ?? '';
    const row = DOCS.split('\n').find((line) => line.startsWith(`| [${name}]`)) ?? '';
    const scopes = Object.values(readWorkflow(source).jobs).flatMap(({ permissions }) =>
      Object.entries(permissions ?? {}).flatMap(([scope, level]) => (level === 'write' ? [scope] : [])),
    );
    const told =
      row
        .split('|')
        .at(-2)
        ?.trim()
        .split(', ')
        .map((word) => word.replace(' ', '-')) ?? [];
    expect(told.filter((word) => word !== 'nothing').toSorted()).toEqual([...new Set(scopes)].toSorted());
  });

  test('lists every variable and secret that a workflow uses, and no other', () => {
    const used = workflowTexts().flatMap(({ text }) =>
      [...text.matchAll(/\b(?:vars|secrets)\.(\w+)/g)].map(([, name]) => name),
    );
    const listed = [...DOCS.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual([...new Set(used)].toSorted());
  });
});
