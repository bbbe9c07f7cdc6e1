/** What the summaries of a draft say of its files, and the reverse. */
export interface NamedFiles {
  /** By path: the line of a summary that names the file; missing: none does. */
  readonly why: ReadonlyMap<string, string>;
  /** Changed, and named by no summary. */
  readonly unnamed: readonly string[];
  /** Said to be changed, and not changed. */
  readonly unchanged: readonly string[];
}

const MOST = 20;
/** A path in the words of a summary: with a folder or an ending. */
const PATH = /(?:[\w@.()[\]{}+~-]+\/)+[\w@.()[\]{}+~-]+|[\w@()+-]+(?:\.[\w-]+)*\.[a-z][\w]{0,9}/gi;
/** A line that begins with a path tells what was done to it. */
const HEAD = /^\s*(?:[-*+]|\d+[.)])?\s*[`*_"']*([^\s`*"':,]+)[`*_"']*\s*[:–—-]/;
/** No path at the head of a line is longer. */
const LONGEST_HEAD = 200;
/** Of an entry of a list. */
const MARK = /^(?:[-*+]|\d+[.)])\s+/;
const DONE =
  /\b(?:add|adds|added|chang\w+|creat\w+|delet\w+|edit|edits|edited|fix|fixes|fixed|mend\w*|mov\w+|remov\w+|renam\w+|rewr\w+|updat\w+|correct\w*|writ\w+|wrote|replac\w+)\b/i;
const NEGATED = /\b(?:not|no|nothing|without|unchanged|untouched|already|left|n't)\b/i;

/** `isFile`: whether something of that name is in the repository, before or after the change. */
export function namedFiles(
  summaries: readonly string[],
  changed: readonly string[],
  isFile: (path: string) => boolean,
): NamedFiles {
  const lines = summaries.flatMap((summary) => summary.split('\n'));
  const why = new Map<string, string>();
  for (const path of changed) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const line = lines.find((each) => holds(each, path)) ?? lines.find((each) => holds(each, name));
    if (line !== undefined) why.set(path, line.trim().replace(MARK, ''));
  }
  const said = new Set(lines.flatMap((line) => claimedIn(line)));
  return {
    why,
    unnamed: changed.filter((path) => !why.has(path)),
    unchanged: [...said].filter((path) => isFile(path) && !isAmong(path, changed)).slice(0, MOST),
  };
}

function holds(line: string, name: string): boolean {
  const at = line.indexOf(name);
  if (at < 0) return false;
  return !/[\w/.-]/.test(line[at - 1] ?? '') && !/[\w/-]/.test(line[at + name.length] ?? '');
}

/** Paths that a line says something was done to: at its head, or first behind a word for it. */
function claimedIn(line: string): readonly string[] {
  if (NEGATED.test(line)) return [];
  const head = HEAD.exec(line.slice(0, LONGEST_HEAD))?.[1] ?? '';
  const first = DONE.exec(line);
  const behind =
    first === null ? null : line.slice(first.index + first[0].length, first.index + 120).match(PATH);
  const claimed = [...(isPath(head) ? [head] : []), ...(behind?.slice(0, 1) ?? [])];
  return claimed.map((path) => path.replace(/^\.\//, '').replace(/[.)]+$/, ''));
}

function isPath(text: string): boolean {
  return text.includes('/') || /\.[a-z]\w{0,9}$/i.test(text);
}

function isAmong(path: string, changed: readonly string[]): boolean {
  return changed.some((each) => each === path || each.endsWith(`/${path}`));
}

/** Words by which a summary argues against its own change. */
const AGAINST: readonly RegExp[] = [
  /\b(?:do|should|must|ought)(?: |\s)?(?:not|n['’]t)(?: be)? (?:merge|land|accept|apply|ship)(?:d|ed|pped)?\b/i,
  /\b(?:don|shouldn|mustn)['’]t(?: be)? (?:merge|land|accept|apply|ship)(?:d|ed|pped)?\b/i,
  /\b(?:not|never) (?:to )?be (?:merged|landed|accepted)\b/i,
  /\b(?:close|reject|discard|revert) this (?:draft|change|pull request|PR)\b/i,
  /\bno (?:code |file |further )?changes? (?:is|are|was|were) (?:actually |really )?(?:needed|necessary|required)\b/i,
  /\b(?:nothing (?:needs|had|has) to (?:be )?changed?|no changes? needed)\b/i,
  /\bthis (?:draft|change|pull request|PR) (?:is|was) (?:not|un)\s?(?:needed|necessary|wanted|required)\b/i,
  /\b(?:would|recommend|advise|suggest)\w* (?:against|not) (?:merging|landing|applying|this change)\b/i,
];

const MOST_DOUBTS = 5;

/**
 * Sentences of summaries that seem to argue against the change itself. A program cannot tell whether they do, so this is a flag where no
 * second reader has judged, and keeps nothing from being proposed.
 */
export function doubtsIn(summaries: readonly string[]): readonly string[] {
  return summaries
    .flatMap((summary) => summary.split(/(?<=[.!?])\s+|\n+/))
    .filter((sentence) => AGAINST.some((pattern) => pattern.test(sentence)))
    .map((sentence) => sentence.trim())
    .slice(0, MOST_DOUBTS);
}
