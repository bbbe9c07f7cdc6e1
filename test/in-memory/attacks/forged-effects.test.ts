import { expect, test } from 'vitest';
import { hiddenMarker } from '../../../src/core/marker.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { AGENT_LOGIN } from '../../../src/simulation/world/wanted-issues.ts';
import { type Forgery, forge, only } from '../../support/memory/forged.ts';
import { commenting, nightOf, TICK, triage } from '../../support/memory/triage.ts';

/*
 * An effect waits in the state until it is carried out. Whoever may push the state branch can change it there: it reaches
 * the issue of its own task only, and what others have written does not make it count as done.
 */

const ALL = ['comment_on_issue', 'label_issue'] as const;

/** Issue 1 is in the queue, and the agent has decided to comment on it. Issues 2 to 5 are none of its business. */
async function nightBeforeComment() {
  const night = await nightOf([{ title: 'One' }], { goals: { tidy: triage(ALL) } });
  night.issues.write({ title: 'Two' });
  night.issues.write({ title: 'Three', state: 'closed' });
  night.issues.write({ title: 'Four', isLocked: true });
  night.issues.write({ title: 'Five', author: AGENT_LOGIN });
  night.issues.labels.add('bug');
  night.issues.onCall = (_call, name) => (name === 'comment' ? 'error_before' : null);
  await night.wake({ model: modelOf(commenting) });
  night.issues.onCall = () => null;
  night.clock.advance(TICK);
  return night;
}

type Night = Awaited<ReturnType<typeof nightBeforeComment>>;

const entries =
  (...made: readonly ((marker: string) => unknown)[]): Forgery =>
  (file) => {
    const [key = ''] = Object.keys(file['items']);
    const outbox = made.map((make, n) => make(`tidy/${key}/${n + 1}`));
    Object.assign(only(file['items']), { outbox });
  };
const comment = (issue: number) => (marker: string) => ({
  ...{ kind: 'comment_on_issue', issue, body: 'Close this.', marker },
});
const label = (issue: number) => (marker: string) => ({
  ...{ kind: 'label_issue', issue, labels: ['bug'], marker },
});

const OTHERS = [2, 3, 4, 5];
const othersOf = (night: Night) =>
  OTHERS.map((number) => {
    const { comments, labels } = night.issues.find(number) ?? { comments: [], labels: [] };
    return [number, comments.length, labels.length];
  });

test.each([
  { name: 'a comment on another issue', forgery: entries(comment(2)) },
  { name: 'a comment on a closed issue', forgery: entries(comment(3)) },
  { name: 'a comment on a locked issue', forgery: entries(comment(4)) },
  { name: 'a comment on an issue that the agent has opened', forgery: entries(comment(5)) },
  { name: 'a comment on no issue', forgery: entries(comment(0)) },
  { name: 'a comment on an issue that there is not', forgery: entries(comment(999)) },
  { name: 'labels on another issue', forgery: entries(label(2)) },
  { name: 'labels on a closed issue', forgery: entries(label(3)) },
  { name: 'labels on an issue that the agent has opened', forgery: entries(label(5)) },
  { name: 'a comment on its own issue, and one on another', forgery: entries(comment(1), comment(2)) },
  { name: 'comments on all others', forgery: entries(...OTHERS.map(comment)) },
])('an effect is not carried out that the state names: $name', async ({ forgery }) => {
  const night = await nightBeforeComment();
  await forge(night, 'state/checkpoints/tidy.json', forgery);
  const { lines } = await night.wake({ model: modelOf(commenting) });
  expect(othersOf(night)).toEqual(OTHERS.map((number) => [number, 0, 0]));
  const refused = lines.filter(({ message }) => message.endsWith(': the task is about issue #1 only.'));
  expect(refused).not.toEqual([]);
});

test.each([
  { name: 'by somebody else', author: 'octocat', count: 2 },
  { name: 'by another program', author: 'dependabot[bot]', count: 2 },
  { name: 'by a login that begins like its own', author: 'github-actions', count: 2 },
  { name: 'by the agent itself', author: AGENT_LOGIN, count: 1 },
])('a comment that bears its marker counts as its own only if it is: $name', async ({ author, count }) => {
  const night = await nightBeforeComment();
  const [key = ''] = Object.keys(night.state().checkpoints['tidy']?.items ?? {});
  night.issues.takesComment(1, { author, body: `Mine.\n\n${hiddenMarker(`tidy/${key}/1`)}` });
  await night.wake({ model: modelOf(commenting) });
  expect(night.issues.find(1)?.comments).toHaveLength(count);
});
