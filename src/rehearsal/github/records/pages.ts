import type { CommentFile, DraftFile, IssueFile } from './records.ts';

const LONGEST_PATCH = 100_000;

/** A draft as Markdown: how to play the maintainer, what GitHub would show, and the change itself. */
export function draftPage(draft: DraftFile, patch: string | null): string {
  const kind = draft.is_draft ? 'Draft pull request' : 'Pull request';
  const lines = [
    `<!-- To play the maintainer, set "state" in ${draft.number}.json to "merged" or "closed". The next run that works sees it. -->`,
    `# ${draft.title}`,
    '',
    `${kind} ${draft.number}, **${draft.state}**: \`${draft.branch}\` into \`${draft.base}\``,
    `Labels: ${list(draft.labels)}. Reviewers: ${list(draft.reviewers)}.`,
    '',
    draft.body.trimEnd(),
    ...draft.comments.flatMap(commentLines),
    '',
    '## The change',
    '',
    ...patchLines(patch),
  ];
  return `${lines.join('\n')}\n`;
}

export function issuePage(issue: IssueFile): string {
  const hint = `<!-- To play the maintainer, set "state" in ${issue.number}.json to "closed". The next run that works sees it. -->`;
  const head = [
    hint,
    `# ${issue.title}`,
    '',
    `Issue ${issue.number}, **${issue.state}**`,
    `Labels: ${list(issue.labels)}.`,
    '',
    issue.body.trimEnd(),
  ];
  return `${[...head, ...issue.comments.flatMap(commentLines)].join('\n')}\n`;
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map((name) => `\`${name}\``).join(', ');
}

function commentLines({ author, body }: CommentFile): readonly string[] {
  return ['', '---', '', `**${author}** commented:`, '', body.trimEnd()];
}

function patchLines(patch: string | null): readonly string[] {
  if (patch === null) return ['The branch no longer exists.'];
  const cut = patch.length > LONGEST_PATCH;
  const shown = (cut ? patch.slice(0, patch.lastIndexOf('\n', LONGEST_PATCH)) : patch).trimEnd();
  const fence = '`'.repeat(Math.max(3, longestRunOfTicks(shown) + 1));
  const note = cut ? ['', `(cut: the whole change has ${patch.length} characters; see the branch)`] : [];
  return [`${fence}diff`, shown, fence, ...note];
}

function longestRunOfTicks(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
