import { repositoryAddress } from '../../config/github/repository-address.ts';
import { Halt } from '../../core/ending.ts';
import type { World } from '../../ports.ts';
import { WORKFLOW_TOKEN } from '../../rehearsal/github/http/access.ts';
import { SHOW_TEXTS } from '../../report/terminal/show-texts.ts';
import { openRealGitHub } from './github-access.ts';
import { openStandIn } from './stand-in-for-command.ts';
import type { StateRemote } from './state-remote.ts';
import { absentGitHub, absentIssues, absentSubjects } from './world.ts';

/** GitHub as a run would see it, for a command that only looks. */
export interface LookingPorts extends Pick<World, 'github' | 'issues' | 'subjects'> {
  close(): Promise<void>;
}

/** Without a token, what only GitHub knows is an error and never an empty list. */
export async function openLookingPorts(remote: StateRemote): Promise<LookingPorts> {
  if (remote.github !== null) {
    const caller = { prefix: 'ghs_rehearsal', access: WORKFLOW_TOKEN, login: WORKFLOW_TOKEN.login };
    return openStandIn(remote, remote.github, caller);
  }
  const opened = openRealGitHub(repositoryAddress(remote.address), WORKFLOW_TOKEN.login);
  const close = async () => undefined;
  if (opened.kind === 'open') {
    const { github, issues, subjects } = opened;
    return { github, issues, subjects, close };
  }
  const unseen = () => Promise.reject(new Halt('forbidden', SHOW_TEXTS.unseen(opened.why)));
  const subjects = { ...absentSubjects(), failedRuns: unseen, pulls: unseen, newestRelease: unseen };
  const issues = { ...absentIssues(), list: unseen, read: unseen, labelNames: unseen };
  const github = { ...absentGitHub(), findDrafts: unseen, lastWords: unseen };
  return { github, issues, subjects, close };
}
