/** In what form a repository writes the subjects of its commits, as its newest commits show. */
export interface CommitForm {
  /** `conventional`: `fix(api): words`. `area`: `net/http: words`. `sentence`: words alone. */
  readonly kind: 'conventional' | 'area' | 'sentence';
  /** Types or areas in use, the most frequent first. */
  readonly heads: readonly string[];
  /** How the words begin; null: now so, now so. */
  readonly letter: 'capital' | 'small' | null;
  readonly hasFullStop: boolean;
  /** All of them are signed off. */
  readonly isSignedOff: boolean;
}

/** A commit, as far as it shows its form. */
interface ShownCommit {
  readonly subject: string;
  readonly body: string;
  readonly parents: number;
}

interface NamedChange {
  readonly title: string;
  readonly paths: readonly string[];
  /** The issue that the change is about; null: none. */
  readonly issue: number | null;
}

const LEAST_COMMITS = 5;
const LOOKED_AT = 20;
const MOST_HEADS = 8;
const TYPES = [
  'feat',
  'fix',
  'docs',
  'chore',
  'refactor',
  'test',
  'build',
  'ci',
  'perf',
  'style',
  'revert',
  'deps',
];
const CONVENTIONAL = new RegExp(`^(${TYPES.join('|')})(?:\\([^()\\n]{1,40}\\))?!?: +(?=\\S)`, 'i');
const AREA = /^([\w@.+/-]{1,40})(?:, ?[\w@.+/-]{1,40})*: +(?=\S)/;
const OWN = /^Wakeful-(?:Goal|Nonce): /m;
const SIGNED = /^Signed-off-by: \S/m;

/** Of the newest 20 commits. Null: too few show it. Merges and the agent's own commits do not count. */
export function commitFormOf(commits: readonly ShownCommit[]): CommitForm | null {
  const all = commits.filter(
    ({ subject, body, parents }) => parents < 2 && !OWN.test(body) && !/^(?:Merge|Revert) /.test(subject),
  );
  const shown = all.slice(0, LOOKED_AT);
  if (shown.length < LEAST_COMMITS) return null;
  const subjects = shown.map(({ subject }) => subject.replace(/ \(#\d+\)$/, ''));
  const kind = mostly(subjects, (each) => CONVENTIONAL.test(each))
    ? 'conventional'
    : mostly(subjects, (each) => AREA.test(each))
      ? 'area'
      : 'sentence';
  const pattern = { conventional: CONVENTIONAL, area: AREA, sentence: null }[kind];
  const heads = pattern === null ? [] : subjects.flatMap((each) => pattern.exec(each)?.[1] ?? []);
  const words = subjects.map((each) => (pattern === null ? each : each.replace(pattern, '')));
  return {
    kind,
    heads: byFrequency(kind === 'conventional' ? heads.map((each) => each.toLowerCase()) : heads),
    letter: letterOf(words),
    hasFullStop: mostly(words, (each) => each.endsWith('.')),
    isSignedOff: shown.every(({ body }) => SIGNED.test(body)),
  };
}

function mostly<T>(all: readonly T[], has: (each: T) => boolean): boolean {
  return all.filter(has).length >= all.length * 0.8;
}

function letterOf(words: readonly string[]): CommitForm['letter'] {
  if (mostly(words, (each) => /^\p{Lu}/u.test(each))) return 'capital';
  return mostly(words, (each) => /^[^\p{Lu}]/u.test(each)) ? 'small' : null;
}

function byFrequency(heads: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const head of heads) counts.set(head, (counts.get(head) ?? 0) + 1);
  const sorted = [...counts].toSorted(([, one], [, other]) => other - one);
  return sorted.slice(0, MOST_HEADS).map(([head]) => head);
}

/** The subject of a commit in that form, from what the model calls its change. */
export function subjectIn(form: CommitForm, change: NamedChange): string {
  const title = withoutIssues(change.title.replace(/\s+/g, ' ').trim(), change.issue);
  const given =
    CONVENTIONAL.exec(title)?.[0] ?? (form.kind === 'area' ? AREA.exec(title)?.[0] : undefined) ?? '';
  const words = inLetters(title.slice(given.length).replace(/[.\s]+$/, ''), form);
  const said = form.hasFullStop ? `${words}.` : words;
  switch (form.kind) {
    case 'sentence':
      return said;
    case 'conventional':
      return `${given === '' ? `${typeOf(form, change)}: ` : withoutMark(given)}${said}`;
    case 'area':
      return `${given === '' || CONVENTIONAL.test(title) ? `${areaOf(form, change.paths)}: ` : given}${said}`;
  }
}

/** That a change breaks something, a person says. */
function withoutMark(head: string): string {
  return head.replace('!:', ':').replace(/^\w+/, (type) => type.toLowerCase());
}

/** A number of an issue that the task is not about is an invention. */
function withoutIssues(title: string, own: number | null): string {
  return title
    .replace(/\s*\(?(?:(?:fixes|closes|resolves|refs?)\s+)?(?:GH-|#)(\d+)\)?/gi, (all, number: string) =>
      Number(number) === own ? all : '',
    )
    .trim();
}

function inLetters(words: string, { letter }: CommitForm): string {
  const [first = ''] = words.split(' ');
  // Names and abbreviations keep their letters.
  if (letter === null || /^\p{Lu}{2}|\p{Ll}\p{Lu}|[./_]/u.test(first)) return words;
  const head = words.slice(0, 1);
  return `${letter === 'capital' ? head.toUpperCase() : head.toLowerCase()}${words.slice(1)}`;
}

function typeOf({ heads }: CommitForm, { title, paths }: NamedChange): string {
  const all = (pattern: RegExp) => paths.length > 0 && paths.every((path) => pattern.test(path));
  const wanted = all(/\.(?:md|mdx|rst|adoc|txt)$|^docs?\//i)
    ? 'docs'
    : all(/(?:^|\/)(?:tests?|specs?|__tests__)\/|[._-](?:test|spec)\./i)
      ? 'test'
      : /^(?:fix|mend|correct|repair)/i.test(title)
        ? 'fix'
        : 'chore';
  return wanted === 'chore' && !heads.includes('chore') ? (heads[0] ?? wanted) : wanted;
}

/** The area in use that fits the files; else the folder that they share, or the file. */
function areaOf({ heads }: CommitForm, paths: readonly string[]): string {
  const [first = 'all'] = paths;
  const folders = first.split('/').slice(0, -1);
  const shared = folders.filter((_, n) => {
    const start = `${folders.slice(0, n + 1).join('/')}/`;
    return paths.every((path) => path.startsWith(start));
  });
  const stem = first.replace(/^.*\//, '').replace(/(?<=.)\.[^.]+$/, '');
  const names = [shared.join('/'), shared.at(-1), shared[0], ...(paths.length === 1 ? [stem] : [])];
  const known = names.flatMap((name) => (name === undefined || name === '' ? [] : [name]));
  return known.find((name) => heads.includes(name)) ?? known[0] ?? 'all';
}
