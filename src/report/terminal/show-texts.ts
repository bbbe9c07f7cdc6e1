import type { DueReason } from '../../core/due/due.ts';
import { PROGRAM } from '../../core/text/program.ts';
import { count, listWords } from '../words/sentences.ts';

const DUE: Readonly<Record<DueReason, string>> = {
  asked: 'a person has asked for it',
  undone_alert: 'an alert about it is still to be opened or closed',
  request: 'a person has asked for it',
  event: 'an event that it names has happened',
  edited: 'its file has changed since it was paused',
  died: 'a run holds its lock, or has died with it',
  unfinished_effects: 'something that it has decided on is still to be carried out on GitHub',
  unfinished_window: 'its last run left tasks',
  slot: 'a time of its schedule has come, or it has never run',
  condition: 'its queue is as long as its `when` asks',
};

interface LikelyRun {
  readonly range: string;
  readonly tasks: number;
  readonly calls: { readonly least: number; readonly most: number };
  /** Tokens of the first question. */
  readonly first: string;
}

/** What `show` says. */
export const SHOW_TEXTS = {
  nameOne: `Name one goal: ${PROGRAM} show <goal>. ${PROGRAM} goals lists them.`,
  noGoal: (id: string, hint: string) => `There is no goal ${JSON.stringify(id)} in this work tree. ${hint}`,
  known: (ids: readonly string[]) =>
    ids.length === 0 ? 'There are no goals.' : `The goals are ${listWords(ids)}.`,
  unseen: (why: string) => `what is on GitHub cannot be seen: ${why}`,
  notRun: 'it is not run here; add --run, which runs it in the sandbox of this machine',
  own: 'The goal and the settings are those of your work tree. The files are those of the default branch.',
  disabled: 'It is not enabled, so it does not run.',
  stopped: (why: string) => `The agent is stopped, so nothing runs: ${why}`,
  paused: (why: string) => `It is paused: ${why}`,
  due: (why: DueReason) => `It is due now: ${DUE[why]}.`,
  dueAt: (time: string) => `It is due ${time}. What follows is as things stand now.`,
  onlyByName: 'No time makes it due. What follows is what it would do if somebody asked for it now.',
  events: (events: readonly string[]) => `It is also due when one of these happens: ${events.join(', ')}.`,
  doesNothing: 'It would work on nothing.',
  unknown: 'What it would do cannot be told here.',
  writesNothing: 'It may write no file.',
  ownFile: ', each task its own file only',
  target: (path: string) => `, each task ${path} only`,
  mayWrite: (globs: readonly string[], files: number, own: string) =>
    `It may write ${listWords(globs)}${own}. ${files === 0 ? 'No file there now.' : `${count(files, 'file')} there now:`}`,
  thenAsked: `If somebody asks for it now, with ${PROGRAM} run or a comment`,
  cut: 'There are more. The oldest come first.',
  more: (rest: number) => `and ${count(rest, 'more', 'more')}; --all shows them`,
  refused: (files: number) =>
    `${count(files, 'file')} that it names can be written by no goal, because they are protected:`,
  costsNothing: 'A run with nothing to do asks no model and costs no tokens.',
  firstCostsNothing: 'The first task costs no tokens.',
  likely: ({ range, tasks, calls, first }: LikelyRun) =>
    `Probably ${range} for such a run: ${count(tasks, 'task')} with ${calls.least} to ${count(calls.most, 'model call')} each. The first call has about ${first} tokens, and each later one sends again what was said before it.`,
  spent: ({ spent_tokens, calls }: { readonly spent_tokens: number; readonly calls: number }) =>
    `So far this month: ${count(spent_tokens, 'token')} in ${count(calls, 'model call')}.`,
  noModel: 'No model is asked.',
  says: (role: string) => (role === 'system' ? 'What every model is told' : 'What it is asked'),
  tools: 'Tools that it is offered',
} as const;
