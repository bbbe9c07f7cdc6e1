import { type BreakingRule, judgeRules } from '../../core/health/branch-rules.ts';
import { type Finding, fine, hidden, problem } from '../../core/health/finding.ts';
import { PROGRAM } from '../../core/text/program.ts';
import { BRANCH_PREFIX } from '../../core/work-branch.ts';
import type { RepositoryFacts } from '../../ports.ts';
import { inBrackets, listWords } from '../words/sentences.ts';

/** The address of a page of the repository, such as `settings/actions`; null: it is not known. */
export type SettingsPage = (path: string) => string | null;

/** Stands for all work branches: rules hold for patterns of names. */
export const WORK_BRANCH = `${BRANCH_PREFIX}example/example-0000000000-1`;

const KEY = 'OPENAI_API_KEY';

/** GitHub could not be asked about the repository. */
/** Whoever gives a token wants to know: that GitHub cannot be asked is a finding itself. */
export function repositoryProblem(why: string): Finding {
  return problem('repository', why, 'Correct the address of the remote or the token, and look again.');
}

export function repositoryHidden(why: string): Finding {
  return hidden('repository', why, `Look again with a token: see \`${PROGRAM} doctor --help\`.`);
}

/** An old name still leads here, until somebody makes another repository of that name. */
export function nameFindings({ name }: RepositoryFacts, known: string): readonly Finding[] {
  if (name.toLowerCase() === known.toLowerCase()) return [];
  const right = `Give the remote its new address, e.g. with \`git remote set-url\`.`;
  return [problem('name', `The remote calls this repository ${known}; it is ${name} now.`, right)];
}

export function actionsFinding({ areActionsEnabled }: RepositoryFacts, page: SettingsPage): Finding {
  const right = `Settings → Actions → General → Actions permissions${inBrackets(page('settings/actions'))}: allow actions.`;
  if (areActionsEnabled === null)
    return hidden('Actions', 'This token cannot read whether workflows may run.', right);
  return areActionsEnabled
    ? fine('Actions', 'Workflows may run.')
    : problem('Actions', 'No workflow may run here.', right);
}

export function pullRequestsFinding(facts: RepositoryFacts, page: SettingsPage): Finding {
  const what = 'pull requests';
  const right = `Settings → Actions → General → Workflow permissions${inBrackets(page('settings/actions'))}: tick "Allow GitHub Actions to create and approve pull requests". Where it is greyed out, the organisation has to allow it first.`;
  if (facts.actionsMayOpenPullRequests === null)
    return hidden(what, 'This token cannot read whether Actions may open pull requests.', right);
  return facts.actionsMayOpenPullRequests
    ? fine(
        what,
        'Actions may open pull requests. Workflows on them wait until somebody with write permission approves their runs.',
      )
    : problem(
        what,
        'Actions may not open pull requests, so work stays on its branch without a draft.',
        right,
      );
}

export function issuesFinding({ hasIssues }: RepositoryFacts, page: SettingsPage): Finding {
  return hasIssues
    ? fine('issues', 'Alerts can be opened as issues.')
    : problem(
        'issues',
        'Issues are switched off, so alerts reach nobody.',
        `Settings → General → Features${inBrackets(page('settings'))}: tick Issues.`,
      );
}

export function rulesFinding(facts: RepositoryFacts, branch: string, page: SettingsPage): Finding {
  const shown = branch === WORK_BRANCH ? `${BRANCH_PREFIX}**` : branch;
  const what = `rules of ${shown}`;
  const right = `Settings → Rules → Rulesets${inBrackets(page('settings/rules'))}: exclude the branches ${shown} from these rules. The token of Actions cannot be exempt from them.`;
  const found = facts.rules[branch] ?? null;
  if (found === null) return hidden(what, 'This token cannot read its rules.', right);
  const { breaking, doubtful } = judgeRules(found);
  if (breaking.length > 0)
    return problem(
      what,
      `These rules refuse the agent's pushes: ${listWords(breaking.map(brokenRule))}.`,
      right,
    );
  if (doubtful.length > 0)
    return hidden(what, `These rules may refuse the agent's pushes: ${listWords(doubtful)}.`, right);
  return fine(what, "No rule refuses the agent's pushes.");
}

/** `required_signatures (the agent's commits are not signed)`. */
function brokenRule(rule: BreakingRule): string {
  return `${rule} (${REASONS[rule]})`;
}

const REASONS: Readonly<Record<BreakingRule, string>> = {
  creation: 'the agent creates branches',
  update: 'the agent pushes to its branches',
  required_signatures: "the agent's commits are not signed",
  required_status_checks: 'no check runs before a push',
  pull_request: 'the agent pushes without a pull request',
  required_deployments: 'nothing is deployed before a push',
  merge_queue: 'the agent pushes without a queue',
  workflows: 'no workflow runs before a push',
  code_scanning: 'nothing is scanned before a push',
};

/** `isOwnServer`: all models are on servers that the settings name, which may need no key. */
export function modelKeyFinding(
  { secretNames }: Pick<RepositoryFacts, 'secretNames'>,
  isOwnServer: boolean,
  page: SettingsPage,
): Finding {
  const what = 'model key';
  const right = `Settings → Secrets and variables → Actions${inBrackets(page('settings/secrets/actions'))}: add a secret ${KEY}. A model server of your own may need none.`;
  if (secretNames === null) return hidden(what, 'This token cannot read the names of secrets.', right);
  if (secretNames.includes(KEY)) return fine(what, `There is a secret ${KEY}.`);
  return isOwnServer
    ? fine(what, `There is no secret ${KEY}. The settings name servers of your own, which may need none.`)
    : problem(what, `There is no secret ${KEY}.`, right);
}

export function scheduleFinding({ isFork, isPrivate }: RepositoryFacts): Finding {
  if (isFork) {
    return fine(
      'schedule',
      'This is a fork: GitHub runs no schedule until somebody enables the workflows by hand.',
    );
  }
  return isPrivate
    ? fine('schedule', 'The repository is private: schedules stay on, and each job is billed.')
    : fine(
        'schedule',
        'GitHub switches schedules off after 60 days without activity; the watchdog keeps them on.',
      );
}
