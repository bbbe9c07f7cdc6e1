import { describe, expect, onTestFinished, test } from 'vitest';
import { openGitWorld } from '../../../src/adapters/git/git-world.ts';
import { settingsInUse } from '../../../src/config/settings/settings-file.ts';
import { setStop } from '../../../src/oversight/stop/stop-switch.ts';
import { NOON } from '../../../src/simulation/world/remote-change.ts';
import { makeBareRemote, temporaryFolder } from '../../support/git/repositories.ts';
import { ManualClock } from '../../support/memory/manual-clock.ts';

const NAMES = "state_branch: bots/state # ours\ngoals_folder: 'agent/goals'\n";
const SECRETS = "secret_patterns:\n- 'corp-\\d{6}'\n\n  # a bad one\n- '('\n";

const BROKEN = {
  'a wrong value': 'open_drafts: none\n',
  'an unknown field': 'opne: 1\n',
  'YAML that is cut off': 'models: {default: {\n',
  'a merge that was not finished': '<<<<<<< ours\nlog_days: 3\n=======\nlog_days: 4\n>>>>>>> theirs\n',
};

describe('I12, I13: settings that are not valid', () => {
  test.each(Object.entries(BROKEN))('by %s still say where the state is and what is secret', (_, wrong) => {
    for (const text of [`${wrong}${NAMES}${SECRETS}`, `${NAMES}${SECRETS}${wrong}`]) {
      const { settings, problems } = settingsInUse(text);
      expect(problems.length).toBeGreaterThan(0);
      expect(settings).toMatchObject({
        stateBranch: 'bots/state',
        goalsFolder: 'agent/goals',
        secretPatterns: ['corp-\\d{6}'],
        openDrafts: 5,
      });
    }
  });

  test('by just these have the usual ones', () => {
    const { settings } = settingsInUse(
      'state_branch: wakeful/x\ngoals_folder: ../x\nsecret_patterns: corp\n',
    );
    const usual = settingsInUse(null).settings;
    expect(settings).toEqual(usual);
  });

  test('lead a stop to the branch that wakes look at', async () => {
    const remote = await makeBareRemote();
    const files = { '.github/wakeful.yml': `${BROKEN['a wrong value']}${NAMES}` };
    await remote.commit({ branch: 'main', files, time: NOON });
    await remote.commit({ branch: 'bots/state', files: { 'README.md': 'Status\n' }, time: NOON });
    const git = await openGitWorld({
      folder: await temporaryFolder(),
      remote: remote.url,
      environment: process.env,
      stateBranch: null,
      defaultBranch: 'main',
    });
    onTestFinished(() => git.close());
    const random = { nonce: () => '0123456789abcdef0123456789abcdef', fraction: () => 0.5 };
    const log = { line: () => {}, progress: () => {} };
    const world = { state: git.state, clock: new ManualClock(NOON), random, log };
    const { signal } = new AbortController();
    await setStop({ world, repository: 'a/b', secrets: [], signal }, { reason: 'a holiday', by: 'octocat' });
    expect(await remote.git(['show', 'bots/state:state/STOP'])).toContain('a holiday');
    expect(await remote.tip('wakeful-state')).toBeNull();
  });
});
