import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPaint } from '../../../src/commands/terminal/style.ts';
import type { EffectReceipt } from '../../../src/core/effect.ts';
import { readMarker } from '../../../src/core/marker.ts';
import { newCheckpoint } from '../../../src/core/progress/checkpoint.ts';
import { jobSummary } from '../../../src/report/job/job-summary.ts';
import { commentText, newIssueText } from '../../../src/report/on-github/issue-words.ts';
import { statusPage } from '../../../src/report/status/status-page.ts';
import { nightTotal, tickLines } from '../../../src/report/terminal/night.ts';
import { rehearsalReport } from '../../../src/report/terminal/rehearsal.ts';
import { textWithCode } from '../../../src/report/words/code-blocks.ts';
import { issueSentences, plannedWords, receiptWords } from '../../../src/report/words/effect-words.ts';
import { asMasked } from '../../support/as-masked.ts';
import { EMPTY_STATE, goalResult, item, NOW, statusInput, wakeResult } from './sample.ts';

const visible = (text: string) => text.replaceAll('\u200B', '');
const BY = {
  file: 'goals/triage.yml',
  wake: { id: '4711-1', url: 'https://github.com/acme/site/actions/runs/4711' },
  marker: 'triage/#12@ab/1',
};

describe('text with blocks of code', () => {
  it.each([
    ['a\n```js\nlet a = "<b>";\n```\nb', 'a\n\n```js\nlet a = "<b>";\n```\n\nb'],
    ['~~~~\n```\n~~~\n~~~~', '````\n```\n~~~\n````'],
    ['```\na ````` b\n```', '``````\na ````` b\n``````'],
    ['```js" onclick=x\ncode\n```', '\\`\\`\\`js" onclick=x\ncode\n\\`\\`\\`'],
    ['```\nnever closed @all', '\\`\\`\\`\nnever closed @\u200Ball'],
    ['```\na\tb\u202E\u0000\n```', '```\na\tb\n```'],
    ['```\n  /wakeful stop\n```', '```\n  /\u200Bwakeful stop\n```'],
    ['/merge\n- /approve\n1. /lgtm', '/\u200Bmerge\n- /\u200Bapprove\n1. /\u200Blgtm'],
  ])('%j becomes %j', (text, shown) => {
    expect(textWithCode(text)).toBe(shown);
  });

  it('is interpreted nowhere outside of them, and every block ends', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('```', '````', '~~~', '\n', '@all ', '<b>', ' a', '/wakeful stop', '`', '#1 '),
    });
    fc.assert(
      fc.property(hostile, (text) => {
        let fence: string | null = null;
        for (const line of textWithCode(text).split('\n')) {
          const marks = /^(`{3,})\S*$/.exec(line)?.[1] ?? null;
          if (fence === null && marks !== null) fence = marks;
          else if (fence !== null && line === fence) fence = null;
          else if (fence === null) expect(line.replace(/(?<!\\)`[^`]+`/g, '~')).not.toMatch(/<|@a|#\d|^\/w/);
        }
        expect(fence).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what the agent writes on an issue', () => {
  it('is signed, and found again by its marker', () => {
    expect(commentText(asMasked('Seen, @octocat.'), asMasked(BY))).toBe(`Seen, @\u200Boctocat.

Wakeful, an agent that works unattended, wrote this for the goal \`goals/triage.yml\` (run [4711-1](https://github.com/acme/site/actions/runs/4711)).

<!-- wakeful: triage/%2312%40ab/1 -->`);
  });

  it('fits into what GitHub takes, whatever it grows to', () => {
    const hostile = fc.string({ unit: fc.constantFrom('<', '`', '*', '\n', '@a', '```\n'), maxLength: 200 });
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 400 }), (text, times) => {
        const issue = newIssueText(
          { title: asMasked(text.repeat(times)), body: asMasked(text.repeat(times)) },
          asMasked(BY),
        );
        expect(issue.title.length).toBeLessThanOrEqual(256);
        expect(issue.body.length).toBeLessThan(65_536);
        expect(readMarker(issue.body)).toBe(BY.marker);
      }),
      { numRuns: 100 },
    );
  });
});

const RECEIPTS: readonly EffectReceipt[] = [
  { kind: 'comment_on_issue', issue: 12, url: 'https://github.com/acme/site/issues/12' },
  { kind: 'label_issue', issue: 12, url: 'https://github.com/acme/site/issues/12' },
  { kind: 'open_issue', issue: 13, url: 'https://github.com/acme/site/issues/13' },
];
const GOALS = [goalResult({ goal: 'triage', effects: RECEIPTS })];

describe('effects on issues', () => {
  it('are told in the draft of their item, before they are made and after', () => {
    const planned = [
      plannedWords(asMasked({ kind: 'label_issue', issue: 12, labels: ['bug', '<b>'] })),
      plannedWords({ kind: 'open_issue', title: asMasked('See @octocat'), body: asMasked('') }),
    ];
    expect(visible(issueSentences(12, [...RECEIPTS.map(receiptWords), ...planned]))).toBe(
      'For issue #12. On issues: a comment on #12; labels on #12; a new issue: #13; labels on #12: bug, &lt;b&gt;; a new issue: See @octocat.',
    );
    expect(issueSentences(null, [])).toBe('');
  });

  it('are told on the page of the run', () => {
    const text = jobSummary(
      asMasked({
        result: asMasked(wakeResult({ goals: GOALS })),
        verdict: 'fine',
        trigger: { kind: 'schedule', by: asMasked('the schedule'), reason: asMasked('a tick') },
        stop: asMasked(''),
        log: [],
        now: NOW,
        site: { serverUrl: asMasked('https://github.com'), repository: asMasked('acme/site') },
      }),
    );
    expect(visible(text)).toContain(`### Issues

- [a comment on #12](https://github.com/acme/site/issues/12) (\`triage\`)
- [labels on #12](https://github.com/acme/site/issues/12) (\`triage\`)
- [a new issue: #13](https://github.com/acme/site/issues/13) (\`triage\`)
`);
  });

  it('are told at the end of a rehearsal and on the time line of a night', () => {
    const style = { width: 80, paint: createPaint(false) };
    const result = wakeResult({ goals: GOALS });
    const text = rehearsalReport(
      { result, now: NOW, model: { kind: 'scripted' }, program: 'npm start --', slotsPerMonth: {} },
      style,
    );
    expect(text).toContain(`Issues
  triage: a comment on #12 (https://github.com/acme/site/issues/12)
`);
    const line = tickLines({ at: NOW, result }, style).join(' ').replace(/\s+/g, ' ');
    expect(line).toContain('triage, due 22 Nov 00:00, 12,340 tokens, 1 comment, 1 new issue, 1 label change');
    expect(nightTotal([{ result }, { result }])[0]?.effects).toHaveLength(6);
  });

  it('are counted on the status page, where there are any', () => {
    const checkpoint = {
      ...newCheckpoint('triage'),
      items: {
        '#12@ab': item({ status: 'done', effects: RECEIPTS }),
        '#14@ab': item({ status: 'done', effects: RECEIPTS.slice(0, 1) }),
      },
    };
    const state = { ...EMPTY_STATE, checkpoints: { triage: checkpoint } };
    const goals = [{ id: 'triage', title: 'Triage' }];
    expect(statusPage(statusInput({ state, goals }))).toContain(
      '- **On issues:** triage: 2 comments, 1 new issue, 1 label change.',
    );
    expect(statusPage(statusInput({ goals }))).not.toContain('On issues');
  });
});
