import { describe, expect, test } from 'vitest';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { type Forgery, forge, only } from '../../support/memory/forged.ts';
import { Night, PLAIN, STATE } from '../../support/memory/night.ts';

/*
 * The state has the addresses of drafts, and whoever may push the state branch can put others there. Pages and results are
 * read by people, and followed by programs.
 */

const SLOT = 21_600_000;
const SERVER = 'https://github.com';
const OWN = `${SERVER}/test/repository/pull/1`;

const ADDRESSES: readonly (readonly [string, string])[] = [
  ['of another server', 'https://evil.example/test/repository/pull/1'],
  ['of a server that begins like the own one', 'https://github.com.evil.example/test/repository/pull/1'],
  ['with the own server as a user', 'https://github.com@evil.example/test/repository/pull/1'],
  ['with the own server as a path', 'https://evil.example/github.com/test/repository/pull/1'],
  ['of another repository', 'https://github.com/evil/repository/pull/1'],
  ['of a repository that begins like the own one', 'https://github.com/test/repository-2/pull/1'],
  ['of another draft', 'https://github.com/test/repository/pull/2'],
  ['of an issue', 'https://github.com/test/repository/issues/1'],
  ['of a page below the draft', 'https://github.com/test/repository/pull/1/../../../../login'],
  ['with a query', 'https://github.com/test/repository/pull/1?return_to=https://evil.example'],
  ['without encryption', 'http://github.com/test/repository/pull/1'],
  ['of a program', 'javascript:alert(1)'],
  ['that ends the link', 'https://github.com/x) [click](https://evil.example'],
  ['with an invisible letter', 'https://github.com/test/repository\u200b/pull/1'],
];

const daily =
  (night: Night): Behaviour =>
  ({ turn }) =>
    turn === 0
      ? [['write_file', { path: `docs/day-${night.clock.now()}.md`, text: 'A day.\n' }]]
      : [['finish', { summary: 'A day.' }]];

const address =
  (url: string): Forgery =>
  (file) => {
    Object.assign(only(file['drafts']), { url });
  };

async function nightWithForged(url: string): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: `${PLAIN}when_draft_is_open: update\n` } });
  await night.wake({ model: modelOf(daily(night)), serverUrl: SERVER });
  night.clock.advance(SLOT);
  await forge(night, 'state/checkpoints/tidy.json', address(url));
  return night;
}

describe.each(ADDRESSES)('an address %s', (_, url) => {
  test('is no link of the status page, which links the draft itself', async () => {
    const night = await nightWithForged(url);
    await night.wake({ model: modelOf(daily(night)), serverUrl: SERVER });
    const page = night.remote.text(STATE, 'README.md') ?? '';
    expect(page).toContain(`](${OWN})`);
    expect(page).not.toContain('evil');
  });

  test('is no address of a draft in the result of a run', async () => {
    const night = await nightWithForged(url);
    let looks = 0;
    // The plan finds it; behind the push GitHub is away, so that nothing but the state knows an address.
    night.github.onCall = (_call, name) => (name === 'findDrafts' && ++looks > 1 ? 'error_before' : null);
    const { result } = await night.wake({ model: modelOf(daily(night)), serverUrl: SERVER });
    const drafts = result.goals.flatMap((goal) => goal.drafts);
    expect(drafts.map((draft) => [draft.number, draft.url])).toEqual([[1, null]]);
  });
});

test('the page of a draft on another server is made from that server', async () => {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  await night.wake({ model: modelOf(daily(night)), serverUrl: 'https://git.acme.example' });
  const page = night.remote.text(STATE, 'README.md') ?? '';
  expect(page).toContain('](https://git.acme.example/test/repository/pull/1)');
  expect(page).not.toContain('https://github.com');
});
