import { describe, expect, test } from 'vitest';
import { Night, PLAIN, STATE } from '../../support/memory/night.ts';

const OLD = { name: 'acme/site', id: 4711 };

/** A repository that the agent has worked in, and six hours later. */
async function begun(repository: { readonly name: string; readonly id?: number }): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  expect((await night.wake({ repository })).result.ending).toBe('worked');
  night.clock.advance(6 * 3_600_000);
  return night;
}

function lockOf(night: Night) {
  const { repository, repository_id } = night.state().lock;
  return { repository, repository_id };
}

function renames(night: Night): readonly string[] {
  return night.log().flatMap(({ event, message }) => (event === 'repository_renamed' ? [message] : []));
}

describe('a repository that has another name than in the state', () => {
  test.each([
    ['was renamed', 'acme/new-site'],
    ['was transferred', 'other/site'],
    ['was both', 'other/web'],
    ['is written in other letters', 'Acme/Site'],
  ])('%s: the run goes on, says so once, and takes the name over', async (_, name) => {
    const night = await begun(OLD);
    expect((await night.wake({ repository: { name, id: 4711 } })).result.ending).not.toBe('bad_state_file');
    expect(lockOf(night)).toEqual({ repository: name, repository_id: 4711 });
    night.clock.advance(6 * 3_600_000);
    await night.wake({ repository: { name, id: 4711 } });
    expect(renames(night)).toEqual([`The repository acme/site is now ${name}. The agent goes on as before.`]);
    expect(night.state().checkpoints['tidy']?.last_lease?.epoch).toBeGreaterThan(0);
    expect(night.github.drafts).toHaveLength(1);
  });

  test.each([
    ['a copy', { name: 'acme/copy', id: 4712 }],
    ['a fork', { name: 'somebody/site', id: 4713 }],
    ['one that was made anew under the old name', { name: 'acme/site', id: 4714 }],
  ])('is %s: its state is not taken over', async (_, repository) => {
    const night = await begun(OLD);
    const tip = night.remote.branches.get(STATE);
    const { result } = await night.wake({ repository });
    expect(result.ending).toBe('bad_state_file');
    expect(result.detail).toContain(`belongs to acme/site, this is ${repository.name}`);
    expect(night.remote.branches.get(STATE)).toBe(tip);
  });

  test('a state that an older program wrote has no number: names decide, and the number is added', async () => {
    const night = await begun({ name: 'acme/site' });
    expect(lockOf(night)).toEqual({ repository: 'acme/site', repository_id: undefined });
    const copy = await night.wake({ repository: { name: 'acme/copy', id: 4711 } });
    expect(copy.result.ending).toBe('bad_state_file');
    expect((await night.wake({ repository: OLD })).result.ending).not.toBe('bad_state_file');
    expect(lockOf(night)).toEqual({ repository: 'acme/site', repository_id: 4711 });
    expect(renames(night)).toEqual([]);
  });

  test('a person whose clone has it in other letters, and no number, changes neither name nor number', async () => {
    const night = await begun(OLD);
    await night.wake({ repository: { name: 'ACME/site' } });
    expect(lockOf(night)).toEqual({ repository: 'acme/site', repository_id: 4711 });
  });

  test('a person whose clone has the old address is told to change it, and nothing is written', async () => {
    const night = await begun(OLD);
    await night.wake({ repository: { name: 'acme/web', id: 4711 } });
    night.clock.advance(6 * 3_600_000);
    const { result } = await night.wake({ repository: { name: 'acme/site' } });
    expect(result.ending).toBe('bad_state_file');
    expect(result.detail).toContain('give the remote of a clone its new address');
  });
});
