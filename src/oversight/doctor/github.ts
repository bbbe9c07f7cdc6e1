import { BRANCH_PREFIX } from '../../core/branch-name.ts';
import { judgeRules } from '../../core/health/branch-rules.ts';
import { type Finding, fine, hidden, problem } from '../../core/health/finding.ts';
import type { RepositoryFacts } from '../../ports.ts';
import { listWords } from '../../report/words/sentences.ts';
import { lookAt } from '../observe.ts';
import type { Examined } from './doctor-context.ts';

/** Stands for all work branches: rules hold for patterns of names. */
const WORK_BRANCH = `${BRANCH_PREFIX}example/example-0000000000-1`;

/** What is set for the repository. */
export async function githubFindings(place: Examined): Promise<readonly Finding[]> {
  const { access, snapshot, signal } = place;
  const branches = [snapshot.settings.stateBranch, WORK_BRANCH];
  const facts = await lookAt(access, (control) => control.repositoryFacts(branches, signal));
  if (facts.kind === 'unseen')
    return [hidden('repository', facts.why, 'Look again with a token: see `npm start -- doctor --help`.')];
  const page = (path: string) =>
    access.kind === 'open' && access.address !== null ? ` (${access.address}/${path})` : '';
  return [
    actions(facts.value, page('settings/actions')),
    pullRequests(facts.value, page('settings/actions')),
    issues(facts.value, page('settings')),
    ...branches.map((branch) => rules(facts.value, branch, page('settings/rules'))),
    modelKey(place, facts.value, page('settings/secrets/actions')),
    schedules(facts.value),
  ];
}

function actions({ actionsEnabled }: RepositoryFacts, page: string): Finding {
  const right = `Settings → Actions → General → Actions permissions${page}: allow actions.`;
  if (actionsEnabled === null) return hidden('Actions', 'Whether workflows may run is not told.', right);
  return actionsEnabled
    ? fine('Actions', 'Workflows may run.')
    : problem('Actions', 'No workflow may run here.', right);
}

function pullRequests({ actionsMayOpenPullRequests: may }: RepositoryFacts, page: string): Finding {
  const what = 'pull requests';
  const right = `Settings → Actions → General → Workflow permissions${page}: tick "Allow GitHub Actions to create and approve pull requests". Where it is greyed out, the organisation has to allow it first.`;
  if (may === null) return hidden(what, 'Whether Actions may open pull requests is not told.', right);
  return may
    ? fine(what, 'Actions may open pull requests.')
    : problem(
        what,
        'Actions may not open pull requests, so work stays on its branch without a draft.',
        right,
      );
}

function issues({ hasIssues }: RepositoryFacts, page: string): Finding {
  return hasIssues
    ? fine('issues', 'Alerts can be told as issues.')
    : problem(
        'issues',
        'Issues are switched off, so alerts reach nobody.',
        `Settings → General → Features${page}: tick Issues.`,
      );
}

function rules(facts: RepositoryFacts, branch: string, page: string): Finding {
  const shown = branch === WORK_BRANCH ? `${BRANCH_PREFIX}**` : branch;
  const what = `rules of ${shown}`;
  const right = `Settings → Rules → Rulesets${page}: exclude the branches ${shown} from these rules. The token of Actions cannot be exempt from them.`;
  const found = facts.rules[branch] ?? null;
  if (found === null) return hidden(what, 'Its rules are not told.', right);
  const { breaking, doubtful } = judgeRules(found);
  if (breaking.length > 0) return problem(what, `Pushes are refused by ${listWords(breaking)}.`, right);
  if (doubtful.length > 0)
    return hidden(what, `${listWords(doubtful)} may refuse pushes of the agent, by what they say.`, right);
  return fine(what, 'No rule stands in the way.');
}

const KEY = 'OPENAI_API_KEY';

function modelKey({ snapshot }: Examined, { secretNames }: RepositoryFacts, page: string): Finding {
  const what = 'model key';
  const right = `Settings → Secrets and variables → Actions${page}: a secret ${KEY}. A model server of your own may need none.`;
  if (secretNames === null) return hidden(what, 'The names of secrets are not told.', right);
  if (secretNames.includes(KEY)) return fine(what, `There is a secret ${KEY}.`);
  const isOwn = Object.values(snapshot.settings.models).every(({ baseUrl }) => baseUrl !== null);
  return isOwn
    ? fine(what, `There is no secret ${KEY}; the settings name servers of your own, which may need none.`)
    : problem(what, `There is no secret ${KEY}.`, right);
}

function schedules({ isFork, isPrivate }: RepositoryFacts): Finding {
  if (isFork)
    return fine(
      'schedule',
      'This is a fork: GitHub runs no schedule before the workflows were enabled by hand.',
    );
  return isPrivate
    ? fine('schedule', 'The repository is private: schedules stay alive, and each job is billed.')
    : fine(
        'schedule',
        'GitHub ends schedules after 60 days without activity; the watchdog keeps them alive.',
      );
}
