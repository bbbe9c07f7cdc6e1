import { digest } from '../text/digest.ts';

export interface IssueContent {
  readonly title: string;
  readonly body: string;
  /** Comments of others than the agent. */
  readonly comments: readonly { readonly id: number; readonly updatedAt: string }[];
}

/** Changes with what people say in an issue, and not with what the agent says or with labels. Hex digits. */
export function issueVersion({ title, body, comments }: IssueContent): string {
  const said = comments.map(({ id, updatedAt }) => `${id}@${updatedAt}`).toSorted();
  return digest([title, body, ...said], 16);
}
