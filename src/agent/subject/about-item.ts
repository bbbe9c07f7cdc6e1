import type { Mask } from '../../core/access/mask.ts';
import { globMatcher } from '../../core/access/matching/globs.ts';
import type { Goal } from '../../core/goal.ts';
import type { IssueThread } from '../../ports.ts';
import { maskedThread } from '../tools/issue-text.ts';
import type { Turns } from '../tools/turns.ts';
import { type ItemSubject, subjectText } from './subject-text.ts';

interface About {
  readonly issue: IssueThread | null;
  readonly subject?: ItemSubject;
}

/** The issue or pull request that an item is; null: it is neither. */
export function ownThread({ issue, subject }: About): IssueThread | null {
  return issue ?? (subject?.kind === 'pull' ? subject.pull : null);
}

/** What an item is about besides files, masked. `thread`: the issue or the pull request that it is. */
export async function aboutItem(
  { goal, ...about }: About & { readonly goal: Goal },
  ways: { readonly mask: Mask; readonly turns: Turns },
) {
  const mayRead = globMatcher(goal.permissions.read);
  const own = ownThread(about);
  const thread = own === null ? null : await maskedThread(own, ways);
  const issue = about.issue === null ? null : thread;
  return { thread, issue, subject: await subjectText(about.subject, { ...ways, mayRead }) };
}
