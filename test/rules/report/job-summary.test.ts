import { describe, expect, it } from 'vitest';
import { ACTION_OUTPUTS } from '../../../src/config/github/action-registry.ts';
import type { LogEntry } from '../../../src/core/event.ts';
import type { DraftResult } from '../../../src/core/wake-result.ts';
import { actionOutputs } from '../../../src/report/job/action-outputs.ts';
import { jobSummary, type SummaryInput } from '../../../src/report/job/job-summary.ts';
import { asMasked } from '../../support/as-masked.ts';
import { goalResult, NOW, wakeResult } from './sample.ts';

const site = { serverUrl: 'https://github.com', repository: 'acme/site' };
const LINE: LogEntry = {
  ts: '2026-11-22T03:00:12Z',
  level: 'info',
  event: 'lease_taken',
  message: 'The lease on docs-index is taken.',
  wake: '1-1',
  goal: 'docs-index',
};
const DRAFT: DraftResult = {
  title: 'Keep the docs index complete',
  branch: 'wakeful/docs-index/x-1',
  number: 12,
  url: 'https://github.com/acme/site/pull/12',
  complete: true,
  files: [
    { path: 'docs/index.md', added: 3, removed: 1 },
    { path: 'docs/a.md', added: 1, removed: 0 },
  ],
};

function summary(change: Partial<SummaryInput> = {}): string {
  return jobSummary(
    asMasked({
      result: asMasked(wakeResult({ goals: [goalResult({ drafts: [DRAFT] })] })),
      verdict: 'fine',
      trigger: { kind: 'schedule', by: asMasked('the schedule'), reason: asMasked('cron 17,47 * * * *') },
      stop: asMasked(''),
      log: [LINE],
      now: NOW,
      site,
      ...change,
    }),
  );
}

/** Without what keeps `#12` from being a reference. */
function visible(text: string): string {
  return text.replaceAll('\u200B', '');
}

describe('the job summary', () => {
  it('says how it ended, what was done, what it cost, and what comes next', () => {
    expect(visible(summary())).toBe(`## Done: 1 draft to review, 0 problems

Started by the schedule: cron 17,47 \\* \\* \\* \\*.

\`docs-index\` is due next: 22 Nov 2026 06:00 UTC, in 2 h 50 min.

Ending: \`worked\` ([what it means](https://github.com/acme/site/blob/HEAD/docs/endings.md#worked)).

### What was done

| Goal | Due (UTC) | Result | Tasks | Calls | Tokens | Spent |
|---|---|---|--:|--:|--:|--:|
| Keep the docs index complete (\`docs-index\`) | 22 Nov 00:00 | [done](https://github.com/acme/site/blob/HEAD/docs/endings.md#worked) | 1/1 | 5 | 12,340 | no price |

### Drafts

- [#12 Keep the docs index complete](https://github.com/acme/site/pull/12) (\`docs-index\`, 2 files, +4 −1), branch \`wakeful/docs-index/x-1\`

### Log

- 22 Nov 03:00:12 \`docs-index\` The lease on docs-index is taken.

The status and the whole log are on the branch [wakeful-state](https://github.com/acme/site/tree/wakeful-state).
`);
  });

  it('says why a stop is set and how to resume: the variable', () => {
    const text = summary({
      result: wakeResult({ ending: 'stopped', detail: 'WAKEFUL_STOP is set: false.', stateBranch: null }),
      stop: 'false',
    });
    expect(text).toContain('**Why:** false');
    expect(text).toContain(
      '**To resume:** delete the variable `WAKEFUL_STOP` (it is [a repository variable](https://github.com/acme/site/settings/variables/actions)',
    );
    expect(text).toContain('Any value of it stops the agent, even `false`.');
  });

  it('says why a stop is set and how to resume: the file', () => {
    const text = summary({
      result: wakeResult({ ending: 'stopped', detail: 'state/STOP is set: holidays.' }),
    });
    expect(text).toContain('state/STOP is set: holidays.');
    expect(text).toContain(
      'write the comment `/wakeful resume` on any issue, or delete `state/STOP` on the branch [wakeful-state](https://github.com/acme/site/tree/wakeful-state).',
    );
  });

  it('links the issue of what was told before, and says why the run is green', () => {
    const alert = {
      goal: 'x',
      cause: 'bad_goal',
      title: 'Wakeful: x',
      issue: 7,
      opened: false,
      known: false,
    };
    const untold = { ...alert, title: 'Wakeful: y', issue: null };
    const result = wakeResult({ ending: 'bad_goal', alerts: [alert, { ...alert, opened: true }, untold] });
    const text = visible(summary({ result, verdict: 'told_before' }));
    expect(text).toContain(
      'This needs you. The open issues below say so already, so the job is green and nobody is mailed again.',
    );
    expect(text).toContain('- Wakeful: x ([#7](https://github.com/acme/site/issues/7))\n');
    expect(text).toContain('([#7](https://github.com/acme/site/issues/7), **new**)');
    expect(text).toContain('- Wakeful: y: the issue could not be opened yet. A later run tries again.');
  });

  it('names the server that the repository is on', () => {
    const text = summary({ site: { serverUrl: 'https://git.example.org', repository: 'acme/site' } });
    expect(text).toContain('https://git.example.org/acme/site/tree/wakeful-state');
  });

  it('stays far below what GitHub takes, whatever it is about', () => {
    const long = '@<b>ä|*_[`'.repeat(5_000);
    const draft = { ...DRAFT, title: long, branch: `wakeful/${'x'.repeat(200)}`, number: null, url: null };
    const goals = Array.from({ length: 1_000 }, () =>
      goalResult({ title: long, detail: long, ending: 'gave_up', drafts: [draft, draft] }),
    );
    const problem = { file: long, line: 1, column: 1, message: long, goal: null };
    const alert = { goal: 'x', cause: 'x', title: long, issue: 1, opened: true, known: false };
    const result = wakeResult({
      goals,
      detail: long,
      problems: Array.from({ length: 1_000 }, () => problem),
      alerts: Array.from({ length: 1_000 }, () => alert),
    });
    const text = summary({
      result,
      stop: long,
      log: Array.from({ length: 1_000 }, () => ({ ...LINE, message: long })),
    });
    expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
    expect(text).toContain('| 900 more goals |');
    expect(text).toContain('The last 60 of 1,000 lines:');
  });

  it('keeps the words of others plain text', () => {
    const words = '</table> @acme/all closes #1 [x](http://evil.example) | ::error::x\n# Heading';
    const goal = goalResult({
      title: words,
      detail: words,
      ending: 'gave_up',
      drafts: [{ ...DRAFT, title: words }],
    });
    const text = summary({
      result: wakeResult({ goals: [goal], detail: words }),
      trigger: { by: words, reason: words },
      log: [{ ...LINE, message: words }],
    });
    expect(text).not.toMatch(/<\/table>|@acme|\]\(http:\/\/evil|closes #1|^# Heading/m);
  });
});

describe('the outputs', () => {
  it('are those of the registry', () => {
    expect(Object.keys(actionOutputs(wakeResult(), site))).toEqual(ACTION_OUTPUTS);
  });

  it('say what was done as JSON and figures', () => {
    const goals = [
      goalResult({ drafts: [DRAFT], spent: { tokens: 1_000, usdMicros: 2_500, calls: 2 } }),
      goalResult({ spent: { tokens: 234, usdMicros: 0, calls: 1 } }),
    ];
    const alert = {
      goal: null,
      cause: 'bad_settings',
      title: 'Wakeful',
      issue: 3,
      opened: true,
      known: false,
    };
    const outputs = actionOutputs(wakeResult({ goals, alerts: [alert] }), site);
    expect(outputs).toMatchObject({
      ending: 'worked',
      tokens: '1234',
      usd: '0.002500',
      'next-due': '2026-11-22T06:00:00Z',
    });
    expect(JSON.parse(outputs.drafts)).toEqual([
      {
        goal: 'docs-index',
        title: DRAFT.title,
        branch: DRAFT.branch,
        number: 12,
        url: DRAFT.url,
        complete: true,
      },
    ]);
    expect(JSON.parse(outputs.alerts)).toEqual([
      {
        goal: null,
        cause: 'bad_settings',
        title: 'Wakeful',
        issue: 3,
        url: 'https://github.com/acme/site/issues/3',
        opened: true,
      },
    ]);
  });
});
