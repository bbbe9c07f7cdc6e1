import { actionInputProblems, STOP_NOT_PASSED } from '../../report/problems/action-problems.ts';
import { problemSentence } from '../../report/problems/problem.ts';
import { type InputReading, parseMinutes, parseModelAddress } from '../fields/inputs.ts';
import { nearestName } from '../yaml/nearest-name.ts';
import { ACTION_COMMANDS, ACTION_INPUTS, type ActionCommand, type InputName } from './action-registry.ts';

/** The inputs of the Action, read and checked. */
export interface ActionInputs {
  /** Value of `WAKEFUL_STOP`; empty: not set. */
  readonly stop: string;
  readonly command: ActionCommand;
  /** Null: whatever is due. */
  readonly goal: string | null;
  /** The only goal that this run may work on, if it is due; null: any. */
  readonly runGoal: string | null;
  /** Goals with commands are left to jobs with a sandbox where this one has none. */
  readonly isDeferring: boolean;
  /** Path below the workspace. */
  readonly folder: string;
  /** Empty: none was given. */
  readonly reason: string;
  readonly minutes: number;
  readonly githubToken: string;
  /** Pushes and opens drafts in its place; null: none was given. */
  readonly draftToken: string | null;
  /** Empty: none. */
  readonly openaiKey: string;
  /** Null: as the settings say. */
  readonly model: { readonly baseUrl: string | null; readonly model: string | null };
  /** What is called when a run was well; empty: nothing. It is not checked, so that a mistake in it harms no run. */
  readonly healthCheck: string;
}

export type ActionInputsReading =
  | { readonly kind: 'inputs'; readonly inputs: ActionInputs }
  /** One sentence each: which input, what is wrong, what would be right. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** Reads all inputs and names everything that is wrong with them. `given`: as the runner hands it over. */
export function readActionInputs(given: (name: InputName) => string | undefined): ActionInputsReading {
  const problems: string[] = [];
  const read = <T>(name: InputName, reader: (text: string) => InputReading<T>): T | null => {
    const reading = reader(given(name) ?? ACTION_INPUTS[name].default ?? '');
    if (reading.kind === 'value') return reading.value;
    problems.push(`${name}: ${problemSentence(reading.problem)}`);
    return null;
  };
  const stop = read('stop', readStop);
  const command = read('command', readCommand);
  const goal = read('goal', optional(readGoal));
  const runGoal = read('run-goal', optional(readGoal));
  const isDeferring = read('defer-commands', readSwitch);
  const minutes = read('minutes', parseMinutes);
  const githubToken = read('github-token', readToken);
  const draftToken = read('draft-token', optional(readToken));
  const baseUrl = read('openai-base-url', optional(parseModelAddress));
  const isComplete =
    stop !== null && isDeferring !== null && command !== null && minutes !== null && githubToken !== null;
  if (!isComplete || problems.length > 0) return { kind: 'problems', problems };
  const text = (name: InputName) => (given(name) ?? '').trim();
  const model = { baseUrl, model: text('openai-model') || null };
  const words = {
    folder: text('folder') || '.',
    reason: text('reason'),
    openaiKey: text('openai-api-key'),
    healthCheck: text('health-check-url'),
  };
  return {
    kind: 'inputs',
    inputs: { stop, command, goal, runGoal, isDeferring, minutes, githubToken, draftToken, model, ...words },
  };
}

/** Null: it is empty. */
function optional<T>(reader: (text: string) => InputReading<T>): (text: string) => InputReading<T | null> {
  return (text) => (text.trim() === '' ? { kind: 'value', value: null } : reader(text.trim()));
}

function readStop(text: string): InputReading<string> {
  if (text !== STOP_NOT_PASSED) return { kind: 'value', value: text };
  return { kind: 'wrong', problem: actionInputProblems.stopNotPassed };
}

function readCommand(text: string): InputReading<ActionCommand> {
  const command = ACTION_COMMANDS.find((each) => each === text.trim());
  if (command !== undefined) return { kind: 'value', value: command };
  const nearest = nearestName(text.trim(), ACTION_COMMANDS);
  return { kind: 'wrong', problem: actionInputProblems.notCommand(text, nearest, ACTION_COMMANDS) };
}

function readGoal(text: string): InputReading<string> {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return { kind: 'value', value: text };
  return { kind: 'wrong', problem: actionInputProblems.notGoal(text) };
}

function readSwitch(text: string): InputReading<boolean> {
  const value = text.trim().toLowerCase() || 'false';
  if (value === 'true' || value === 'false') return { kind: 'value', value: value === 'true' };
  return { kind: 'wrong', problem: actionInputProblems.notSwitch(text) };
}

function readToken(text: string): InputReading<string> {
  const token = text.trim();
  if (token === '') return { kind: 'wrong', problem: actionInputProblems.emptyToken };
  if (/^[\x21-\x7E]+$/.test(token)) return { kind: 'value', value: token };
  return { kind: 'wrong', problem: actionInputProblems.notToken };
}
