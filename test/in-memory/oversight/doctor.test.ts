import { beforeEach, describe, expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import type { Finding } from '../../../src/core/health/finding.ts';
import { PROGRAM } from '../../../src/core/text/program.ts';
import { examine } from '../../../src/oversight/doctor/doctor.ts';
import type { DoctorContext } from '../../../src/oversight/doctor/doctor-context.ts';
import type { ModelAnswer, ModelProvider, Question, RulesetFacts } from '../../../src/ports.ts';
import { GUARDED, MemoryControl } from '../../../src/simulation/world/memory-control.ts';
import { goalText, Night, PLAIN, STATE } from '../../support/memory/night.ts';
import { stop } from '../../support/memory/wishes.ts';

const WORKFLOWS = Object.fromEntries(
  ['wake', 'requests', 'watchdog'].map((name) => [`.github/workflows/${name}.yml`, 'on: push\n']),
);

let night: Night;
let control: MemoryControl;

beforeEach(async () => {
  night = await Night.begin({ goals: { tidy: PLAIN }, files: WORKFLOWS });
  await night.wake();
  control = new MemoryControl();
});

const NO_SANDBOX = { run: () => Promise.reject(new Error('no command is run')) };

function look(change: Partial<DoctorContext> = {}): Promise<readonly Finding[]> {
  const { world, repository, signal } = night.byHand();
  const sandbox = { ...NO_SANDBOX, reasonUnavailable: async () => 'there is none.' };
  return examine({
    world: { state: world.state, sandbox },
    ...{
      repository,
      repositoryId: null,
      signal,
      isRehearsal: false,
      model: null,
      overrides: { baseUrl: null, model: null },
    },
    access: { kind: 'open', control, address: 'https://github.com/test/repository', stopValue: null },
    ...change,
  });
}

/** What is not in order, as `what: says → right`. */
async function wrong(change: Partial<DoctorContext> = {}): Promise<readonly string[]> {
  const findings = await look(change);
  return findings
    .filter(({ verdict }) => verdict !== 'ok')
    .map(({ what, verdict, says, right }) => `${verdict} ${what}: ${says} → ${right}`);
}

describe('the doctor', () => {
  test('finds nothing where everything is in order, and changes nothing', async () => {
    const { pushes } = night.remote;
    const findings = await look();
    expect(findings.filter(({ verdict }) => verdict !== 'ok')).toEqual([]);
    expect(findings.map(({ what }) => what)).toEqual([
      ...['remote', 'state branch', 'state/STOP', 'WAKEFUL_STOP', 'settings', 'goals'],
      ...['wake.yml', 'requests.yml', 'watchdog.yml', 'Actions', 'pull requests', 'issues'],
      ...['rules of wakeful-state', 'rules of wakeful/**', 'default branch', 'model key', 'CI on drafts'],
      ...[
        'other branches',
        'tags',
        'history of the state branch',
        'key in an environment',
        'schedule',
        'sandbox here',
      ],
    ]);
    expect(night.remote.pushes).toBe(pushes);
    expect(control.calls.filter((call) => /^(set|delete|enable|disable|start|answer)/.test(call))).toEqual(
      [],
    );
  });

  test('nor where the agent has never run', async () => {
    night = await Night.begin({ goals: { tidy: PLAIN }, files: WORKFLOWS });
    expect(await wrong()).toEqual([]);
  });

  test('says that the remote cannot be read, and leaves out what depends on it', async () => {
    night.remote.onFetch = () => {
      throw new Halt('github_unavailable', 'No answer.');
    };
    expect((await look()).map(({ what, verdict }) => [what, verdict])).toEqual([['remote', 'problem']]);
  });

  test.each([
    [
      'bad file',
      async () => night.remote.commit({ branch: STATE, files: { 'state/lock.json': '{' } }),
      'state/lock.json',
    ],
    [
      'other repository',
      async () => {
        const lock = { ...night.state().lock, repository: 'else/where' };
        await night.remote.commit({ branch: STATE, files: { 'state/lock.json': JSON.stringify(lock) } });
      },
      'belongs to else/where',
    ],
    ['lost branch', async () => night.remote.branches.delete(STATE), 'is missing, but work branches exist'],
  ] as const)('names what is wrong with the state branch: %s', async (_, spoil, words) => {
    await spoil();
    const found = await wrong();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^problem state branch: /);
    expect(found[0]).toContain(words);
  });

  test('names each stop, and how to resume', async () => {
    await stop(night);
    control.variables.set('WAKEFUL_STOP', 'a freeze');
    const found = await wrong();
    expect(found[0]).toBe(
      `problem state/STOP: It stops the agent: a holiday → Run \`${PROGRAM} resume\`, or delete the file.`,
    );
    expect(found[1]).toContain('The variable stops the agent: a freeze');
    expect(found[1]).toContain('https://github.com/test/repository/settings/variables/actions');
  });

  test.each([
    ['the key', 'A', [], 'There is no secret WAKEFUL_APP_KEY, so no run can start.'],
    ['the id', null, ['WAKEFUL_APP_KEY'], 'no variable WAKEFUL_APP_ID'],
    ['the step', 'A', ['WAKEFUL_APP_KEY'], 'wake.yml does not ask for its token'],
  ] as const)('says of the App that opens drafts what is missing: %s', async (missing, id, keys, words) => {
    if (id !== null) control.variables.set('WAKEFUL_APP_ID', id);
    control.facts = { secretNames: ['OPENAI_API_KEY', ...keys] };
    if (missing !== 'the step')
      await night.commit({ '.github/workflows/wake.yml': 'on: push # WAKEFUL_APP_ID\n' });
    const found = await wrong();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^problem CI on drafts: /);
    expect(found[0]).toContain(words);
  });

  test('finds an App in order whose key lies in the environment', async () => {
    await night.commit({ '.github/workflows/wake.yml': 'on: push # WAKEFUL_APP_ID\n' });
    control.variables.set('WAKEFUL_APP_ID', 'A').set('WAKEFUL_ENVIRONMENT', 'vault');
    control.environments.set('vault', {
      branches: ['main'],
      secretNames: ['OPENAI_API_KEY', 'WAKEFUL_APP_KEY'],
    });
    control.facts = { secretNames: [] };
    expect(await wrong()).toEqual([]);
  });

  test('proposes a ruleset for the default branch where nothing guards it, with the command that sets it', async () => {
    control.facts = { isDefaultBranchGuarded: false };
    const found = (await look()).filter(({ verdict }) => verdict !== 'ok');
    expect(found.map(({ what }) => what)).toEqual(['default branch']);
    const [, json = '', rest] = /^echo '(.*)' \| (gh api .*)$/.exec(found[0]?.commands?.[0] ?? '') ?? [];
    expect(rest).toBe('gh api -X POST repos/test/repository/rulesets --input -');
    expect(JSON.parse(json)).toMatchObject({
      conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
      rules: [{ type: 'deletion' }, { type: 'non_fast_forward' }, { type: 'pull_request' }],
      bypass_actors: [{ actor_id: 5, actor_type: 'RepositoryRole' }],
    });
  });

  test('names every fault of goals and settings', async () => {
    await night.commit({
      'goals/tidy.yml': goalText('tidy', `${PLAIN}nonsense: 1\nrubbish: 2\n`),
      '.github/wakeful.yml': 'nonsense: 1\n',
    });
    const found = await wrong();
    expect(found.filter((line) => line.startsWith('problem goals'))).toHaveLength(2);
    expect(found.filter((line) => line.startsWith('problem settings'))).toHaveLength(1);
    await night.commit({ 'goals/tidy.yml': null, '.github/wakeful.yml': null });
    expect(await wrong()).toEqual([expect.stringContaining('There is no goal file in goals/ on main.')]);
  });

  test('names workflows that are missing or disabled, and what fails because of it', async () => {
    await night.commit({ '.github/workflows/watchdog.yml': null });
    control.workflows.set('wake.yml', 'disabled_fork');
    control.workflows.delete('requests.yml');
    const found = await wrong();
    expect(found).toHaveLength(3);
    expect(found[0]).toContain('as it does in every fork, so nothing starts the agent. → Enable it');
    expect(found[1]).toContain('GitHub does not know it as a workflow');
    expect(found[2]).toContain('.github/workflows/watchdog.yml is not on main');
  });

  test('names what the repository does not allow, and the exact setting', async () => {
    control.facts = {
      ...{
        areActionsEnabled: false,
        actionsMayOpenPullRequests: false,
        hasIssues: false,
        secretNames: ['OTHER'],
      },
    };
    const found = await wrong();
    expect(found).toHaveLength(4);
    expect(found.join('\n')).toContain('tick "Allow GitHub Actions to create and approve pull requests"');
    expect(found.join('\n')).toContain('a secret OPENAI_API_KEY');
  });

  test('names rules that refuse pushes, by branch; others are fine', async () => {
    const harmless = ['non_fast_forward', 'deletion', 'required_linear_history', 'copilot_code_review'];
    control.before = (call, branches) => {
      if (call !== 'repositoryFacts' || !Array.isArray(branches)) return;
      const [state, work] = branches.map(String);
      control.facts = {
        rules: {
          [state ?? '']: [...harmless, 'required_signatures', 'required_status_checks'],
          [work ?? '']: [...harmless, 'commit_message_pattern'],
        },
      };
    };
    const found = await wrong();
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(
      /^problem rules of wakeful-state: .*required_signatures .*and required_status_checks/,
    );
    expect(found[1]).toMatch(
      /^not_visible rules of wakeful\/\*\*: These rules may refuse the agent's pushes: commit_message_pattern/,
    );
  });

  test('needs no key where the settings name servers of their own', async () => {
    control.facts = { secretNames: [] };
    await night.commit({
      '.github/wakeful.yml': 'models: {default: {model: m, base_url: "https://models.example/v1"}}\n',
    });
    expect(await wrong()).toEqual([]);
  });

  test('says what a token does not show, and what has to be there', async () => {
    control.facts = {
      ...{ areActionsEnabled: null, actionsMayOpenPullRequests: null, secretNames: null },
      rules: {},
    };
    control.before = (call) => {
      if (call === 'readVariable' || call === 'workflow') throw new Halt('forbidden', 'The token may not.');
    };
    const found = await wrong();
    expect(found).toHaveLength(11);
    expect(found.every((line) => line.startsWith('not_visible'))).toBe(true);
  });

  test('without a token looks at what git shows', async () => {
    const found = await wrong({ access: { kind: 'closed', why: 'no token is set.' } });
    expect(found.map((line) => line.split(':')[0])).toEqual([
      ...['WAKEFUL_STOP', 'wake.yml', 'requests.yml', 'watchdog.yml', 'repository'].map(
        (what) => `not_visible ${what}`,
      ),
    ]);
  });

  test('looks for a sandbox where goals have commands', async () => {
    await night.commit({ 'goals/tidy.yml': goalText('tidy', `${PLAIN}checks: ["true"]\n`) });
    expect(await wrong()).toEqual([
      expect.stringContaining('problem sandbox of the runner: Goals have commands'),
    ]);
    control.variables.set('WAKEFUL_SANDBOX', 'true');
    expect(await wrong()).toEqual([]);
    expect(await wrong({ isRehearsal: true })).toEqual([
      expect.stringContaining('problem sandbox here: Commands of goals are not run here: there is none.'),
    ]);
  });

  describe('tries a model', () => {
    const CALL: ModelAnswer = {
      ...{ kind: 'answer', content: '', finish: 'tool_calls', usage: { tokensIn: 100, tokensOut: 20 } },
      toolCalls: [{ id: 'a', name: 'read_file', arguments: '{"path":"notes.md"}' }],
    };
    const TEXT: ModelAnswer = { ...CALL, content: 'It is blue.', finish: 'stop', toolCalls: [] };
    const FAULT = { kind: 'fault', fault: 'refused_text', isCharged: false, retryAfter: null } as const;

    function provider(answers: readonly ModelAnswer[], asked: Question[] = []): ModelProvider {
      return {
        name: ({ model }) => model,
        open: async () => ({
          limitField: 'max_tokens',
          ask: async (question) => answers[asked.push(question) - 1] ?? TEXT,
        }),
      };
    }

    test('with a tool and its result, and says how it is asked', async () => {
      const asked: Question[] = [];
      const findings = await look({ model: provider([CALL, TEXT], asked) });
      expect(findings.find(({ what }) => what === 'model default')?.says).toBe(
        'gpt-5-mini answers, calls tools and takes their results. The limit of an answer is its max_tokens.',
      );
      expect(asked.map(({ messages }) => messages.map(({ role }) => role))).toEqual([
        ['system', 'user'],
        ['system', 'user', 'assistant', 'tool'],
      ]);
    });

    test.each<[string, readonly ModelAnswer[]]>([
      ['called no tool when it was told to', [TEXT]],
      ['used up 2048 tokens without calling a tool', [{ ...TEXT, finish: 'length' }]],
      [
        'called "write_file", a tool that it was not offered',
        [{ ...CALL, toolCalls: [{ id: 'a', name: 'write_file', arguments: '{}' }] }],
      ],
      [
        'arguments that are not what was asked for',
        [{ ...CALL, toolCalls: [{ id: 'a', name: 'read_file', arguments: 'notes.md' }] }],
      ],
      ['does not keep to the limit of an answer', [{ ...CALL, usage: { tokensIn: 1, tokensOut: 9_000 } }]],
      ['takes no result of a tool: 400: no tool role', [CALL, { ...FAULT, detail: '400: no tool role' }]],
      ['does not answer (refused_text): 400: no tools', [{ ...FAULT, detail: '400: no tools' }]],
    ])('and says what it cannot do: %s', async (words, answers) => {
      expect(await wrong({ model: provider(answers) })).toEqual([expect.stringContaining(words)]);
    });

    test('and says where nothing is counted', async () => {
      const findings = await look({ model: provider([{ ...CALL, usage: null }, TEXT]) });
      expect(findings.find(({ what }) => what === 'model default')?.says).toContain(
        'does not say how many tokens',
      );
    });

    test('and says where none can be opened', async () => {
      const none: ModelProvider = {
        name: () => 'none',
        open: () => Promise.reject(new Halt('missing_key', 'No model key is set.')),
      };
      expect(await wrong({ model: none })).toEqual([expect.stringContaining('No model key is set.')]);
    });
  });
});

describe('what keeps the token and the key where they belong', () => {
  const [branches, tags, state] = GUARDED;

  test('is missed where there is no ruleset, with the commands that set it', async () => {
    control.rules = [];
    const findings = (await look()).filter(({ verdict }) => verdict === 'problem');
    expect(findings.map(({ what }) => what)).toEqual([
      'other branches',
      'tags',
      'history of the state branch',
    ]);
    const bodies = findings.flatMap(({ commands = [] }) =>
      commands.map((command) => {
        const [, json = '', rest] =
          /^echo '(.*)' \| (gh api .*)$/.exec(command.replaceAll("'\\''", "'")) ?? [];
        expect(rest).toBe('gh api -X POST repos/test/repository/rulesets --input -');
        return JSON.parse(json) as object;
      }),
    );
    const roles = [5, 2].map((actor_id) => ({
      actor_id,
      actor_type: 'RepositoryRole',
      bypass_mode: 'always',
    }));
    expect(bodies).toMatchObject([
      {
        target: 'branch',
        conditions: {
          ref_name: { include: ['~ALL'], exclude: ['refs/heads/wakeful/**/*', 'refs/heads/wakeful-state'] },
        },
        bypass_actors: roles,
      },
      { target: 'tag', conditions: { ref_name: { include: ['~ALL'], exclude: [] } }, bypass_actors: roles },
      {
        target: 'branch',
        conditions: { ref_name: { include: ['refs/heads/wakeful-state'] } },
        bypass_actors: [],
      },
    ]);
  });

  const all = 'other branches';
  test.each([
    ['disabled', { isActive: false }, all],
    ['without a rule against pushes', { rules: ['creation', 'deletion', 'non_fast_forward'] }, all],
    ['without a rule against deleting', { rules: ['creation', 'update', 'non_fast_forward'] }, all],
    ['over the default branch only', { include: ['~DEFAULT_BRANCH'] }, all],
    ['that leaves out the default branch', { exclude: ['refs/heads/main'] }, all],
    ['that leaves out all of a beginning', { exclude: ['refs/heads/*'] }, all],
    ['from which GitHub Actions is exempt', { exempt: ['RepositoryRole 5', 'Integration 15368'] }, all],
    ['from which everybody who may write is exempt', { exempt: ['RepositoryRole 4'] }, all],
    ['from which a deploy key is exempt', { exempt: ['DeployKey'] }, all],
    ['over tags', { target: 'tag' as const }, all],
  ])('is not held by a ruleset %s', async (_, change, what) => {
    control.rules = [{ ...branches, ...change }, tags, state].flatMap((each) => each ?? []) as RulesetFacts[];
    expect(await wrong()).toEqual([expect.stringMatching(`^problem ${what}: `)]);
  });

  test.each([
    ['from which admins are exempt', { exempt: ['RepositoryRole 5'] }],
    ['that may be changed', { rules: ['deletion'] }],
  ])('is not a ruleset of the state branch %s', async (_, change) => {
    control.rules = [branches, tags, { ...state, ...change }].flatMap((each) => each ?? []) as RulesetFacts[];
    expect(await wrong()).toEqual([expect.stringMatching('^problem history of the state branch: ')]);
  });

  test('is not known to a token that does not see who is exempt, or no ruleset at all', async () => {
    control.rules = GUARDED.map((each) => ({ ...each, exempt: null }));
    expect((await wrong()).map((line) => line.slice(0, 12))).toEqual(Array(3).fill('not_visible '));
    control.rules = null;
    expect((await wrong()).map((line) => line.slice(0, 12))).toEqual(Array(3).fill('not_visible '));
  });

  test('offers an environment for the key', async () => {
    const found = (await look()).find(({ what }) => what === 'key in an environment');
    expect(found?.says).toContain('everybody who may push a branch can read the key');
    expect(found?.commands).toEqual([
      expect.stringMatching(
        /^echo '\{"deployment_branch_policy":.*\| gh api -X PUT repos\/test\/repository\/environments\/wakeful --input -$/,
      ),
      "gh api -X POST repos/test/repository/environments/wakeful/deployment-branch-policies -f name='main' -f type=branch",
      "gh secret set OPENAI_API_KEY --env 'wakeful' --repo test/repository",
      'gh secret delete OPENAI_API_KEY --repo test/repository',
      "gh variable set WAKEFUL_ENVIRONMENT --body 'wakeful' --repo test/repository",
    ]);
  });

  const good = { branches: ['main'], secretNames: ['OPENAI_API_KEY'] };
  test.each([
    ['is right', good, [], null],
    ['does not exist', null, [], 'There is no environment vault'],
    ['is open to every branch', { ...good, branches: null }, [], 'Other branches than main'],
    ['is open to another branch', { ...good, branches: ['main', 'next'] }, [], 'Other branches than main'],
    ['is open to tags', { ...good, branches: ['main', 'tag:main'] }, [], 'Other branches than main'],
    ['is open to a pattern', { ...good, branches: ['m*'] }, [], 'Other branches than main'],
    ['does not hold the key', { ...good, secretNames: [] }, [], 'has no secret OPENAI_API_KEY'],
    ['is not the only place of the key', good, ['OPENAI_API_KEY'], 'to every branch all the same'],
  ])('looks at the environment that the variable names: it %s', async (_, environment, secretNames, says) => {
    control.variables.set('WAKEFUL_ENVIRONMENT', 'vault');
    if (environment !== null) control.environments.set('vault', environment);
    control.facts = { secretNames };
    const found = (await wrong()).filter((line) => line.includes('key in an environment'));
    expect(found).toEqual(says === null ? [] : [expect.stringContaining(says)]);
  });

  test('says nothing of it in a rehearsal, which is on no server', async () => {
    control.rules = [];
    const findings = await look({ isRehearsal: true });
    expect(findings.map(({ what }) => what)).not.toContain('other branches');
  });
});
