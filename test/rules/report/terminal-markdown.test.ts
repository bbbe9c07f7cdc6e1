import { describe, expect, it } from 'vitest';
import { createPaint } from '../../../src/commands/terminal/style.ts';
import { displayWidth } from '../../../src/report/words/display-width.ts';
import { codeSpan, inlineText, link, valueSpan } from '../../../src/report/words/markdown.ts';
import { markdownOnTerminal } from '../../../src/report/words/terminal-markdown.ts';

const STYLE = { width: 60, paint: createPaint(false) };

describe('Markdown on a terminal', () => {
  it('shows headings, lists, and each row of a table as a paragraph', () => {
    const markdown = `## 2 goals

### What each may do

| Goal | May read | Runs |
| --- | --- | --- |
| \`docs-index\` | \`docs/**\`, \`README.md\` | nothing |
| **All** |  | \`npm test\` |

- Times are UTC. A goal that never ran is due at the next run, whatever it says.
  - Inside.
`;
    expect(markdownOnTerminal(markdown, STYLE)).toBe(`2 goals

What each may do

docs-index
  May read: docs/**, README.md
  Runs: nothing

All
  Runs: npm test

- Times are UTC. A goal that never ran is due at the next
  run, whatever it says.
  - Inside.
`);
    const painted = markdownOnTerminal(markdown, { width: 60, paint: createPaint(true) });
    expect(painted).toContain('\u001B[1m2 goals\u001B[22m\n');
    for (const line of markdownOnTerminal(markdown, STYLE).split('\n'))
      expect(displayWidth(line)).toBeLessThanOrEqual(60);
  });

  it.each([
    '*a* [b] _c_ ~d~ <e> & f|g \\ `h` #1 @octocat',
    '1. x',
    'a-b_c.md',
    'fixes #1 https://example.org',
    '`|`',
    '**/*.md',
  ])('gives back what was escaped, in a line and in a cell: %s', (text) => {
    expect(markdownOnTerminal(inlineText(text), STYLE)).toBe(`${text.replaceAll('`h`', 'h')}\n`);
    const table = `| A | B |\n| --- | --- |\n| x | ${valueSpan(text)} |`;
    const cell = /^x\n {2}B: ([\s\S]*)\n$/.exec(markdownOnTerminal(table, STYLE))?.[1] ?? '';
    expect(cell.replace(/[“”`]/g, '')).toBe(text.replaceAll('`', ''));
  });

  it('shows where a link leads, and lets nothing move the cursor', () => {
    expect(markdownOnTerminal(link('#7 [x]', 'https://example.org/7'), STYLE)).toBe(
      '#7 [x] (https://example.org/7)\n',
    );
    expect(markdownOnTerminal(`${codeSpan('a\u001B[2Jb')} \u001B[2Jc`, STYLE)).not.toContain('\u001B');
  });
});
