import type { WindowCommit } from './assignment.ts';
import type { ChangelogEntry, ChangelogGroup } from './changelog.ts';

/** Not for readers of a changelog: merges, release marks, unfinished steps, the agent's own commits. */
const NOT_NOTABLE =
  /^(?:merge (?:branch|pull request|remote-tracking|tag|commit)\b|(?:fixup|squash|amend)!|wip\b|wakeful: |(?:chore|ci|build|test|tests|style)(?:\([^)]*\))?!?: |(?:release|bump version(?: to)?|prepare release)\b.*\d+\.\d+|v?\d+\.\d+\.\d+$)/i;
const OWN_AUTHOR = /^wakeful(?:\[bot\])?$/i;

const TYPES: Readonly<Record<string, ChangelogGroup>> = {
  feat: 'Added',
  feature: 'Added',
  fix: 'Fixed',
  bugfix: 'Fixed',
  perf: 'Changed',
  refactor: 'Changed',
  docs: 'Changed',
  doc: 'Changed',
  revert: 'Removed',
  remove: 'Removed',
  deprecate: 'Deprecated',
  security: 'Security',
};

const WORDS: readonly (readonly [RegExp, ChangelogGroup])[] = [
  [/\b(?:CVE-\d|security|vulnerab)/i, 'Security'],
  [/^deprecat/i, 'Deprecated'],
  [/^(?:remove|delete|drop|revert|strip)/i, 'Removed'],
  [/^(?:fix|repair|correct|resolve|prevent|avoid|mend|do not|don't|stop|handle|restore)/i, 'Fixed'],
  [
    /^(?:add|introduce|create|support|allow|implement|new|provide|initial|first|enable|give|build|write|lay)\b/i,
    'Added',
  ],
  [/^(?:added|adds|introduced|introduces|created|creates|supports|implements|implemented)\b/i, 'Added'],
];

/** Nobody reads more entries of one window. */
const READABLE = 40;

/**
 * Entries of the commits that matter to readers, newest last; reverted and reverting commits cancel out. Of many, only those
 * whose subject says what they mean to a reader.
 */
export function entriesOf(commits: readonly WindowCommit[]): readonly ChangelogEntry[] {
  const reverted = new Set(commits.flatMap((commit) => revertedSubject(commit.subject) ?? []));
  const known = new Set(commits.map((commit) => commit.subject));
  const notable = commits.filter((commit) => {
    if (NOT_NOTABLE.test(commit.subject) || OWN_AUTHOR.test(commit.author)) return false;
    const undone = revertedSubject(commit.subject);
    return !reverted.has(commit.subject) && !(undone !== null && known.has(undone));
  });
  const all = notable.map(entryOf).filter(({ text }) => text !== '');
  const entries = all.filter((entry, at) => all.findIndex((other) => other.text === entry.text) === at);
  const chosen = entries.length > READABLE ? entries.filter(({ isPlain }) => isPlain) : entries;
  return chosen.map(({ isPlain: _, ...entry }) => entry);
}

function revertedSubject(subject: string): string | null {
  return /^revert "(.+)"$/i.exec(subject)?.[1] ?? null;
}

/** `isPlain`: its subject says what it means to a reader. */
function entryOf(commit: WindowCommit): ChangelogEntry & { readonly isPlain: boolean } {
  const [, type = '', breaking, rest] = /^(\w+)(?:\([^)]*\))?(!?): (.+)$/.exec(commit.subject) ?? [];
  const group = TYPES[type.toLowerCase()];
  const subject = rest !== undefined && group !== undefined ? rest : commit.subject;
  const text = sentence(subject.replace(/\s*\[(?:skip ci|ci skip)\]/gi, ''));
  const meant = group ?? WORDS.find(([pattern]) => pattern.test(subject))?.[1];
  return {
    group: meant ?? 'Changed',
    isPlain: meant !== undefined,
    text: breaking === '!' ? `Breaking: ${text}` : text,
    sha: commit.sha.slice(0, 7),
  };
}

function sentence(subject: string): string {
  const text = subject.trim().replace(/\.$/, '').replaceAll('<', '&lt;');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
