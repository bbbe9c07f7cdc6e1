import { type ProblemText, problemSentence, problemText, show } from './problem.ts';

/**
 * What the input `stop` holds where a workflow does not pass it. `action.yml` says the same, so people read it there.
 */
export const STOP_NOT_PASSED = '(the workflow does not pass the input stop)';

/** What can be wrong with an input of the Action. */
export const actionInputProblems = {
  stopNotPassed: problemText(
    'it is not passed, so nobody could stop the agent',
    'write `stop: ${{ vars.WAKEFUL_STOP }}` under `with:`',
  ),
  notCommand: (command: string, nearest: string | null, known: readonly string[]) =>
    problemText(
      `${show(command)} is not a command`,
      nearest === null ? `use ${known.join(', ')}` : `did you mean ${nearest}?`,
    ),
  notGoal: (goal: string) =>
    problemText(
      `${show(goal)} is not the id of a goal`,
      'write the name of one file in the goals folder without .yml, e.g. docs-index',
    ),
  emptyToken: problemText('it is empty', 'leave it out, or pass a secret that exists'),
  notSwitch: (text: string) => problemText(`${show(text)} is neither true nor false`, 'write true or false'),
  notToken: problemText(
    'it contains spaces or characters that no token has',
    'pass the secret without any change',
  ),
} as const;

/** What can be wrong with the event that starts the command `request`; `field`: the first that is not as expected. */
export function notCommentEvent(field: string | null): ProblemText {
  return problemText(
    `the event is not an issue_comment event of GitHub (${field ?? 'the whole payload'})`,
    'use this command in a workflow with on: issue_comment',
  );
}

/** The same of an edit of an issue. */
export function notIssueEdit(field: string | null): ProblemText {
  return problemText(
    `the event is not an issues event of GitHub (${field ?? 'the whole payload'})`,
    'use this command in a workflow with on: issues',
  );
}

/** What a comment that begins with `/wakeful` can ask for. */
export const COMMENT_FORMS = {
  run: '/wakeful run <goal>',
  pause: '/wakeful pause <goal>',
  stop: '/wakeful stop <reason>',
  resume: '/wakeful resume [<goal>]',
} as const;

type CommentVerb = keyof typeof COMMENT_FORMS;

/** What can be wrong with such a comment. */
export const commentProblems = {
  several: problemText('There is more than one command. Write each command in a comment of its own'),
  noCommand: problemText('There is no command after /wakeful'),
  notCommand: (verb: string, nearest: string | null) =>
    problemText(`${show(verb)} is not a command`, nearest === null ? '' : `did you mean ${nearest}?`),
  noGoal: (verb: CommentVerb) => problemText(`Name a goal: ${COMMENT_FORMS[verb]}`),
  notGoal: (goal: string) =>
    problemText(`${show(goal)} is not the id of a goal, which is the name of its file without .yml`),
  tooMuch: (verb: CommentVerb) => problemText(`Write nothing after the goal: ${COMMENT_FORMS[verb]}`),
  noReason: problemText(`Say why; everybody can read it: ${COMMENT_FORMS.stop}`),
} as const;

/** The answer to such a comment. */
export function commentAnswer(problem: ProblemText): string {
  return `${problemSentence(problem)} Known commands: ${Object.values(COMMENT_FORMS).join(', ')}.`;
}

/** Why no token is used for a server of GitHub, to go on after a colon. */
export const tokenProblems = {
  notEncrypted: (serverUrl: string) =>
    `the connection to ${serverUrl} is not encrypted, so no token is sent there.`,
  noToken: 'no token is set. Set GITHUB_TOKEN or GH_TOKEN.',
  noEnterpriseToken: (host: string) => `no token for ${host} is set. Set GH_ENTERPRISE_TOKEN.`,
  otherServer: (host: string) =>
    `a token for GitHub is not sent to ${host}. If that is your GitHub Enterprise Server, set GH_ENTERPRISE_TOKEN, or GH_HOST=${host}.`,
} as const;

/** A workflow file without a trigger. */
export const NO_TRIGGER = 'there is no `on:` in it';
