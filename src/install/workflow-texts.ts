import { WORKFLOW_NOTES } from '../report/install/workflow-notes.ts';
import { type ActionSource, actionAt, pageOf } from './release.ts';

const OWN_CHECKOUT = '- name: Fetch the Action of the default branch, and nothing else';
const EVENTS = '  # Events that a goal may name under';
const SECOND_JOB =
  '  # One job for each goal that is due and has commands, on a runner that has a sandbox. Where none is due, none starts.';
/** What of the first job is about the second one. */
const OF_SECOND_JOB =
  /^ {4}outputs:$|^ {6}deferred: |^ {8}id: wake$|# Goals with commands are left to the jobs below|^ *defer-commands: /;
const STOP = "vars.WAKEFUL_STOP == ''";
/** What of the condition is about every start: the stop, and an environment that has the key. */
const CONDITION_FOR_ALL =
  /if: >-$|^ *vars\.WAKEFUL_STOP == ''$|event_name == 'schedule' \|\| vars\.WAKEFUL_ENVIRONMENT/;
const APP_STEP = '- name: Get a token of the App that opens drafts';
const OF_APP = /^ *draft-token: /;
const { STOP_NOTE, EVENTS_NOTE } = WORKFLOW_NOTES;

export interface WorkflowChoices {
  /** Events that goals name under `on`. */
  readonly events: readonly string[];
  /** Whether a goal has commands, which need the second job of wake.yml. */
  readonly hasCommands: boolean;
  /** Where goals lie. */
  readonly goalsFolder: string;
  /** Whether an App opens the drafts. */
  readonly hasApp: boolean;
}

/**
 * A workflow of Wakeful's own repository as another one has it: the Action comes from a release instead of a checkout, and there is
 * no event that no goal names, and no job for commands that no goal has.
 */
export function workflowText(text: string, release: ActionSource, choices: WorkflowChoices): string {
  const all = withoutOwnCheckouts(text.split('\n'));
  const opened = choices.hasApp ? all : withoutApp(all);
  const ours = choices.hasCommands ? opened : withoutSecondJob(opened);
  const lines = choices.events.length === 0 ? withoutEvents(ours) : withEvents(ours, choices);
  return lines
    .join('\n')
    .replace(/uses: \.\/$/gm, `uses: ${actionAt(release)}`)
    .replace(/(?<= )docs\/workflows\.md/g, pageOf(release, 'docs/workflows.md'))
    .replaceAll('"goals/**"', `"${choices.goalsFolder}/**"`);
}

/** `wake.yml` as a copy of the template has it: without the events that no goal names. */
export function copiedWakeText(text: string, events: readonly string[]): string {
  const lines = text.split('\n');
  return (events.length === 0 ? withoutEvents(lines) : withEvents(lines, { events })).join('\n');
}

function withoutOwnCheckouts(lines: readonly string[]): readonly string[] {
  return withoutSteps(lines, OWN_CHECKOUT);
}

function withoutApp(lines: readonly string[]): readonly string[] {
  return withoutSteps(lines, APP_STEP).filter((line) => !OF_APP.test(line));
}

/** Whether the text of a wake.yml has drafts opened by an App. */
export function hasAppStep(text: string): boolean {
  return text.includes(APP_STEP);
}

/** Each block of a step ends with an empty line, and what is said about it stands above it. */
function withoutSteps(lines: readonly string[], name: string): readonly string[] {
  const at = lines.findIndex((line) => line.trim() === name);
  if (at === -1) return lines;
  let from = at;
  while (lines[from - 1]?.trim().startsWith('#') === true) from -= 1;
  const end = lines.indexOf('', at);
  return withoutSteps([...lines.slice(0, from), ...lines.slice(end + 1)], name);
}

/** Nothing is left to a job that is not there: a goal that gets commands later says in its drafts that they did not run. */
function withoutSecondJob(lines: readonly string[]): readonly string[] {
  const from = lines.indexOf(SECOND_JOB);
  if (from === -1) return lines;
  const end = lines.findIndex((line, at) => at > from && /^ {2}\w/.test(line) && line !== '  work:');
  const first = lines.slice(0, from).filter((line) => !OF_SECOND_JOB.test(line));
  return [...first, ...lines.slice(end)];
}

/** What only the schedule and a person start needs no condition about events, and editors mark one. */
function withoutEvents(lines: readonly string[]): readonly string[] {
  const kept = withEvents(lines, { events: [] });
  const from = kept.findIndex((line, at) => line === '    if: >-' && kept[at + 1]?.trim() === STOP);
  if (from === -1) return kept;
  const end = kept.findIndex((line, at) => at > from && !line.startsWith('      '));
  let start = from;
  while (kept[start - 1]?.trim().startsWith('#') === true) start -= 1;
  const condition = kept.slice(from, end).filter((line) => CONDITION_FOR_ALL.test(line));
  return [...kept.slice(0, start), ...STOP_NOTE, ...condition, ...kept.slice(end)];
}

function withEvents(
  lines: readonly string[],
  { events }: Pick<WorkflowChoices, 'events'>,
): readonly string[] {
  const from = lines.findIndex((line) => line.startsWith(EVENTS));
  if (from === -1) return lines;
  const end = lines.indexOf('', from);
  const block = lines.slice(from, end).filter((line) => !line.trim().startsWith('#'));
  const kept = entriesOf(block).filter(([first = '']) => events.includes(first.trim().replace(/:.*/, '')));
  return [...lines.slice(0, from), ...EVENTS_NOTE, ...kept.flat(), ...lines.slice(end)];
}

/** Each line at the depth of an event, with the deeper ones below it. */
function entriesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const entries: string[][] = [];
  for (const line of lines) {
    if (/^ {2}\S/.test(line)) entries.push([line]);
    else entries.at(-1)?.push(line);
  }
  return entries;
}
