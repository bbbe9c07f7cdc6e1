import { expect, test } from 'vitest';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { type Forgery, forge, only } from '../../support/memory/forged.ts';
import { Night, PLAIN, STATE } from '../../support/memory/night.ts';

/*
 * Somebody who may push the state branch, and nothing else, writes what a run believes. Where the agent can tell, it
 * stops, says which file is at fault and asks nobody; where it cannot, the forgery costs no more than is written here.
 */

const SLOT = 21_600_000;
const CHECKPOINT = 'state/checkpoints/tidy.json';
const LOCK = 'state/lock.json';
const FAR = '2999-01-01T00:00:00Z';
const SHA = 'ab'.repeat(20);

interface Attempt {
  readonly name: string;
  readonly file: string;
  readonly forgery: Forgery;
}

const draft =
  (change: Readonly<Record<string, unknown>>): Forgery =>
  (file) => {
    Object.assign(only(file['drafts']), change);
  };
const set =
  (...names: string[]) =>
  (value: unknown): Forgery =>
  (file) => {
    const last = names.pop() ?? '';
    let place: Record<string, unknown> = file;
    for (const name of names) place = place[name] as Record<string, unknown>;
    place[last] = value;
  };
const lease = (change: Readonly<Record<string, unknown>>) => ({
  ...{ wake: 'wake-x', nonce: 'abc', epoch: 1, step: 1, taken_at: '2026-11-22T03:00:30Z' },
  ...{ expires_at: '2026-11-22T03:13:30Z', goal_blob: SHA, yield: null, item: null },
  reservation: { day: '2026-11-22', tokens: 0, usd_micros: 0 },
  ...change,
});

/** Each is refused before anything is asked or written. */
const REFUSED: readonly Attempt[] = [
  {
    name: 'the branch of a draft is the default branch',
    file: CHECKPOINT,
    forgery: (file, night) => draft({ branch: 'main', tip: night.remote.branches.get('main') })(file, night),
  },
  {
    name: 'the branch of a draft is the default branch, which holds nothing yet',
    file: CHECKPOINT,
    forgery: draft({ branch: 'main', tip: null }),
  },
  {
    name: 'the branch of a draft is a release branch',
    file: CHECKPOINT,
    forgery: draft({ branch: 'release/1.0', tip: null, outcome: 'none' }),
  },
  { name: 'the branch of a draft is the state branch', file: CHECKPOINT, forgery: draft({ branch: STATE }) },
  {
    name: 'the branch of a draft belongs to another goal',
    file: CHECKPOINT,
    forgery: draft({ branch: 'wakeful/other/2026-11-22t03-00z-0a1b2c3d-1' }),
  },
  {
    name: 'the branch of a draft has another generation',
    file: CHECKPOINT,
    forgery: draft({ generation: 2 }),
  },
  {
    name: 'the branch of a draft is a full ref',
    file: CHECKPOINT,
    forgery: draft({ branch: 'refs/heads/main' }),
  },
  {
    name: 'the branch of a draft deletes another one',
    file: CHECKPOINT,
    forgery: draft({ branch: 'wakeful/tidy/x :refs/heads/main' }),
  },
  {
    name: 'the branch of a draft that has ended is the default branch',
    file: CHECKPOINT,
    forgery: draft({ branch: 'main', outcome: 'closed' }),
  },
  {
    name: 'the tip of a draft is an option of git',
    file: CHECKPOINT,
    forgery: draft({ tip: '--upload-pack=touch /tmp/x' }),
  },
  { name: 'the tip of a draft is a branch', file: CHECKPOINT, forgery: draft({ tip: 'main' }) },
  { name: 'the base of a draft is a ref', file: CHECKPOINT, forgery: draft({ base: 'HEAD' }) },
  {
    name: 'the base of a draft is a refspec',
    file: CHECKPOINT,
    forgery: draft({ base: `${SHA}:refs/heads/main` }),
  },
  {
    name: 'the commit of a window is a ref',
    file: CHECKPOINT,
    forgery: (file) => {
      Object.assign(only(file['drafts'])['window'] ?? {}, { commit: 'HEAD~1' });
    },
  },
  {
    name: 'the last window ended at an option of git',
    file: CHECKPOINT,
    forgery: (file) => {
      Object.assign(file['finished'], { commit: '--output=/tmp/x' });
    },
  },
  {
    name: 'the lock of the goal ends in a thousand years',
    file: LOCK,
    forgery: set('leases', 'tidy')(lease({ expires_at: FAR })),
  },
  {
    name: 'the lock of the alerts ends in a thousand years',
    file: LOCK,
    forgery: set('leases', '_agent')(lease({ expires_at: FAR })),
  },
  {
    name: 'the lock of a goal that there is not ends in a thousand years',
    file: LOCK,
    forgery: set('leases', 'ghost')(lease({ expires_at: FAR })),
  },
  {
    name: 'the lock of the goal begins and ends in a thousand years',
    file: LOCK,
    forgery: set('leases', 'tidy')(lease({ taken_at: FAR, expires_at: FAR })),
  },
  { name: 'the epoch is the last that there is', file: LOCK, forgery: set('epoch')(Number.MAX_SAFE_INTEGER) },
  { name: 'the epoch has gone back', file: LOCK, forgery: set('epoch')(0) },
  {
    name: 'the epoch of a lock was never given',
    file: LOCK,
    forgery: set('leases', 'tidy')(lease({ epoch: 999 })),
  },
  {
    name: 'the epoch of the last lock was never given',
    file: CHECKPOINT,
    forgery: (file) => {
      Object.assign(file['last_lease'], { epoch: 999 });
    },
  },
  {
    name: 'all due times of a thousand years are counted already',
    file: CHECKPOINT,
    forgery: set('classified_to')(FAR),
  },
  {
    name: 'the last run of an event was in a thousand years',
    file: CHECKPOINT,
    forgery: set('last_event')(FAR),
  },
  {
    name: 'the last window ended in a thousand years',
    file: CHECKPOINT,
    forgery: set('finished', 'time')(FAR),
  },
  {
    name: 'the last sign of life comes in a thousand years',
    file: 'state/status.json',
    forgery: set('seen_at')(FAR),
  },
  {
    name: 'a request was served by a lock that was never given',
    file: 'state/requests/r1.json',
    forgery: () => ({
      ...{ version: 1, id: 'r1', kind: 'run', goal: 'tidy', origin: 'person', by: 'octocat', reason: 'x' },
      ...{ at: '2026-11-22T03:00:00Z', begun_epoch: 999 },
    }),
  },
  {
    name: 'a request was made in a thousand years',
    file: 'state/requests/r1.json',
    forgery: () => ({
      ...{
        version: 1,
        id: 'r1',
        kind: 'run',
        goal: 'tidy',
        origin: 'event',
        by: 'push',
        reason: 'x',
        at: FAR,
      },
    }),
  },
  {
    name: 'an effect carries the marker of another goal',
    file: CHECKPOINT,
    forgery: (file) => {
      only(file['items'])['outbox'] = [
        { kind: 'comment_on_issue', issue: 1, body: 'x', marker: 'other/window@x/1' },
      ] as never;
    },
  },
  {
    name: 'an effect is one of hundreds',
    file: CHECKPOINT,
    forgery: (file) => {
      const [key] = Object.keys(file['items']);
      only(file['items'])['outbox'] = Array.from({ length: 400 }, (_, n) => ({
        ...{ kind: 'open_issue', title: `${n}`, body: 'x', marker: `tidy/${key}/${n + 1}` },
      })) as never;
    },
  },
  {
    name: 'an alert is filed under the name of another one',
    file: 'state/alerts.json',
    forgery: () => ({
      version: 1,
      alerts: {
        'tidy/failing': {
          ...{ goal: 'other', cause: 'paused', title: 'T', body: 'B', raised_at: '2026-11-22T03:00:00Z' },
          ...{ wanted: false, issue: 1, shown: null, known: false },
        },
      },
    }),
  },
];

/** Each window adds a line of its own. */
const daily =
  (night: Night): Behaviour =>
  ({ turn }) =>
    turn === 0
      ? [['write_file', { path: `docs/day-${night.clock.now()}.md`, text: 'A day.\n' }]]
      : [['finish', { summary: 'A day.' }]];

/** A goal whose draft is open, and goes on with the next due time. */
async function nightWithDraft(): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: `${PLAIN}when_draft_is_open: update\n` } });
  await night.wake({ model: modelOf(daily(night)) });
  expect(night.github.drafts).toHaveLength(1);
  night.clock.advance(SLOT);
  return night;
}

test.each(REFUSED)(
  'a run with a forged state is bad_state_file, asks no model and pushes nothing: $name',
  async ({ file, forgery }) => {
    const night = await nightWithDraft();
    await forge(night, file, forgery);
    const before = new Map(night.remote.branches);
    let asked = 0;
    const model = modelOf(daily(night), () => {
      asked += 1;
    });
    const { result, pushes } = await night.wake({ model });
    expect([result.ending, asked, pushes]).toEqual(['bad_state_file', 0, 0]);
    expect(new Map(night.remote.branches)).toEqual(before);
    expect(result.detail).toContain(file);
    expect(result.detail).toContain('what to do: ');
    expect(night.github.issues.map(({ state, body }) => [state, body.includes(file)])).toEqual([
      ['open', true],
    ]);
  },
);

test('work goes to the branch of its draft, also where the state names another one of the same form', async () => {
  const night = await nightWithDraft();
  const other = 'wakeful/tidy/somebody-s-0a1b2c3d-1';
  const [known] = Object.values(night.state().checkpoints['tidy']?.drafts ?? {});
  const tip = known?.tip ?? '';
  night.remote.branches.set(other, tip);
  await forge(night, CHECKPOINT, draft({ branch: other }));
  await night.wake({ model: modelOf(daily(night)) });
  expect(night.remote.branches.get(other)).toBe(tip);
});
