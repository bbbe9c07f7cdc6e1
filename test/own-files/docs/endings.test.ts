/** docs/endings.md says of every ending what the table of the code says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENDINGS, type Ending } from '../../../src/core/ending.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/endings.md'), 'utf8');

/** The text of each section, by the ending that its heading names. */
const SECTIONS = new Map(
  PAGE.split(/^### /m)
    .slice(1)
    .map((section) => [/^`(\w+)`\n/.exec(section)?.[1] ?? section.slice(0, 40), section] as const),
);

const JOB = { 0: 'green', 1: 'red once' } as const;
const ALERT = { never: 'no', at_threshold: 'if it goes on', at_once: 'at once' } as const;

describe('docs/endings.md', () => {
  test('has one section for each ending, in the order of the code, and no other', () => {
    expect([...SECTIONS.keys()]).toEqual(Object.keys(ENDINGS));
  });

  test.each(Object.keys(ENDINGS) as Ending[])(
    'says of %s how the job looks and whether an alert is opened',
    (ending) => {
      const { exitCode, alert } = ENDINGS[ending];
      const lines = SECTIONS.get(ending)?.split('\n') ?? [];
      expect(lines.slice(1, 4)).toEqual(['', `Job: ${JOB[exitCode]}. Alert: ${ALERT[alert]}.`, '']);
    },
  );

  test.each([...SECTIONS])('says more about %s than the table does', (_, section) => {
    expect(section.split('\n').slice(4).join(' ').length).toBeGreaterThan(80);
  });
});
