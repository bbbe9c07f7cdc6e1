import { type Finding, fine, hidden, problem } from '../../core/health/finding.ts';
import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import { inBrackets } from '../words/sentences.ts';

/** The two settings by which an App opens the drafts; as docs/workflows.md says. */
export const APP_VARIABLE = 'WAKEFUL_APP_ID';
export const APP_KEY = 'WAKEFUL_APP_KEY';

const WHAT = 'CI on drafts';
const WAITS = 'workflows on drafts wait until somebody with write permission approves their runs';

/** What there is of the settings by which an App opens the drafts. */
export interface AppFacts {
  /** Whether the variable names one. */
  readonly isNamed: boolean;
  /** Whether there is a secret for its key; null: the token does not tell. */
  readonly hasKey: boolean | null;
  /** Whether wake.yml asks for its token. */
  readonly isUsed: boolean;
}

export function appHidden(why: string): Finding {
  return hidden(WHAT, why, `If the variable ${APP_VARIABLE} is set, the secret ${APP_KEY} has to be there.`);
}

/** `page`: the address of a page of the settings; null: not known. */
export function appFinding(
  { isNamed, hasKey, isUsed }: AppFacts,
  page: (path: string) => string | null,
): Finding {
  const key = `Settings → Secrets and variables → Actions${inBrackets(page('settings/secrets/actions'))}: add the private key of the App as a secret ${APP_KEY}, or delete the variable ${APP_VARIABLE}.`;
  if (!isNamed && hasKey !== true)
    return fine(WHAT, `No App opens the drafts, so ${WAITS}. docs/workflows.md says how to make one.`);
  if (!isNamed)
    return problem(
      WHAT,
      `There is a secret ${APP_KEY} and no variable ${APP_VARIABLE}, so ${WAITS}.`,
      `Settings → Secrets and variables → Actions → Variables${inBrackets(page('settings/variables/actions'))}: add the variable ${APP_VARIABLE} with the id of the App.`,
    );
  if (!isUsed)
    return problem(
      WHAT,
      `The variable ${APP_VARIABLE} names an App, and ${WAKE_WORKFLOW} does not ask for its token, so ${WAITS}.`,
      'In an installation, start `update` with `--app`. In a copy of the template, `update` brings the newest wake.yml.',
    );
  if (hasKey === null) return hidden(WHAT, 'This token cannot read the names of secrets.', key);
  return hasKey
    ? fine(WHAT, 'An App opens the drafts, so workflows on them run by themselves.')
    : problem(WHAT, `There is no secret ${APP_KEY}, so no run can start.`, key);
}
