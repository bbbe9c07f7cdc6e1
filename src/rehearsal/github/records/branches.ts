import { gitWords, type RunGit } from '../../run-git.ts';

/** The branches of the bare repository. */
export interface Branches {
  look(): Promise<Refs>;
  /** What `head` adds to `base`; both are commits. Null: they have no history in common. */
  compare(base: string, head: string): Promise<Comparison | null>;
  /** Runs git in the repository; fails with git's own words. */
  git(args: readonly string[], more?: GitInput): Promise<string>;
}

export interface GitInput {
  readonly input?: Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Refs {
  /** Name of the default branch. */
  readonly main: string;
  /** Name → commit. */
  readonly tips: ReadonlyMap<string, string>;
}

export interface Comparison {
  readonly commits: number;
  readonly files: number;
  readonly additions: number;
  readonly deletions: number;
  readonly patch: string;
}

export function openBranches(run: RunGit, origin: string, signal: AbortSignal): Branches {
  const ask = (args: readonly string[], more: GitInput = {}) =>
    run({ folder: origin, args: [`--git-dir=${origin}`, ...args], ...more }, signal);
  const git: Branches['git'] = async (args, more) => {
    const answer = await ask(args, more);
    if (answer.code === 0) return answer.stdout;
    throw new Error(`git ${args.join(' ')} in ${origin}: ${gitWords(answer.stderr)}`);
  };
  return {
    git,
    async look() {
      const lines = await git(['for-each-ref', `--format=${FORMAT}`, 'refs/heads']);
      return refsOf(lines.split('\n').filter((line) => line !== ''));
    },
    async compare(base, head) {
      const options = ['--no-color', '--no-ext-diff', '--no-textconv', '--shortstat', '--patch'];
      const [commits, diff] = await Promise.all([
        git(['rev-list', '--count', `${base}..${head}`]),
        ask(['diff', ...options, `${base}...${head}`, '--']),
      ]);
      if (diff.code === 0) return { commits: Number(commits), ...readDiff(diff.stdout) };
      if (diff.stderr.includes('no merge base')) return null;
      throw new Error(`git diff in ${origin}: ${gitWords(diff.stderr)}`);
    },
  };
}

/** For the time of one request, what was looked at once is not looked at again. */
export function remembering(branches: Branches): Branches {
  let refs: Promise<Refs> | null = null;
  const compared = new Map<string, Promise<Comparison | null>>();
  return {
    git: branches.git,
    look() {
      refs ??= branches.look();
      return refs;
    },
    compare(base, head) {
      const range = `${base}...${head}`;
      const known = compared.get(range) ?? branches.compare(base, head);
      compared.set(range, known);
      return known;
    },
  };
}

const FORMAT = '%(HEAD)%(objectname) %(refname:lstrip=2)';

function refsOf(lines: readonly string[]): Refs {
  const refs = lines.map((line) => {
    const [commit = '', name = ''] = line.slice(1).split(' ', 2);
    return { name, commit, isMain: line.startsWith('*') };
  });
  const main = refs.find((ref) => ref.isMain)?.name ?? 'main';
  return { main, tips: new Map(refs.map(({ name, commit }) => [name, commit])) };
}

/** The summary comes first: ` 2 files changed, 3 insertions(+), 1 deletion(-)`. */
function readDiff(text: string): Omit<Comparison, 'commits'> {
  const end = text.indexOf('\n');
  const summary = text.slice(0, Math.max(end, 0));
  const count = (unit: string): number => Number(new RegExp(`(\\d+) ${unit}`).exec(summary)?.[1] ?? 0);
  return {
    files: count('file'),
    additions: count('insertion'),
    deletions: count('deletion'),
    patch: text.slice(end + 1).replace(/^\n/, ''),
  };
}
