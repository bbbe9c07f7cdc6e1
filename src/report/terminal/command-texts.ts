import { PROGRAM } from '../../core/text/program.ts';
import { count, listWords, longTime } from '../words/sentences.ts';

/** What a command line got wrong, and what would be right. */
export const USAGE_TEXTS = {
  noCommand: (name: string, hint: string) => `There is no command ${JSON.stringify(name)}. ${hint}`,
  noOption: (name: string, hint: string) => `There is no option --${name}. ${hint}`,
  didYouMean: (name: string) => `Did you mean ${name}?`,
  known: (names: readonly string[]) => `You can use: ${names.join(', ')}.`,
  seeHelp: `See ${PROGRAM} --help`,
  nothingExpected: (words: readonly string[]) =>
    `This command does not expect ${words.map((word) => JSON.stringify(word)).join(' ')}.`,
  nameOneGoal: (command: string) =>
    `Name one goal: ${PROGRAM} ${command} <goal>. Give a reason with --reason.`,
  sayWhy: `Say why: ${PROGRAM} stop "<reason>"`,
  noLevel: (level: string, known: readonly string[]) =>
    `--level: ${JSON.stringify(level)} is not a level. Use one of ${known.join(', ')}.`,
  remoteAndRepo: '--remote and --repo exclude each other.',
  goalAndNight: '--goal and --night exclude each other: a night shows what the schedule does by itself.',
  noRehearsal: (repository: string) => `There is no rehearsal on ${repository} yet. Start one first.`,
  noRemote: (remote: string) =>
    `There is no rehearsal here and no remote named ${remote}. Start a rehearsal with ${PROGRAM} rehearse, or name a remote with --remote <name|URL>.`,
  whyWhat: `Say what to explain: ${PROGRAM} why <draft|run|goal|task>, or ${PROGRAM} why <goal> <due time>.`,
  noSubject: (what: string) =>
    `The log that is kept knows no draft, run, goal, due time or task ${JSON.stringify(what)}. ${PROGRAM} status names what there is.`,
  awayAlone: '--away tells a whole night, so it does not go with --since, --goal, --wake or --follow.',
  followNoJson: '--follow has no end, so it cannot print one JSON document.',
  notAFile: (path: string) => `${path} is not a file.`,
} as const;

/** What `--help` without a command says. */
export const OVERVIEW_TEXTS = {
  what: 'Wakeful does the chores of a repository: it works on goals and offers drafts.',
  init: `${PROGRAM} init       put Wakeful on the repository of this clone, as one branch to look at`,
  rehearse: `${PROGRAM} rehearse   rehearse one run on this repository, on this machine`,
  any: `${PROGRAM} <command> [options]`,
  options: 'Each command takes --json, and --help, which explains it.',
} as const;

/** Which repository a command speaks of. */
export const REMOTE_TEXTS = {
  rehearsal: (folder: string) => `This is the rehearsal in ${folder}/, not a real repository.`,
  rehearsalOnly: (sentence: string, repository: string) =>
    `${sentence} Everything below is about ${repository}, the repository of the rehearsal. To examine a real repository: ${PROGRAM} doctor --remote origin.`,
  realRun: (sentence: string) => `This is a real run. ${sentence}`,
  neverRan: (sentence: string, branch: string) =>
    `${sentence}\nThe agent has never run here: there is no branch ${branch}.`,
  neverRanHere: (sentence: string) => `The agent has never run here. ${sentence}`,
  dueTimesAsOf: (now: number, sentence: string) => `Due times as of ${longTime(now)}. ${sentence}`,
  dueTimesUnknown: (why: string) => `Nothing is known about past due times: ${why}`,
  noGitHub: 'this remote is not on GitHub.',
  readsOnly: 'This command only reads the state branch.',
} as const;

/** Progress and small results of commands. */
export const COMMAND_TEXTS = {
  saving: 'Saving the work and releasing the lock. Press Ctrl-C again to end at once.',
  cancelled: 'Cancelled: saving the work and releasing the lock.',
  writeAGoal: (folder: string) => `Write one in ${folder}/<id>.yml to begin.`,
  noGoal: (folder: string) => `There is no goal file in ${folder}/ yet.`,
  defect: (stack: string) => `a defect in Wakeful itself.\n${stack}`,
  unreadableLines: (lines: number) => `${count(lines, 'log line')} could not be read.`,
} as const;

/** A rehearsal: its clock, its model and why it starts. */
export const REHEARSAL_TEXTS = {
  chosenGoals: 'a rehearsal of chosen goals',
  tickAt: (time: string) => `the scheduled run of ${time}`,
  nightEnds: 'The night ends here: every further run would end the same way until that is fixed.',
  clockBehind: (newest: number) =>
    `The rehearsal has already reached ${longTime(newest)}, so what was counted until then is not due again.`,
  clockGoesOn: (newest: number) =>
    `The rehearsal's clock goes on from ${longTime(newest)}, where it stopped. Use --fresh to start over.`,
  nightPlayed: (endedAt: number) =>
    `The rehearsal's clock has reached ${longTime(endedAt)}. ${PROGRAM} rehearse goes on from there; --fresh starts over.`,
  scriptedModel: [
    'No model key is set, so the scripted model answers: a small program on this machine that knows only the sample goals.',
    'Set OPENAI_API_KEY, or OPENAI_BASE_URL and OPENAI_MODEL, to use a real model.',
  ].join(' '),
  serverOfSettings: 'the server named in the settings',
  modelOfSettings: 'the model named in the settings',
  oneOfSettings: 'the one named in the settings',
  ownModel: (model: string, server: string) => `The model is ${model}, at ${server}. Its key pays for it.`,
} as const;

/** What a trigger leads to, and what makes a goal due. */
export const TRIGGER_TEXTS = {
  commandLine: 'rehearses, or stores a request',
  makesDue: 'What makes goals due, once the agent runs',
  dueOnSchedule: 'the goal is due at each of these times',
  requestFromEvent: 'a request that a run serves',
  queueReaches: (items: number) => `when at least ${count(items, 'task')} wait`,
  lookedAt: 'every run looks at it',
  scheduledRun: 'a run that works on the due goals',
  personsRun: 'a run that a person asked for',
  unnamedEvent: 'Starts no work, because no goal names it under `on`',
  eventRequest: (goals: readonly string[]) => `a request for ${listWords(goals)}`,
  comment: "a person's /wakeful comment",
  watchdog: 'Starts no work, only a look at the health of the agent',
  unheard: (event: string) => `\`on\` names ${event}, and no workflow that starts the agent listens to it`,
  addTo: (files: readonly string[]) => `add it to ${files.join(' or ')}`,
} as const;
