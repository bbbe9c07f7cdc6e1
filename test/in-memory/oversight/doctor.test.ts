import { beforeEach, describe, expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import type { Finding } from '../../../src/core/health/finding.ts';
import { examine } from '../../../src/oversight/doctor/doctor.ts';
import type { DoctorContext } from '../../../src/oversight/doctor/doctor-context.ts';
import type { ModelProvider } from '../../../src/ports.ts';
import { MemoryControl } from '../../support/memory/memory-control.ts';
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
    ...{ repository, signal, isRehearsal: false, model: null, overrides: { baseUrl: null, model: null } },
    access: { kind: 'open', control, address: 'https://github.com/test/repository' },
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
      ...['rules of wakeful-state', 'rules of wakeful/**', 'model key', 'schedule', 'sandbox here'],
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
      'problem state/STOP: It stops the agent: a holiday → Run `npm start -- resume`, or delete the file.',
    );
    expect(found[1]).toContain('The variable stops the agent: a freeze');
    expect(found[1]).toContain('https://github.com/test/repository/settings/variables/actions');
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
    expect(found).toHaveLength(9);
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

  test('asks a model only when it is told to, and with one short question', async () => {
    const asked: unknown[] = [];
    const door = (
      answer: Awaited<ReturnType<Awaited<ReturnType<ModelProvider['open']>>['ask']>>,
    ): ModelProvider => ({
      name: ({ model }) => model,
      open: async () => ({
        ask: async (question) => {
          asked.push(question);
          return answer;
        },
      }),
    });
    const ready = { kind: 'answer', content: 'ready', toolCalls: [], finish: 'stop', usage: null } as const;
    expect(await wrong({ model: door(ready) })).toEqual([]);
    expect(asked).toMatchObject([{ tools: [], maxTokens: 256 }]);
    const fault = { kind: 'fault', fault: 'key_refused', isCharged: false, retryAfter: null } as const;
    expect(await wrong({ model: door({ ...fault, detail: 'The server refuses the key.' }) })).toEqual([
      expect.stringContaining('does not answer (key_refused): The server refuses the key.'),
    ]);
    const none: ModelProvider = {
      name: () => 'none',
      open: () => Promise.reject(new Halt('missing_key', 'No model key is set.')),
    };
    expect(await wrong({ model: none })).toEqual([expect.stringContaining('No model key is set.')]);
  });
});
