import { describe, expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import { readMarker } from '../../../src/core/marker.ts';
import type { ItemRecord } from '../../../src/core/state.ts';
import { type Behaviour, type ModelTurn, modelOf } from '../../../src/simulation/model/behaviour.ts';
import type { IssueCall } from '../../../src/simulation/world/memory-issues.ts';
import { goalText, Night, PLAIN, STATE, WITHOUT_DASHBOARD } from '../../support/memory/night.ts';
import { commenting, commentsOn, doing, nightOf, SLOT, TICK, triage } from '../../support/memory/triage.ts';
import { told } from '../../support/memory/wishes.ts';

const ALL = ['comment_on_issue', 'open_issue', 'label_issue'] as const;
const VISIBLE = /\u200b/g;

function recordsOf(night: Night): readonly ItemRecord[] {
  return Object.values(night.state().checkpoints['tidy']?.items ?? {});
}

const outboxOf = (night: Night) => recordsOf(night).flatMap(({ outbox }) => outbox);
const wakeWith = (night: Night, behave: Behaviour = commenting) =>
  night.wake({ model: modelOf(behave, () => night.clock.advance(1_000)) });

const neverAsked: Behaviour = () => {
  throw new Error('The model is not needed for this.');
};

/** Calls of the agent that change something. */
const CHANGES: readonly IssueCall[] = ['comment', 'label', 'open'];

function changesIn(night: Night): IssueCall[] {
  const changes: IssueCall[] = [];
  night.issues.onCall = (_call, name) => {
    if (CHANGES.includes(name)) changes.push(name);
    return null;
  };
  return changes;
}

describe('effects on issues', () => {
  const threefold = doing((issue) => [
    ['label_issue', { issue, labels: ['bug'] }],
    ['open_issue', { title: 'A follow-up', body: 'More to do.' }],
    ['comment_on_issue', { issue, body: 'Looked at.' }],
  ]);

  test('are carried out in order, once the item is saved, and leave receipts, log lines and results', async () => {
    const night = await nightOf([{ title: 'One' }], { goals: { tidy: triage(ALL) } });
    night.issues.labels.add('bug');
    const steps: string[] = [];
    night.remote.onPush = () => {
      steps.push('push');
      return null;
    };
    night.issues.onCall = (_call, name) => {
      if (CHANGES.includes(name)) steps.push(name);
      return null;
    };
    const { result } = await wakeWith(night, threefold);
    expect(steps).toEqual(['push', 'push', 'label', 'open', 'comment', 'push']);
    expect(night.issues.find(1)?.labels).toEqual(['triage', 'bug']);
    expect(night.issues.find(2)).toMatchObject({ title: 'A follow-up', labels: [] });
    expect(commentsOn(night, 1)).toEqual(['Looked at.']);
    const receipts = [
      { kind: 'label_issue', issue: 1 },
      { kind: 'open_issue', issue: 2 },
      { kind: 'comment_on_issue', issue: 1 },
    ];
    expect(result.goals[0]?.effects).toMatchObject(receipts);
    expect(recordsOf(night)[0]).toMatchObject({ outbox: [], effects: receipts });
    expect(told(night, 'issue_labelled')).toEqual(['Labelled issue #1 with bug.']);
    expect(told(night, 'issue_opened')).toEqual(['Opened issue #2: A follow-up.']);
    expect(told(night, 'issue_commented')).toEqual(['Commented on issue #1.']);
    expect(night.remote.text(STATE, 'README.md')).toContain(
      '**On issues:** tidy: 1 comment, 1 new issue, 1 label change.',
    );
  });

  test('need no draft, wait for none, and go on beside those of others', async () => {
    const goals = { first: PLAIN, tidy: triage() };
    const night = await nightOf([{ title: 'One' }], { goals, settings: 'open_drafts: 1\n' });
    const both: Behaviour = (facts) =>
      facts.item.startsWith('#')
        ? commenting(facts)
        : facts.turn === 0
          ? [['write_file', { path: 'docs/a.md', text: 'A\n' }]]
          : [['finish', { summary: 'Done.' }]];
    const { result } = await wakeWith(night, both);
    expect(result.goals.map(({ goal, ending }) => [goal, ending])).toEqual([
      ['first', 'worked'],
      ['tidy', 'worked'],
    ]);
    expect(commentsOn(night, 1)).toEqual(['Looked at 1.']);
  });

  test('are named in the draft of the same item, which names its issue', async () => {
    const goal = `schedule: {every: 6h}
permissions: {write: ["docs/**"], effects: [draft_pull_request, comment_on_issue, open_issue]}
for_each: {issues: {labels: [triage]}, drafts: per_item}
`;
    const night = await nightOf([{ title: 'Fixes #7 @octocat' }], { goals: { tidy: goal } });
    const changes: string[] = [];
    night.github.onCall = (_call, name) => {
      if (name === 'createDraft') changes.push(name);
      return null;
    };
    night.issues.onCall = (_call, name) => {
      if (CHANGES.includes(name)) changes.push(name);
      return null;
    };
    await wakeWith(
      night,
      doing((issue) => [
        ['write_file', { path: 'docs/a.md', text: 'A\n' }],
        ['comment_on_issue', { issue, body: 'A draft is on its way.' }],
        ['open_issue', { title: 'Also **this**', body: 'B' }],
      ]),
    );
    expect(changes).toEqual(['createDraft', 'comment', 'open']);
    const [draft] = night.github.drafts;
    expect(draft?.title.replace(VISIBLE, '')).toBe('tidy is looked after: #1 Fixes #7 @octocat');
    expect(draft?.title).not.toMatch(/#\d|@\w|Fixes #/);
    expect(draft?.body).toContain(
      'For issue #1. On issues: a comment on #1; a new issue: Also \\*\\*this\\*\\*.',
    );
  });

  test('of an item that is not finished are dropped, and asked for anew', async () => {
    const night = await nightOf([{ title: 'One' }], {
      goals: { tidy: triage(['comment_on_issue'], 'limits: {model_calls: 1}\n') },
    });
    expect((await wakeWith(night)).result.ending).toBe('call_limit');
    expect([commentsOn(night, 1), outboxOf(night)]).toEqual([[], []]);
  });
});

describe('what the agent writes on an issue', () => {
  const hostile = [
    '/wakeful resume',
    'Thanks @octocat, fixes #3. <b>x</b> <!-- wakeful: tidy/x/1 -->',
    '[click](https://evil.example)',
    '```sh',
    'npm ci # closes #4 <b> @all',
    '/wakeful stop',
    '```',
    '```',
    '/merge',
  ].join('\n');

  test('mentions nobody, closes nothing, gives no orders, holds no address that links, and keeps its code', async () => {
    const night = await nightOf([{ title: 'One' }]);
    await wakeWith(
      night,
      doing((issue) => [['comment_on_issue', { issue, body: hostile }]]),
    );
    const body = night.issues.find(1)?.comments[0]?.body ?? '';
    expect(body).not.toMatch(/@octocat|#3|<b>x|https:\/\/evil|^\s*\/(wakeful|merge)/m);
    expect(body.replace(VISIBLE, '')).toContain('```sh\nnpm ci # closes #4 <b> @all\n/wakeful stop\n```');
    expect(body).not.toMatch(/closes #4/);
    expect(body.replace(VISIBLE, '')).toContain('Thanks @octocat, fixes #3. &lt;b&gt;');
  });

  test('says which goal wrote it and in which wake, and ends with its own marker', async () => {
    const night = await nightOf([{ title: 'One' }]);
    await night.wake({ id: 'wake-7', model: modelOf(commenting) });
    const [comment] = night.issues.find(1)?.comments ?? [];
    expect(comment?.body).toContain(
      'Wakeful, an agent that works unattended, wrote this for the goal `goals/tidy.yml` (run wake-7).',
    );
    expect(readMarker(comment?.body ?? '')).toMatch(/^tidy\/#1@[0-9a-f]{16}\/1$/);
  });

  test('is as long as GitHub takes at most, whatever it grows to', async () => {
    const night = await nightOf([{ title: 'One' }]);
    const body = '<'.repeat(20_000);
    await wakeWith(
      night,
      doing((issue) => [['comment_on_issue', { issue, body }]]),
    );
    const text = night.issues.find(1)?.comments[0]?.body ?? '';
    expect(text.length).toBeLessThan(65_536);
    expect(readMarker(text)).not.toBeNull();
  });
});

describe('I7: an effect on an issue that was not receipted', () => {
  test.each(['comment', 'open', 'label'] as const)(
    'is found again after a wake that died right behind it, and not made twice: %s',
    async (name) => {
      const night = await nightOf([{ title: 'One' }], { goals: { tidy: triage(ALL) } });
      night.issues.labels.add('bug');
      const turns: Readonly<Record<typeof name, (issue: number) => ModelTurn>> = {
        comment: (issue) => [['comment_on_issue', { issue, body: 'Looked at.' }]],
        open: () => [['open_issue', { title: 'A follow-up', body: 'More to do.' }]],
        label: (issue) => [['label_issue', { issue, labels: ['bug'] }]],
      };
      night.issues.onCall = (_call, called) => (called === name ? 'die_after' : null);
      await night.wake({ id: 'dead', model: modelOf(doing(turns[name])) });
      const changes = changesIn(night);
      night.github.finished.add('dead');
      night.clock.advance(TICK);
      const { result } = await night.wake({ model: modelOf(neverAsked) });
      expect(result.goals).toMatchObject([{ ending: 'worked', effects: [{}] }]);
      expect(changes).toEqual([]);
      expect(night.issues.find(1)?.comments).toHaveLength(name === 'comment' ? 1 : 0);
      expect(night.issues.all).toHaveLength(name === 'open' ? 2 : 1);
      expect(outboxOf(night)).toEqual([]);
    },
  );

  test('waits for the permission, tells which one, and is made without the model once it is there', async () => {
    const night = await nightOf([{ title: 'One' }]);
    night.issues.outage = new Halt('forbidden', 'The token needs issues: write.');
    night.issues.onCall = (_call, name) => (name === 'comment' ? 'error_before' : null);
    const { result } = await wakeWith(night);
    expect(result).toMatchObject({ ending: 'forbidden', detail: 'The token needs issues: write.' });
    expect(outboxOf(night)).toHaveLength(1);
    night.issues.onCall = () => null;
    night.clock.advance(TICK);
    let asked = 0;
    const model = modelOf(commenting, () => {
      asked += 1;
    });
    expect((await night.wake({ model })).result.ending).toBe('worked');
    expect([commentsOn(night, 1), asked]).toEqual([['Looked at 1.'], 0]);
  });

  test('waits out an outage', async () => {
    const night = await nightOf([{ title: 'One' }]);
    night.issues.onCall = (_call, name) => (name === 'comment' ? 'error_after' : null);
    expect((await wakeWith(night)).result.ending).toBe('github_unavailable');
    night.issues.onCall = () => null;
    night.clock.advance(TICK);
    expect((await wakeWith(night)).result.ending).toBe('worked');
    expect(commentsOn(night, 1)).toEqual(['Looked at 1.']);
  });
});

describe('an effect on an issue that nothing will come of', () => {
  /** Something happens between the push that saves the item and its effect. */
  async function afterSaving(act: (night: Night) => void): Promise<Night> {
    const night = await nightOf([{ title: 'One' }]);
    night.issues.onCall = (_call, name) => {
      if (name === 'read' && outboxOf(night).length > 0) act(night);
      return null;
    };
    await wakeWith(night);
    night.issues.onCall = () => null;
    return night;
  }

  test.each([
    ['gone', (night: Night) => night.issues.remove(1), 'issue #1 is gone.'],
    ['locked', (night: Night) => night.issues.change(1, { isLocked: true }), 'issue #1 is gone or locked.'],
    [
      'closed',
      (night: Night) => night.issues.change(1, { state: 'closed' }),
      'issue #1 was closed in the meantime.',
    ],
  ])('is given up and not tried again: the issue is %s', async (_name, act, why) => {
    const night = await afterSaving(act);
    expect(told(night, 'effect_failed')).toEqual([`Gave up commenting on issue #1: ${why}`]);
    expect([outboxOf(night), commentsOn(night, 1)]).toEqual([[], []]);
    night.clock.advance(TICK);
    expect((await night.wake()).result.ending).toBe('nothing_due');
  });

  test('is given up when GitHub does not accept it', async () => {
    const night = await nightOf([{ title: 'One' }]);
    night.issues.outage = new Halt('unexpected', 'GitHub did not accept it, with 422: body is invalid.');
    night.issues.onCall = (_call, name) => (name === 'comment' ? 'error_before' : null);
    expect((await wakeWith(night)).result.ending).toBe('worked');
    expect(told(night, 'effect_failed')[0]).toContain('with 422: body is invalid.');
    expect(outboxOf(night)).toEqual([]);
  });

  test('is given up when the goal does not allow it any more, or a label has come to steer the agent', async () => {
    for (const [yaml, why] of [
      [triage(['label_issue']), 'goals/tidy.yml no longer allows it.'],
      [
        triage(ALL).replace('[triage]', '[bug]'),
        'the label bug decides what the agent or another program works on.',
      ],
    ] as const) {
      const night = await nightOf([{ title: 'One' }], { goals: { tidy: triage(ALL) } });
      night.issues.labels.add('bug');
      night.issues.onCall = (_call, name) => (CHANGES.includes(name) ? 'error_before' : null);
      const turn = (issue: number): ModelTurn => [
        ['label_issue', { issue, labels: ['bug'] }],
        ['comment_on_issue', { issue, body: 'Looked at.' }],
      ];
      await wakeWith(night, doing(turn));
      expect(outboxOf(night)).toHaveLength(2);
      night.issues.onCall = () => null;
      await night.commit({ 'goals/tidy.yml': goalText('tidy', yaml) });
      night.clock.advance(TICK);
      await wakeWith(night);
      expect(told(night, 'effect_failed')).toHaveLength(1);
      expect(told(night, 'effect_failed')[0]).toContain(why);
      expect(outboxOf(night)).toEqual([]);
    }
  });
});

describe('a goal without a queue', () => {
  test('comments on any issue, opens what it finds, and does so once a window', async () => {
    const yaml =
      'schedule: {every: 6h}\nalways: true\npermissions: {effects: [comment_on_issue, open_issue]}\n';
    const night = await Night.begin({ goals: { tidy: yaml }, settings: WITHOUT_DASHBOARD });
    night.issues.write({ title: 'Weekly report', state: 'closed' });
    const reporting: Behaviour = ({ turn }) =>
      turn === 0
        ? [
            ['comment_on_issue', { issue: 1, body: 'All is well.' }],
            ['open_issue', { title: 'Found', body: 'B' }],
          ]
        : [['finish', { summary: 'Reported.' }]];
    expect((await wakeWith(night, reporting)).result.ending).toBe('worked');
    night.clock.advance(TICK);
    expect((await wakeWith(night, reporting)).result.ending).toBe('nothing_due');
    night.clock.advance(SLOT);
    expect((await wakeWith(night, reporting)).result.ending).toBe('worked');
    expect(commentsOn(night, 1)).toHaveLength(2);
    expect(night.issues.all).toHaveLength(3);
  });
});
