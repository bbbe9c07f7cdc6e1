import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { INSTALLED_WORKFLOWS, sourceOf, textIn } from '../../../src/install/release.ts';
import { copiedWakeText, workflowText } from '../../../src/install/workflow-texts.ts';
import { OWN_RELEASE } from '../../support/git/own-release.ts';
import { actionlint, languageService } from '../../support/workflows/linters.ts';
import { RULE_NAMES, violations } from '../../support/workflows/rules.ts';
import { readWorkflow, repositoryText, type TextFile } from '../../support/workflows/workflow-files.ts';

const CHOICES = { events: [], goalsFolder: 'goals', hasCommands: false, hasApp: false };

function installed(path: string, choices: Parameters<typeof workflowText>[2] = CHOICES): TextFile {
  return { file: path, text: workflowText(textIn(OWN_RELEASE, sourceOf(path)), OWN_RELEASE, choices) };
}

const usesOf = (source: TextFile): readonly string[] =>
  Object.values(readWorkflow(source).jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));

describe.each(INSTALLED_WORKFLOWS)('%s in another repository', (path) => {
  it('passes both linters', async () => {
    const source = installed(path);
    expect([...(await actionlint(source)), ...(await languageService(source))]).toEqual([]);
  });

  it.each(RULE_NAMES)('keeps the rule: %s', async (rule) => {
    expect(await violations(rule, installed(path))).toEqual([]);
  });

  it('has Wakeful from the release, and nothing of it from the repository', () => {
    const uses = usesOf(installed(path));
    const action = `${OWN_RELEASE.repository}@${OWN_RELEASE.commit}`;
    expect(uses).toContain(action);
    expect(uses.filter((each) => each !== action && !each.startsWith('actions/checkout@'))).toEqual([]);
    expect(installed(path).text).not.toMatch(/\/dist\/|uses: \.\//);
  });

  it('checks out no file of its own repository, but for what a pull request proposes', () => {
    const checkouts = Object.values(readWorkflow(installed(path)).jobs).flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')).map((step) => step.with?.['path']),
    );
    expect(checkouts).toEqual(path.endsWith('/goals.yml') ? ['proposed'] : []);
  });
});

const WAKE = '.github/workflows/wake.yml';

describe('the second job of wake.yml', () => {
  it('is there where a goal has commands, and passes both linters and every rule', async () => {
    const source = installed(WAKE, { ...CHOICES, hasCommands: true });
    expect(Object.keys(readWorkflow(source).jobs)).toEqual(['wake', 'work', 'stopped']);
    expect(source.text).toContain('defer-commands:');
    expect([...(await actionlint(source)), ...(await languageService(source))]).toEqual([]);
    for (const rule of RULE_NAMES) expect(await violations(rule, source), rule).toEqual([]);
  });

  it('is not there where none has, and nothing is left to it', () => {
    const source = installed(WAKE);
    expect(Object.keys(readWorkflow(source).jobs)).toEqual(['wake', 'stopped']);
    expect(source.text).not.toMatch(/defer|deferred|wakeful-setup|max-parallel/);
  });
});

describe('the App that opens drafts', () => {
  it('has its step where it is wanted, which passes both linters and every rule', async () => {
    for (const hasCommands of [false, true]) {
      const source = installed(WAKE, { ...CHOICES, hasCommands, hasApp: true });
      const jobs = Object.values(readWorkflow(source).jobs);
      const steps = jobs.map(({ steps }) => steps.map(({ uses }) => uses?.split('@')[0]));
      const both = ['actions/create-github-app-token', 'acme/wakeful'];
      expect(steps.filter((each) => each.includes('acme/wakeful')).map((each) => each.slice(-2))).toEqual(
        hasCommands ? [both, both] : [both],
      );
      expect([...(await actionlint(source)), ...(await languageService(source))]).toEqual([]);
      for (const rule of RULE_NAMES) expect(await violations(rule, source), rule).toEqual([]);
    }
  });

  it('has none where nobody asks for it', () => {
    const source = installed(WAKE, { ...CHOICES, hasCommands: true });
    expect(source.text).not.toMatch(/app-token|draft-token|WAKEFUL_APP/);
  });
});

describe('the events of wake.yml', () => {
  const eventsOf = (events: readonly string[]) => readWorkflow(installed(WAKE, { ...CHOICES, events })).on;

  it('are the schedule and the button alone, where no goal names one', () => {
    expect(Object.keys(eventsOf([]))).toEqual(['schedule', 'workflow_dispatch']);
  });

  it('are those that goals name, as the template has them', () => {
    const on = eventsOf(['push', 'release']);
    expect(Object.keys(on)).toEqual(['schedule', 'workflow_dispatch', 'push', 'release']);
    expect(on['push']).toEqual({ 'branches-ignore': ['wakeful-state', 'wakeful/**'] });
  });
});

it('looks at pull requests in the folder where goals lie', () => {
  const source = installed('.github/workflows/goals.yml', { ...CHOICES, goalsFolder: '.github/goals' });
  expect(readWorkflow(source).on['pull_request']).toEqual({
    paths: ['.github/goals/**', '.github/wakeful.yml'],
  });
});

it('the wake.yml that ships starts no job for an event that no goal of this repository names', () => {
  const goals = [...OWN_RELEASE.files].filter(([path]) => path.startsWith('goals/'));
  const named = goals.flatMap(([, text]) => (parse(text) as { readonly on?: readonly string[] }).on ?? []);
  expect(repositoryText(WAKE).text).toBe(copiedWakeText(textIn(OWN_RELEASE, sourceOf(WAKE)), named));
});
