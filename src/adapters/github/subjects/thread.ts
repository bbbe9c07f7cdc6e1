import * as v from 'valibot';
import { issueVersion } from '../../../core/progress/issue-version.ts';
import type { IssueThread } from '../../../ports.ts';
import { isSameLogin } from '../http/actor.ts';
import type { GitHubCall } from '../http/call.ts';
import type { GitHubContext } from '../http/github-context.ts';
import type { IssueAnswer } from './issue-answer.ts';

const ListedComment = v.object({
  id: v.number(),
  body: v.nullish(v.string()),
  user: v.nullable(v.object({ login: v.string() })),
  created_at: v.string(),
  updated_at: v.string(),
});

type ListedComment = v.InferOutput<typeof ListedComment>;

/** The version covers so many comments. */
const COVERED = 1_000;
const PAGE = 100;
const SHOWN = 100;
/** What GitHub shows for an account that is gone. */
const GHOST = 'ghost';

export async function readThread(
  context: GitHubContext,
  call: GitHubCall,
  answer: IssueAnswer,
): Promise<IssueThread> {
  const comments = answer.comments === 0 ? [] : await commentsOf(call, answer);
  const actor = comments.length === 0 ? '' : await context.actor.login(call);
  const isByAgent = ({ user }: ListedComment): boolean => isSameLogin(user?.login ?? '', actor);
  const { number, html_url: url, title, labels } = answer;
  const body = answer.body ?? '';
  const others = comments.filter((each) => !isByAgent(each));
  return {
    number,
    url,
    title,
    body,
    labels,
    author: answer.user?.login ?? GHOST,
    state: answer.state === 'closed' ? 'closed' : 'open',
    version: issueVersion({
      title,
      body,
      comments: others.map(({ id, updated_at }) => ({ id, updatedAt: updated_at })),
    }),
    comments: comments.slice(-SHOWN).map((each) => ({
      author: each.user?.login ?? GHOST,
      body: each.body ?? '',
      createdAt: each.created_at,
      isByAgent: isByAgent(each),
    })),
  };
}

/** Oldest first; of a longer thread also the newest ones, so that what is said now is neither missed nor said twice. */
async function commentsOf(
  call: GitHubCall,
  { number, comments }: IssueAnswer,
): Promise<readonly ListedComment[]> {
  const asked = {
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    with: { issue_number: number },
  };
  const oldest = await call.list(asked, v.array(ListedComment), { most: COVERED });
  const last = Math.ceil(comments / PAGE);
  const pages = [last - 1, last].filter((page) => page > COVERED / PAGE);
  const newest = await Promise.all(
    pages.map((page) => {
      const at = { ...asked, with: { ...asked.with, per_page: PAGE, page } };
      return call.read(at, v.array(ListedComment));
    }),
  );
  return [...oldest, ...newest.flat()];
}
