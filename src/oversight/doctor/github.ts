import type { Finding } from '../../core/health/finding.ts';
import { defaultBranchFinding } from '../../report/doctor/default-branch-findings.ts';
import {
  actionsFinding,
  issuesFinding,
  modelKeyFinding,
  nameFindings,
  pullRequestsFinding,
  repositoryHidden,
  repositoryProblem,
  rulesFinding,
  type SettingsPage,
  scheduleFinding,
  WORK_BRANCH,
} from '../../report/doctor/repository-findings.ts';
import { pageAddress } from '../command-context.ts';
import { lookAt } from '../observe.ts';
import { lookAtApp } from './app.ts';
import type { Examined } from './doctor-context.ts';
import { commandTarget, lookAtProtection } from './protection.ts';

/** What is set for the repository. */
export async function githubFindings(examined: Examined): Promise<readonly Finding[]> {
  const { access, snapshot, signal } = examined;
  const { settings } = snapshot;
  const branches = [settings.stateBranch, WORK_BRANCH];
  const seen = await lookAt(access, (control) => control.repositoryFacts(branches, signal));
  if (seen.kind === 'unseen')
    return [access.kind === 'open' ? repositoryProblem(seen.why) : repositoryHidden(seen.why)];
  const facts = seen.value;
  const page: SettingsPage = (path) => pageAddress(access, path);
  const guarded = await lookAtProtection(examined, facts.secretNames);
  const isKnown = facts.secretNames !== null || guarded.keys.length > 0;
  const keys = isKnown ? [...(facts.secretNames ?? []), ...guarded.keys] : null;
  const isOwnServer = Object.values(settings.models).every(({ baseUrl }) => baseUrl !== null);
  return [
    ...nameFindings(facts, examined.repository),
    actionsFinding(facts, page),
    pullRequestsFinding(facts, page),
    issuesFinding(facts, page),
    ...branches.map((branch) => rulesFinding(facts, branch, page)),
    ...(facts.isDefaultBranchGuarded === null || examined.isRehearsal
      ? []
      : [defaultBranchFinding(facts.isDefaultBranchGuarded, facts.defaultBranch, commandTarget(examined))]),
    modelKeyFinding({ secretNames: keys }, isOwnServer, page),
    await lookAtApp(examined, keys),
    ...guarded.findings,
    scheduleFinding(facts),
  ];
}
