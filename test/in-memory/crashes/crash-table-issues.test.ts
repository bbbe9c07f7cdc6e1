import { expect } from 'vitest';
import type { Behaviour, ModelTurn } from '../../../src/simulation/model/behaviour.ts';
import type { MemoryIssue } from '../../../src/simulation/world/memory-issues.ts';
import { disturbEverywhere, type Scenario } from '../../support/crashes/crash-table.ts';
import { type Night, PLAIN, WITHOUT_DASHBOARD } from '../../support/memory/night.ts';
import { commenting, commentsOn, doing, triage } from '../../support/memory/triage.ts';

const DRAFTS = `schedule: {every: 6h}
permissions: {write: ["docs/**"], effects: [draft_pull_request, comment_on_issue, label_issue, open_issue]}
for_each: {issues: {labels: [triage]}, drafts: per_item}
limits: {open_drafts: 2}
`;

function open(...titles: readonly string[]) {
  return async (night: Night): Promise<void> => {
    for (const title of titles) night.issues.write({ title, labels: ['triage'] });
    night.issues.labels.add('bug');
  };
}

/** What the agent said under an issue, each thing once, and which labels it has. */
function expectIssue(
  night: Night,
  number: number,
  end: Partial<Pick<MemoryIssue, 'labels'>> & {
    readonly comments: readonly string[];
  },
): void {
  expect(commentsOn(night, number), `comments on #${number}`).toEqual(end.comments);
  expect(night.issues.find(number)?.labels).toEqual(end.labels ?? ['triage']);
}

const numbered = (night: Night): readonly string[] =>
  night.issues.all.map(({ number, title }) => `${number} ${title}`);

const all = (issue: number): ModelTurn => [
  ['write_file', { path: `docs/${issue}.md`, text: `${issue}\n` }],
  ['label_issue', { issue, labels: ['bug'] }],
  ['open_issue', { title: `After ${issue}`, body: 'More to do.' }],
  ['comment_on_issue', { issue, body: `Looked at ${issue}.` }],
];

const reporting: Behaviour = ({ turn }) =>
  turn === 0
    ? [
        ['comment_on_issue', { issue: 1, body: 'All is well.' }],
        ['open_issue', { title: 'Found', body: 'B' }],
      ]
    : [['finish', { summary: 'Reported.' }]];

const SCENARIOS: readonly Scenario[] = [
  {
    name: 'a queue over issues, each commented on',
    night: { goals: { tidy: triage() } },
    prepare: open('One', 'Two'),
    behave: commenting,
    drafts: 0,
    items: ['#1', '#2'],
    end: (night) => {
      for (const issue of [1, 2]) expectIssue(night, issue, { comments: [`Looked at ${issue}.`] });
    },
  },
  {
    name: 'a label on an issue',
    night: { goals: { tidy: triage(['label_issue']) } },
    prepare: open('One'),
    behave: doing((issue) => [['label_issue', { issue, labels: ['bug'] }]]),
    drafts: 0,
    items: ['#1'],
    end: (night) => expectIssue(night, 1, { comments: [], labels: ['triage', 'bug'] }),
  },
  {
    name: 'a new issue',
    night: { goals: { tidy: triage(['open_issue']) }, settings: WITHOUT_DASHBOARD },
    prepare: open('One'),
    behave: doing(() => [['open_issue', { title: 'A follow-up', body: 'More to do.' }]]),
    drafts: 0,
    items: ['#1'],
    end: (night) => expect(numbered(night)).toEqual(['1 One', '2 A follow-up']),
  },
  {
    name: 'issues with a draft and all effects each',
    night: { goals: { tidy: DRAFTS }, settings: WITHOUT_DASHBOARD },
    prepare: open('One', 'Two'),
    behave: doing(all),
    drafts: 2,
    items: ['#1', '#2'],
    end: (night) => {
      for (const issue of [1, 2])
        expectIssue(night, issue, { comments: [`Looked at ${issue}.`], labels: ['triage', 'bug'] });
      expect(night.issues.all.map(({ title }) => title)).toEqual(['One', 'Two', 'After 1', 'After 2']);
    },
  },
  {
    name: 'effects of a goal without a queue, handed over to one with drafts',
    night: {
      settings: WITHOUT_DASHBOARD,
      goals: {
        first: 'schedule: {every: 6h}\npermissions: {effects: [comment_on_issue, open_issue]}\n',
        second: PLAIN,
      },
    },
    prepare: open('One'),
    behave: (facts) =>
      facts.question.messages.some(({ content }) => content.startsWith('Goal: first'))
        ? reporting(facts)
        : facts.turn === 0
          ? [['write_file', { path: 'docs/a.md', text: 'A\n' }]]
          : [['finish', { summary: 'Done.' }]],
    drafts: 1,
    items: ['window', 'window'],
    end: (night) => {
      expectIssue(night, 1, { comments: ['All is well.'] });
      expect(night.issues.all.map(({ title }) => title)).toEqual(['One', 'Found']);
    },
  },
  {
    name: 'an issue that somebody comments on while it is worked on',
    night: { goals: { tidy: triage() } },
    prepare: open('One'),
    behave: commenting,
    meanwhile: async ({ night, question }) => {
      if (question === 1) night.issues.takesComment(1, { author: 'octocat', body: 'And this?' });
    },
    drafts: 0,
    items: ['#1'],
    end: (night) => {
      const own = commentsOn(night, 1).filter((words) => words !== 'And this?');
      expect(own, 'said once, whether or not the other one came').toEqual(['Looked at 1.']);
    },
  },
];

disturbEverywhere(SCENARIOS);
