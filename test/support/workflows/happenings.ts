import type { Happening } from './play.ts';

const REPOSITORY = { full_name: 'acme/site', default_branch: 'main' };
const FORK = { full_name: 'mallory/site' };

/** A repository with a key and nothing else set. `more` says what differs. */
export function happening(event: string, more: Partial<Happening> = {}): Happening {
  return {
    event,
    vars: {},
    secrets: { OPENAI_API_KEY: 'sk-fake' },
    inputs: {},
    paths: [],
    ...more,
    payload: { repository: REPOSITORY, ...more.payload },
    github: { repository: 'acme/site', actor: 'ada', ref_name: 'main', base_ref: '', ...more.github },
  };
}

export const schedule = (more: Partial<Happening> = {}): Happening =>
  happening('schedule', { ...more, payload: { schedule: '17,47 * * * *', ...more.payload } });

export const push = (branch: string): Happening =>
  happening('push', { github: { ref_name: branch }, payload: { ref: `refs/heads/${branch}` } });

export const dispatch = (inputs: Readonly<Record<string, string>>, vars = {}): Happening =>
  happening('workflow_dispatch', { inputs, vars });

export interface CommentFacts {
  readonly body: string;
  /** What GitHub calls the author; `NONE` is an outsider. */
  readonly by?: string;
  readonly onPullRequest?: boolean;
  readonly action?: 'created' | 'edited' | 'deleted';
}

export function comment(facts: CommentFacts, vars: Readonly<Record<string, string>> = {}): Happening {
  const { body, by = 'OWNER', onPullRequest = false, action = 'created' } = facts;
  const user = { login: by === 'Bot' ? 'reviewer[bot]' : 'somebody', type: by === 'Bot' ? 'Bot' : 'User' };
  return happening('issue_comment', {
    vars,
    payload: {
      action,
      sender: user,
      issue: {
        number: 7,
        user: { login: 'ada' },
        ...(onPullRequest ? { pull_request: { url: 'https://api.github.com' } } : {}),
      },
      comment: { id: 1, body, user, author_association: by },
    },
  });
}

export interface PullRequestFacts {
  readonly from?: 'repository' | 'fork' | 'deleted fork';
  /** The branch that it comes from. */
  readonly head?: string;
  readonly action?: string;
  readonly base?: string;
  readonly actor?: string;
  readonly paths?: readonly string[];
}

/** GitHub gives runs of a fork's or of Dependabot's pull request no secrets. */
export function pullRequest(facts: PullRequestFacts, event = 'pull_request'): Happening {
  const { from = 'repository', head = 'topic', action = 'opened', base = 'main' } = facts;
  const { actor = 'ada', paths = [] } = facts;
  const heads = { repository: REPOSITORY, fork: FORK, 'deleted fork': null };
  const isForeign = from !== 'repository' || actor === 'dependabot[bot]';
  return happening(event, {
    ...(isForeign ? { secrets: {} } : {}),
    paths,
    github: { actor, base_ref: base, head_ref: head, ref_name: '7/merge' },
    payload: {
      action,
      pull_request: { number: 7, head: { ref: head, repo: heads[from] }, base: { ref: base } },
    },
  });
}

/** A comment of a review, or the words of the review itself. */
export function reviewed(
  event: 'pull_request_review_comment' | 'pull_request_review',
  { body, by = 'OWNER', from = 'repository' }: CommentFacts & Pick<PullRequestFacts, 'from'>,
): Happening {
  const user = { login: 'somebody', type: by === 'Bot' ? 'Bot' : 'User' };
  const words = { id: 1, body, user, author_association: by };
  const isReview = event === 'pull_request_review';
  const { payload, ...rest } = pullRequest({ from, action: isReview ? 'submitted' : 'created' }, event);
  return { ...rest, payload: { ...payload, sender: user, [isReview ? 'review' : 'comment']: words } };
}

/** Everything that GitHub may tell of a branch: each event with the branch in the place where it has one. */
export function eventsOfBranch(branch: string): readonly Happening[] {
  const repo = REPOSITORY;
  const ref = `refs/heads/${branch}`;
  const on = (event: string, payload: Readonly<Record<string, unknown>>, ref_name = branch): Happening =>
    happening(event, { github: { ref_name, actor: 'github-actions[bot]' }, payload });
  const pull = { number: 7, head: { ref: branch, repo }, base: { ref: 'main' } };
  return [
    on('push', { ref }),
    on('create', { ref: branch, ref_type: 'branch' }),
    on('delete', { ref: branch, ref_type: 'branch' }, 'main'),
    on(
      'workflow_run',
      {
        action: 'completed',
        workflow_run: { head_branch: branch, head_repository: repo },
      },
      'main',
    ),
    on('check_suite', { action: 'completed', check_suite: { head_sha: 'a', head_branch: branch } }, 'main'),
    on('deployment_status', { deployment: { ref: branch, environment: 'preview' }, deployment_status: {} }),
    ...['pull_request', 'pull_request_review', 'pull_request_review_comment'].flatMap((event) =>
      ['opened', 'synchronize', 'reopened', 'submitted', 'created'].map((action) =>
        on(event, { action, pull_request: pull }, '7/merge'),
      ),
    ),
  ];
}

/** Something that somebody has written: an issue or a discussion. */
export function written(
  event: 'issues' | 'discussion',
  facts: { readonly by: string; readonly sender?: string },
): Happening {
  const thing = { number: 7, user: { login: 'somebody' }, author_association: facts.by };
  const sender = { login: facts.sender ?? 'somebody' };
  return happening(event, {
    payload: { action: 'opened', sender, [event === 'issues' ? 'issue' : 'discussion']: thing },
  });
}

export interface EditFacts {
  /** Who edits, and which kind of account that is. */
  readonly sender?: string;
  readonly senderType?: 'User' | 'Bot';
  readonly author?: string;
  readonly authorType?: 'User' | 'Bot';
  readonly before?: string | null;
  readonly after?: string;
  readonly action?: string;
}

const DASHBOARD_BODY = '- [ ] **Stop everything** <!-- wakeful-box: stop -->\n\n<!-- wakeful: dashboard -->';

/** An edit of an issue: of the dashboard, where nothing else is said. */
export function edited(facts: EditFacts = {}): Happening {
  const { sender = 'ada', senderType = 'User', author = 'github-actions[bot]', authorType = 'Bot' } = facts;
  const { before = DASHBOARD_BODY, after = DASHBOARD_BODY.replace('[ ]', '[x]'), action = 'edited' } = facts;
  return happening('issues', {
    payload: {
      action,
      sender: { login: sender, type: senderType },
      changes: before === null ? { title: { from: 'x' } } : { body: { from: before } },
      issue: {
        number: 7,
        body: after,
        user: { login: author, type: authorType },
        author_association: 'NONE',
      },
    },
  });
}

/** GitHub names no branch of a fork. */
export function checkSuite(from: 'repository' | 'fork'): Happening {
  const check_suite = { head_sha: 'a'.repeat(40), head_branch: from === 'fork' ? null : 'main' };
  return happening('check_suite', { payload: { action: 'completed', check_suite } });
}

export function workflowRun(from: 'repository' | 'fork'): Happening {
  const head_repository = from === 'fork' ? FORK : REPOSITORY;
  return happening('workflow_run', { payload: { action: 'completed', workflow_run: { head_repository } } });
}
