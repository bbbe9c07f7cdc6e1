import { cutBetweenWords } from '../../core/text/plain-text.ts';
import type { PushOutcome, RefRefusal, RefUpdate } from '../../ports.ts';
import { REMOTE_TEXTS } from '../../report/failures/remote-texts.ts';
import { gitWords, refusesAccess, withoutSecrets } from './git-failure.ts';

/** What a finished, failed or killed `git push --porcelain` left behind. `code` null: it was killed. */
export interface PushAnswer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Line {
  readonly flag: string;
  readonly branch: string;
  readonly summary: string;
}

/** Words of an atomic push for refs that only fell with another one. */
const FELL_WITH_ANOTHER = /atomic (push failed|push failure|transaction failed)|transaction failed to start/;
const MOVED =
  /fetch first|non-fast-forward|stale info|failed to update ref|reference already exists|cannot lock ref|incorrect old value|remote ref updated since checkout|needs force/;
/** A file of the server's own lies in the way, and says nothing of what the branch holds. */
const LOCK_LEFT = /unable to create '[^']*\.lock'|\.lock': File exists|another git process/i;
/** No branch can have this name while another one has a name above it, below it, or the same in other letters. */
const NAME_TAKEN =
  /exists; cannot create|refname conflict|directory file conflict|cannot process '[^']*' and '[^']*' at the same time|reference conflict due to case-insensitive/i;
const FORBIDDEN =
  /GH\d{3}|declined|refusing|refused|protected|prohibited|not permitted|denied|denying|deny updating|hidden ref|rule violation|branch is currently checked out|not allowed to|forbidden/i;
const NO_ANSWER = /^\[remote failure\]|remote failed to report status|unexpected disconnect/;

/** Judges each ref separately. What cannot be told for certain is `unknown`. */
export function pushOutcome(refs: readonly RefUpdate[], answer: PushAnswer): PushOutcome {
  const lines = refLines(answer.stdout);
  const refused = refs.flatMap((ref) => refusals(ref, lines.get(ref.branch), answer));
  if (refused.length > 0) return { kind: 'refused', refs: atFault(refused, answer) };
  const states = refs.map((ref) => lines.get(ref.branch)?.flag);
  if (answer.code !== 0 || states.includes(undefined) || states.includes('!'))
    return withoutLines(refs, answer);
  return unchanged(refs, lines);
}

/** `=` means that the remote held this very commit already: somebody else's push, unless nothing was to change. */
function unchanged(refs: readonly RefUpdate[], lines: ReadonlyMap<string, Line>): PushOutcome {
  const there = refs.filter((ref) => lines.get(ref.branch)?.flag === '=' && ref.expect !== ref.commit);
  if (there.length === 0) return { kind: 'landed' };
  const names = there.map((ref) => ref.branch).join(', ');
  const others = refs.some((ref) => lines.get(ref.branch)?.flag !== '=');
  if (others)
    return {
      kind: 'unknown',
      reason: REMOTE_TEXTS.heldBefore(names),
    };
  const detail = REMOTE_TEXTS.heldThis;
  return { kind: 'refused', refs: there.map(({ branch }) => ({ branch, reason: 'already_there', detail })) };
}

function withoutLines(refs: readonly RefUpdate[], answer: PushAnswer): PushOutcome {
  const words = gitWords(answer.stderr);
  if (answer.code !== null && refusesAccess(answer.stderr))
    return { kind: 'denied', reason: `${words} ${REMOTE_TEXTS.accessAdvice}` };
  if (answer.code !== null && answer.stderr.includes('does not support --atomic'))
    return {
      kind: 'refused',
      refs: refs.map(({ branch }) => ({ branch, reason: 'other', detail: words })),
    };
  return {
    kind: 'unknown',
    reason: answer.code === null ? REMOTE_TEXTS.cutOff : words,
  };
}

function refusals(ref: RefUpdate, line: Line | undefined, answer: PushAnswer): RefRefusal[] {
  if (line?.flag !== '!' || NO_ANSWER.test(line.summary)) return [];
  const lockFault = lockMessage(ref.branch, answer.stderr);
  const remote = remoteWords(answer.stderr);
  const detail = [line.summary, lockFault ?? remote].filter((part) => part !== '').join(' ');
  return [
    {
      branch: ref.branch,
      reason: reasonFor(ref, line, lockFault),
      detail: cutBetweenWords(withoutSecrets(detail), 600),
    },
  ];
}

function reasonFor(ref: RefUpdate, line: Line, lockFault: string | null): RefRefusal['reason'] {
  const words = `${line.summary} ${lockFault ?? ''}`;
  if (new RegExp(`is at ${ref.commit}\\b`).test(words)) return 'already_there';
  if (NAME_TAKEN.test(words)) return 'name_taken';
  if (LOCK_LEFT.test(words)) return 'other';
  if (MOVED.test(words)) return 'moved';
  if (FELL_WITH_ANOTHER.test(words)) return 'moved';
  if (FORBIDDEN.test(words)) return 'forbidden';
  return 'other';
}

/** Leaves out refs that only fell with another one, where that other one is known. */
function atFault(refused: readonly RefRefusal[], answer: PushAnswer): readonly RefRefusal[] {
  const own = refused.filter(
    (ref) => !FELL_WITH_ANOTHER.test(ref.detail) || lockMessage(ref.branch, answer.stderr) !== null,
  );
  return own.length > 0 ? own : refused;
}

/** The remote's sentence about this ref's lock, such as `cannot lock ref 'refs/heads/x': is at … but expected …`. */
function lockMessage(branch: string, stderr: string): string | null {
  const start = `cannot lock ref 'refs/heads/${branch}':`;
  const line = stderr.split('\n').find((text) => text.includes(start));
  return line === undefined ? null : line.slice(line.indexOf(start)).trim();
}

function remoteWords(stderr: string): string {
  const lines = stderr
    .split('\n')
    .flatMap((line) => (line.startsWith('remote:') ? [line.slice('remote:'.length).trim()] : []));
  return lines.filter((line) => line !== '').join(' ');
}

/** Porcelain lines: `<flag>\t<from>:<to>\t<summary>`. */
function refLines(stdout: string): ReadonlyMap<string, Line> {
  const lines = stdout.split('\n').flatMap((text): [string, Line][] => {
    const [flag, names, summary] = text.split('\t');
    const branch = names
      ?.split(':')
      .at(-1)
      ?.replace(/^refs\/heads\//, '');
    return branch === undefined || summary === undefined
      ? []
      : [[branch, { flag: flag ?? '', branch, summary }]];
  });
  return new Map(lines);
}
