import { describe, expect, test } from 'vitest';
import { readActionInputs } from '../../../src/config/github/action-inputs.ts';
import { ACTION_INPUTS, type InputName } from '../../../src/config/github/action-registry.ts';

type Given = Partial<Record<InputName, string>>;

/** As the runner hands inputs over: defaults are filled in, everything else that is not passed is empty. */
function read(given: Given) {
  const usual = { stop: '', 'github-token': 'ghs_fake' };
  return readActionInputs((name) => ({ ...usual, ...given })[name] ?? ACTION_INPUTS[name].default ?? '');
}

function problemsOf(given: Given): readonly string[] {
  const reading = read(given);
  return reading.kind === 'problems' ? reading.problems : [];
}

describe('inputs of the Action', () => {
  test('need no more than the stop', () => {
    expect(read({})).toEqual({
      kind: 'inputs',
      inputs: {
        stop: '',
        command: 'wake',
        goal: null,
        runGoal: null,
        isDeferring: false,
        folder: '.',
        reason: '',
        minutes: 12,
        githubToken: 'ghs_fake',
        draftToken: null,
        openaiKey: '',
        healthCheck: '',
        model: { baseUrl: null, model: null },
      },
    });
  });

  test('are taken as they are passed', () => {
    const given: Given = {
      goal: ' docs-index ',
      reason: 'because',
      minutes: '2.5',
      'openai-api-key': 'sk-fake\n',
      'openai-base-url': 'http://localhost:11434/v1',
      'openai-model': 'qwen3',
    };
    expect(read(given)).toMatchObject({
      inputs: {
        goal: 'docs-index',
        reason: 'because',
        minutes: 2.5,
        openaiKey: 'sk-fake',
        healthCheck: '',
        model: { baseUrl: 'http://localhost:11434/v1', model: 'qwen3' },
      },
    });
  });

  test.each(['false', '0', ' ', 'no more, please'])('keep a stop of %j as it is', (stop) => {
    expect(read({ stop })).toMatchObject({ inputs: { stop } });
  });

  test('tell a stop that is not passed from one that is empty', () => {
    const message =
      'stop: it is not passed, so nobody could stop the agent; write `stop: ${{ vars.WAKEFUL_STOP }}` under `with:`.';
    expect(problemsOf({ stop: ACTION_INPUTS.stop.default })).toEqual([message]);
    const nothing = readActionInputs((name) => (name === 'github-token' ? 'ghs_fake' : undefined));
    expect(nothing).toEqual({ kind: 'problems', problems: [message] });
  });

  test.each<[InputName, string, string]>([
    ['command', 'wakke', 'command: "wakke" is not a command; did you mean wake?'],
    ['command', 'destroy', 'command: "destroy" is not a command; use wake, request, watchdog, preview'],
    [
      'goal',
      'goals/Docs Index.yml',
      'goal: "goals/Docs Index.yml" is not the id of a goal; write the name of one file',
    ],
    ['run-goal', 'Docs Index', 'run-goal: "Docs Index" is not the id of a goal'],
    ['defer-commands', 'yes', 'defer-commands: "yes" is neither true nor false; write true or false'],
    ['minutes', 'soon', 'minutes: "soon" is not a number of minutes from 0.1 to 360'],
    ['minutes', '0', 'minutes: "0" is not a number'],
    ['minutes', '', 'minutes: "" is not a number'],
    ['github-token', '', 'github-token: it is empty; leave it out, or pass a secret that exists'],
    ['github-token', 'two words', 'github-token: it contains spaces'],
    ['openai-base-url', 'localhost', 'openai-base-url: "localhost" is not a web address; write one such as'],
  ])('refuse %s: %j', (name, value, words) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringContaining(words)]);
  });

  test('have all their problems told at once', () => {
    const problems = problemsOf({ command: 'x', goal: '?', minutes: '-1', 'openai-base-url': 'x' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'command',
      'goal',
      'minutes',
      'openai-base-url',
    ]);
  });

  test('never repeat a token in a problem', () => {
    expect(problemsOf({ 'github-token': 'ghs_secret with a space' }).join()).not.toContain('ghs_secret');
  });
});
