import { expect, test } from 'vitest';
import type { NewDraft } from '../../../src/ports.ts';
import { Night, PLAIN } from '../../support/memory/night.ts';

const SETTINGS = 'draft: {labels: [wakeful], reviewers: [ada]}\n';

async function openedWith(goal: string): Promise<Pick<NewDraft, 'labels' | 'reviewers'>[]> {
  const night = await Night.begin({ goals: { tidy: `${PLAIN}${goal}` }, settings: SETTINGS });
  const opened: Pick<NewDraft, 'labels' | 'reviewers'>[] = [];
  await night.wake({
    change: (world) => ({
      ...world,
      github: {
        ...world.github,
        createDraft: (draft, signal) => {
          opened.push({ labels: draft.labels, reviewers: draft.reviewers });
          return world.github.createDraft(draft, signal);
        },
      },
    }),
  });
  return opened;
}

test.each([
  ['', ['wakeful'], ['ada']],
  ['draft: {labels: [docs, wakeful]}\n', ['wakeful', 'docs'], ['ada']],
  ['draft: {reviewers: [octocat, acme/writers]}\n', ['wakeful'], ['octocat', 'acme/writers']],
  ['draft: {labels: [docs], reviewers: []}\n', ['wakeful', 'docs'], []],
])(
  'of a goal are labels besides those of the settings, and reviewers in their place',
  async (goal, labels, reviewers) => {
    expect(await openedWith(goal)).toEqual([{ labels, reviewers }]);
  },
);
