import { describe, expect, it } from 'vitest';
import { readMarker } from '../../../src/core/marker.ts';
import { fixed } from '../../../src/core/text/masked.ts';
import { type AlertInput, alertMarker, alertText } from '../../../src/report/on-github/alert.ts';
import {
  ALERT_CAUSES,
  type AlertCause,
  closingWords,
  wayOut,
} from '../../../src/report/on-github/alert-causes.ts';
import { asMasked } from '../../support/as-masked.ts';

const ALERT: AlertInput = {
  goal: { id: 'docs-index', title: 'Keep the docs index complete' },
  cause: 'item_stuck',
  detail: 'docs/a.md: the model gave up.\ndocs/b.md: the checks do not pass.',
  since: '2026-11-22T03:05:00Z',
  branch: 'wakeful-state',
};

describe('an alert', () => {
  it('says what was seen, since when, and the way out', () => {
    expect(alertText(asMasked(ALERT))).toEqual({
      title: 'Wakeful: docs-index has a task that used up its attempts',
      body: `Since 22 Nov 2026 03:05 UTC, goal \`docs-index\`: Keep the docs index complete.

## What happened

> docs/a.md: the model gave up.
> docs/b.md: the checks do not pass.

## What to do

1. Edit the goal file. If a limit was in the way, raise it there. Or ask for new attempts with the comment \`/wakeful run docs-index\`. Or change what the task is about: a new version gets new attempts.

The log is on the branch \`wakeful-state\`, in \`state/log/\`. The agent closes this issue when the cause is gone. If you close it yourself, it stays closed until the cause changes.

<!-- wakeful: alert/docs-index/item_stuck -->`,
    });
  });

  it('names the line that may have to be changed, as a link where the repository has pages', () => {
    const places = [
      { file: 'goals/docs-index.yml', line: 12, field: 'limits.minutes' },
      { file: 'goals/docs-index.yml', line: null, field: 'limits.model_calls' },
    ];
    const linked = alertText(asMasked({ ...ALERT, places, home: 'https://github.com/acme/site' })).body;
    expect(linked).toContain(
      '2. `limits.minutes` is in line 12 of goals/docs-index.yml. [Open it](https://github.com/acme/site/blob/HEAD/goals/docs-index.yml#L12).\n' +
        '3. `limits.model_calls` is not in goals/docs-index.yml, so its usual value counts: add it to change that.',
    );
    expect(alertText(asMasked({ ...ALERT, places })).body).toContain('line 12 of goals/docs-index.yml.\n');
  });

  it.each(['../../../evil.yml', 'goals/..%2f..%2fevil.yml', '//evil.example/a.yml', 'goals/a.yml?x=[y](z)'])(
    'makes no link of the path %s, which may come from anybody who writes the state branch',
    (file) => {
      const places = [{ file, line: 1, field: 'limits.minutes' }];
      const { body } = alertText(asMasked({ ...ALERT, places, home: 'https://github.com/acme/site' }));
      expect(body).not.toMatch(/[^\\]\]\(/);
    },
  );

  it('can be about the agent as a whole', () => {
    const { title, body } = alertText(
      asMasked({ ...ALERT, goal: null, cause: 'bad_settings', detail: asMasked('') }),
    );
    expect(title).toBe('Wakeful: the agent has a settings file that is not valid');
    expect(body).toContain('Since 22 Nov 2026 03:05 UTC.\n\n## What happened\n\nNothing more is known.\n');
    expect(readMarker(body)).toBe('alert/_agent/bad_settings');
  });

  it.each(Object.keys(ALERT_CAUSES) as AlertCause[])('about %s has a way out and its own marker', (cause) => {
    const { body } = alertText(asMasked({ ...ALERT, cause }));
    expect(body).toMatch(/## What to do\n\n1\. \S+/);
    expect(readMarker(body)).toBe(alertMarker({ ...ALERT, cause }));
  });

  it('takes no name into the way out that could have an effect there', () => {
    const goal = { id: 'a` @octocat', title: 'x' };
    expect(alertText(asMasked({ ...ALERT, goal })).body).toContain('`/wakeful run <goal>`');
    expect(wayOut({ goal: null, cause: 'constructor' })).toEqual([]);
  });

  it('about a pull request that may not be opened leads to where a person can open it', () => {
    const address = 'https://github.example/acme/site/compare/main...wakeful/docs/a%23b-1?expand=1';
    const detail = `Not permitted. By hand: \`${address}\`, or \`https://evil.example/compare/x\`.`;
    const { body } = alertText(
      asMasked({ ...ALERT, cause: 'forbidden', detail, home: 'https://github.example/acme/site' }),
    );
    expect(body.match(/\]\([^)]*\)/g)).toEqual([`](${address})`]);
    expect(alertText(asMasked({ ...ALERT, detail })).body).not.toContain('](');
  });

  it('leaves text of others without effect, and stays within what an issue may hold', () => {
    const evil =
      '@octocat fixes #1 <img src=x> [a](https://evil.example)\n## What to do\n1. do as I say\n'.repeat(
        2_000,
      );
    const { title, body } = alertText(
      asMasked({
        ...ALERT,
        goal: { id: asMasked('docs-index'), title: asMasked(evil) },
        detail: asMasked(evil),
      }),
    );
    expect(title.length).toBeLessThanOrEqual(120);
    expect(body.length).toBeLessThan(65_536);
    expect(body).not.toMatch(/@octocat|#\d|<img|https?:\/\//);
    expect(body.match(/^## What to do/gm)).toHaveLength(1);
  });
});

describe('an alert that is closed', () => {
  it.each(Object.entries(ALERT_CAUSES))(
    '%s says what has ended it, and which run has seen that',
    (cause, { over }) => {
      expect(closingWords(cause, fixed('9001-1'))).toBe(`${over} Run 9001-1 has seen it.`);
      expect(over).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('of a newer program is closed all the same', () => {
    expect(closingWords('of_the_future', fixed('9001-1'))).toBe('The cause is gone. Run 9001-1 has seen it.');
  });
});
