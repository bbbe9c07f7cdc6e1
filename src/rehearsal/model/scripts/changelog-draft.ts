import { changeFile } from '../text/change.ts';
import { type ChangelogEntry, GROUPS, isWritten, withEntries } from '../text/changelog.ts';
import { entriesOf } from '../text/commit-entry.ts';
import type { Conversation } from '../text/conversation.ts';
import { counted, oneLine, pathNamed } from '../text/objective.ts';
import { finish, giveUp, giveUpRefused, type Turn, use } from '../text/turn.ts';
import { fileView, listing, readOn } from '../text/views.ts';

const CHANGELOG_LINES = 2_000;

export function isChangelogDraft(objective: string): boolean {
  const text = oneLine(objective);
  return /unreleased/i.test(text) && /commits? of (?:the|this) window/i.test(text);
}

/** Reads the changelog, sorts the window's commits into groups and adds those that it does not hold yet. */
export function changelogDraft(conversation: Conversation): Turn {
  const { objective, commits, window } = conversation.assignment;
  const named = pathNamed(objective, '.md') ?? 'CHANGELOG.md';
  const entries = entriesOf(commits);
  if (entries.length === 0) return finish(nothing(commits.length, window));
  const folder = named.slice(0, named.lastIndexOf('/') + 1);
  const found = listing(conversation, `${folder}*`);
  if (found === null)
    return { say: `Looks for ${named}.`, calls: [use('list_files', { pattern: `${folder}*` })] };
  const path = found.files.find((file) => file.toLowerCase() === named.toLowerCase());
  if (path === undefined) {
    return found.isComplete
      ? write(conversation, { path: named, before: null, entries })
      : giveUp(`${folder || 'The root'} could not be listed.`);
  }
  const reading = readOn(conversation, [path], CHANGELOG_LINES);
  if (reading !== null) return reading;
  const view = fileView(conversation, path);
  if (view.kind !== 'text')
    return giveUp(`${path} cannot be read: ${view.kind === 'failed' ? view.reason : ''}`);
  return write(conversation, { path, before: { text: view.text, raw: view.raw }, entries });
}

function nothing(commits: number, window: { readonly from: string; readonly to: string }): string {
  const time = `from ${window.from} to ${window.to}`;
  return commits === 0
    ? `There are no commits in the window ${time}.`
    : `None of the ${counted(commits, 'commit')} ${time} is for readers of the changelog: merges, chores, the agent's own.`;
}

interface Changelog {
  readonly path: string;
  /** Only the first lines when it is very long: the newest releases come first. */
  readonly before: { readonly text: string; readonly raw: string } | null;
  readonly entries: readonly ChangelogEntry[];
}

function write(conversation: Conversation, { path, before, entries }: Changelog): Turn {
  const fresh = entries.filter((entry) => !isWritten(before?.text ?? '', entry));
  if (fresh.length === 0)
    return finish(`${path} has ${counted(entries.length, 'entry', 'entries')} of the window already.`);
  const step = changeFile(conversation, {
    path,
    before: before?.raw ?? null,
    after: withEntries(before?.text ?? null, fresh),
  });
  if (step.kind === 'turn') return step.turn;
  if (step.kind === 'refused') return giveUpRefused(path, step.reason);
  return finish(summary(conversation, path, fresh));
}

function summary(conversation: Conversation, path: string, fresh: readonly ChangelogEntry[]): string {
  const { commits, commitCount } = conversation.assignment;
  const groups = GROUPS.map((group) => ({
    group,
    count: fresh.filter((entry) => entry.group === group).length,
  }));
  const counts = groups.filter(({ count }) => count > 0).map(({ group, count }) => `${group} ${count}`);
  const unseen = commitCount - commits.length;
  const left = commits.length - entriesOf(commits).length;
  const rest = [
    left > 0 ? ` ${counted(left, 'commit')} say nothing to readers and are left out.` : '',
    unseen > 0 ? ` ${counted(unseen, 'commit')} more were not shown, so they are not in it.` : '',
  ].join('');
  return `${path}: ${counted(fresh.length, 'entry', 'entries')} under Unreleased (${counts.join(', ')}).${rest}`;
}
