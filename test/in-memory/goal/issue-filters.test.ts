/** Queues over issues that nobody has labelled, taking labels away, and the one issue that a goal keeps. */
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, type NightWake } from '../../support/memory/night.ts';

const TRIAGE = `schedule: {never: true}
on: [issues]
for_each: {issues: {unlabelled: true, opened_within: 7d}}
permissions: {effects: [label_issue], labels: [bug]}
`;

const labelling: Behaviour = ({ item, turn }) =>
  turn === 0
    ? [['label_issue', { issue: Number(item.slice(1)), labels: ['bug'] }]]
    : [['finish', { summary: 'Labelled.' }]];

const nobody: Behaviour = () => {
  throw new Error('no model was to be asked');
};

const opened = {
  kind: 'event',
  by: 'octocat',
  reason: 'issues',
  event: { name: 'issues', actor: 'octocat', isTrusted: true },
} as const;

function refusals({ lines }: NightWake): readonly string[] {
  return lines.filter(({ event }) => event === 'tool_refused').map(({ message }) => message);
}

describe('a goal that no time makes due', () => {
  test('runs when an event that it names happens, and never by itself', async () => {
    const night = await Night.begin({ goals: { a: TRIAGE } });
    night.issues.labels.add('bug');
    night.issues.write({ title: 'It crashes' });
    for (let day = 0; day < 3; day++) {
      const { result } = await night.wake({ model: modelOf(nobody) });
      expect(result.ending).toBe('nothing_due');
      night.clock.advance(DAY_MS);
    }
    await night.wake({ model: modelOf(labelling), trigger: opened });
    expect(night.issues.all[0]?.labels).toEqual(['bug']);
  });

  test('is due when its condition is met, also before it has ever run', async () => {
    const goal = TRIAGE.replace('on: [issues]', 'when: {queue_at_least: 2}');
    const night = await Night.begin({ goals: { a: goal } });
    night.issues.labels.add('bug');
    night.issues.write({ title: 'One' });
    expect((await night.wake({ model: modelOf(nobody) })).result.ending).toBe('nothing_due');
    night.issues.write({ title: 'Two' });
    expect((await night.wake({ model: modelOf(labelling) })).result.ending).toBe('worked');
  });
});

describe('a queue over issues without a label', () => {
  test('leaves out what has one, what is old, and what the agent has opened itself', async () => {
    const night = await Night.begin({ goals: { a: TRIAGE.replace('never: true', 'every: 6h') } });
    night.issues.labels.add('bug');
    night.issues.write({ title: 'Old' });
    night.clock.advance(8 * DAY_MS);
    night.issues.write({ title: 'Labelled', labels: ['docs'] });
    night.issues.write({ title: 'Own', author: 'github-actions[bot]' });
    night.issues.write({ title: 'New' });
    const { result } = await night.wake({ model: modelOf(labelling) });
    expect(result.goals[0]?.items).toEqual({ done: 1, total: 1 });
    expect(night.issues.all.filter(({ labels }) => labels.includes('bug')).map(({ title }) => title)).toEqual(
      ['New'],
    );
  });

  test('leaves out what has not been quiet for long enough', async () => {
    const goal =
      'schedule: {every: 6h}\nfor_each: {issues: {quiet_for: 30d}}\npermissions: {effects: [comment_on_issue]}\n';
    const night = await Night.begin({ goals: { a: goal } });
    night.issues.write({ title: 'Quiet' });
    const { number } = night.issues.write({ title: 'Spoken of' });
    night.clock.advance(40 * DAY_MS);
    night.issues.takesComment(number, { author: 'octocat', body: 'Still there.' });
    const asked: string[] = [];
    await night.wake({
      model: modelOf(({ item }) => {
        asked.push(item);
        return [['finish', { summary: 'Nothing to ask.' }]];
      }),
    });
    expect(asked).toEqual(['#1']);
  });
});

describe('labels that are taken away', () => {
  const goal = (more = '') =>
    `schedule: {every: 6h}\nfor_each: {issues: {labels: [needs-triage]${more}}}\npermissions: {effects: [unlabel_issue], labels: [needs-triage, stale]}\n`;
  const taking =
    (label: string): Behaviour =>
    ({ item, turn }) =>
      turn === 0
        ? [['unlabel_issue', { issue: Number(item.slice(1)), labels: [label] }]]
        : [['finish', { summary: 'Done.' }]];

  test('are those that the goal lists, and the issue leaves the queue', async () => {
    const night = await Night.begin({ goals: { a: goal() } });
    night.issues.write({ title: 'One', labels: ['needs-triage', 'bug'] });
    const { lines } = await night.wake({ model: modelOf(taking('Needs-Triage')) });
    expect(night.issues.all[0]?.labels).toEqual(['bug']);
    expect(lines.map(({ event }) => event)).toContain('issue_unlabelled');
  });

  test.each([
    ['which the goal does not list', 'bug', goal()],
    ['by which the agent knows its own', 'wakeful-alert', goal()],
    ['which keeps issues out of a queue', 'stale', goal(', without: [stale]')],
  ])('are never one %s', async (_, label, yaml) => {
    const night = await Night.begin({ goals: { a: yaml } });
    night.issues.write({ title: 'One', labels: ['needs-triage', 'bug'] });
    const wake = await night.wake({ model: modelOf(taking(label)) });
    expect(refusals(wake)).toEqual([expect.stringContaining('only a person may take it away')]);
    expect(night.issues.all[0]?.labels).toEqual(['needs-triage', 'bug']);
  });
});

describe('the issue that a goal keeps', () => {
  const DIGEST = 'schedule: {every: 24h}\nalways: true\npermissions: {effects: [keep_issue]}\n';
  const writing =
    (body: string): Behaviour =>
    ({ turn }) =>
      turn === 0 ? [['keep_issue', { title: 'The week', body }]] : [['finish', { summary: 'Written.' }]];

  /** Without the dashboard. */
  const kept = (night: Night) => night.issues.all.filter(({ title }) => title === 'The week');

  test('is written anew in place, and begun again when a person has closed it', async () => {
    const night = await Night.begin({ goals: { a: DIGEST } });
    const day = async (body: string) => {
      await night.wake({ model: modelOf(writing(body)) });
      night.clock.advance(DAY_MS);
      return kept(night).map(({ body: text, state }) => [text.split('\n')[0], state]);
    };
    expect(await day('First.')).toEqual([['First.', 'open']]);
    expect(await day('Second.')).toEqual([['Second.', 'open']]);
    night.issues.change(kept(night)[0]?.number ?? 0, { state: 'closed' });
    expect(await day('Third.')).toEqual([
      ['Second.', 'closed'],
      ['Third.', 'open'],
    ]);
    expect(night.log().filter(({ event }) => event === 'issue_kept')).toHaveLength(3);
  });

  test('is not written over one that somebody else has marked the same, and once a task at most', async () => {
    const night = await Night.begin({ goals: { a: DIGEST } });
    await night.wake({ model: modelOf(writing('Own.')) });
    const own = kept(night)[0];
    night.issues.change(own?.number ?? 0, { author: 'mallory' });
    night.clock.advance(DAY_MS);
    const twice: Behaviour = ({ turn }) =>
      turn < 2
        ? [['keep_issue', { title: 'The week', body: `Text ${turn}.` }]]
        : [['finish', { summary: 'Written.' }]];
    const wake = await night.wake({ model: modelOf(twice) });
    expect(refusals(wake)).toEqual([expect.stringContaining('has written the issue of its goal already')]);
    expect(kept(night).map(({ body }) => body.split('\n')[0])).toEqual(['Own.', 'Text 0.']);
  });
});
