import type { Finding } from '../../core/health/finding.ts';
import {
  actionsFinding,
  issuesFinding,
  modelKeyFinding,
  pullRequestsFinding,
  repositoryHidden,
  rulesFinding,
  type SettingsPage,
  scheduleFinding,
  WORK_BRANCH,
} from '../../report/doctor/repository-findings.ts';
import { pageAddress } from '../command-context.ts';
import { lookAt } from '../observe.ts';
import type { Examined } from './doctor-context.ts';

/** What is set for the repository. */
export async function githubFindings({ access, snapshot, signal }: Examined): Promise<readonly Finding[]> {
  const { settings } = snapshot;
  const branches = [settings.stateBranch, WORK_BRANCH];
  const seen = await lookAt(access, (control) => control.repositoryFacts(branches, signal));
  if (seen.kind === 'unseen') return [repositoryHidden(seen.why)];
  const facts = seen.value;
  const page: SettingsPage = (path) => pageAddress(access, path);
  const isOwnServer = Object.values(settings.models).every(({ baseUrl }) => baseUrl !== null);
  return [
    actionsFinding(facts, page),
    pullRequestsFinding(facts, page),
    issuesFinding(facts, page),
    ...branches.map((branch) => rulesFinding(facts, branch, page)),
    modelKeyFinding(facts, isOwnServer, page),
    scheduleFinding(facts),
  ];
}
