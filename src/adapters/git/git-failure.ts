import { type Ending, Halt } from '../../core/ending.ts';
import { cutBetweenWords } from '../../core/text/plain-text.ts';
import { REMOTE_TEXTS } from '../../report/failures/remote-texts.ts';
import type { GitResult } from './git-process.ts';

/** A git command that did not succeed; callers turn it into a `Halt` or into an answer. */
export class GitFailure extends Error {
  readonly result: GitResult;
  readonly hasTimedOut: boolean;

  constructor(args: readonly string[], result: GitResult, hasTimedOut: boolean) {
    super(`git ${args[0] ?? ''} failed (exit ${result.code ?? 'by signal'}): ${gitWords(result.stderr)}`);
    this.name = 'GitFailure';
    this.result = result;
    this.hasTimedOut = hasTimedOut;
  }
}

const REFUSES =
  /Authentication failed|could not read (Username|Password)|terminal prompts disabled|Permission denied|returned error: 40[137]\b|Permission to .* denied|not granted|Host key verification failed|Invalid username or|Access denied|dubious ownership/i;
const SERVER_FAULT = /returned error: 5\d\d/;
const NOT_FOUND = /returned error: 404|repository .*not found/i;
const NO_REPOSITORY =
  /does not appear to be a git repository|not a git repository|does not exist|unable to find remote helper/i;
const NO_GIT = /spawn git ENOENT/;
/** No waiting makes the machine trust it. */
const UNTRUSTED =
  /certificate (?:problem|verification failed|verify failed|has expired)|no alternative certificate|self[- ]signed certificate|unable to get (?:local )?issuer/i;
const DISK_FULL = /No space left on device|disk quota exceeded/i;
const OTHER_OBJECT_FORMAT = /mismatched algorithms|unknown object format|unsupported object format/i;
/** What a network or a busy server says, and what is over some day by itself. */
const PASSES =
  /could ?n.t (resolve|connect)|could not (resolve|connect|read from)|failed to connect|connection (refused|reset|timed out|closed|died|was)|timed? ?out|network is unreachable|no route to host|temporary failure|name or service not known|hung up|early EOF|unexpected disconnect|unexpected end|RPC failed|empty reply|recv failure|send failure|transfer closed|curl \d+|SSL|TLS|HTTP\/?2|gnutls|returned error: (408|425|429)|too many requests|rate limit|invalid index-pack|fetch-pack|broken pipe|remote error|protocol error|bad (pack|line)|shallow\.lock|try again/i;

/** What a failed look at the remote means for the wake. */
export function remoteHalt(failure: GitFailure, remote: string, timeoutMs: number): Halt {
  const words = gitWords(failure.result.stderr);
  const [ending, detail] = failure.hasTimedOut
    ? (['github_unavailable', `did not answer within ${timeoutMs / 1000} seconds.`] as const)
    : meaning(words);
  return new Halt(ending, `The remote ${withoutSecrets(remote)} ${detail}`, { cause: failure });
}

/** The first that fits. The rest of a sentence that starts with the remote's name. */
function meaning(words: string): readonly [Ending, string] {
  if (NO_GIT.test(words)) {
    return ['bad_settings', 'was not asked: git was not found on the PATH. Install git 2.34 or newer.'];
  }
  if (SERVER_FAULT.test(words)) return ['github_unavailable', `could not be reached: ${words}`];
  if (REFUSES.test(words)) return ['forbidden', `refuses access: ${words} ${REMOTE_TEXTS.accessAdvice}`];
  if (NOT_FOUND.test(words)) return ['forbidden', `does not exist, or the token may not see it: ${words}`];
  if (NO_REPOSITORY.test(words)) return ['bad_settings', `is not a git repository: ${words}`];
  if (UNTRUSTED.test(words))
    return ['bad_settings', `has a certificate that git does not trust on this machine: ${words}`];
  if (DISK_FULL.test(words))
    return ['bad_settings', `was not read, because the disk of this machine is full: ${words}`];
  if (OTHER_OBJECT_FORMAT.test(words))
    return [
      'bad_settings',
      `has another object format (SHA-256) than the agent can read, so it cannot work there: ${words}`,
    ];
  return ['github_unavailable', `could not be reached: ${words}`];
}

/**
 * The same for the first look of a run, when nothing can be lost yet: words that no network says are no outage. They would be met
 * again at every start, and nobody would hear of it.
 */
export function firstLookHalt(failure: GitFailure, remote: string, timeoutMs: number): Halt {
  const halt = remoteHalt(failure, remote, timeoutMs);
  const words = gitWords(failure.result.stderr);
  const isOutage = failure.hasTimedOut || failure.result.code === null || words === REMOTE_TEXTS.noReason;
  if (halt.ending !== 'github_unavailable' || isOutage || SERVER_FAULT.test(words) || PASSES.test(words))
    return halt;
  const detail = `The remote ${withoutSecrets(remote)} could not be read, and that does not look like an outage: ${words}`;
  return new Halt('bad_settings', detail, { cause: failure });
}

export function refusesAccess(stderr: string): boolean {
  return REFUSES.test(stderr);
}

/** The remote knows filters, and refuses this one. */
export function refusesFilter(error: unknown): boolean {
  const words = error instanceof GitFailure ? error.result.stderr : '';
  return /filter '[^']*' not supported|tree filter allows max depth|filtering not (supported|recogni[sz]ed)/i.test(
    words,
  );
}

/** A fetch has brought everything, because the remote knows no filters. */
export function hasIgnoredFilter(stderr: string): boolean {
  return stderr.includes('filtering not recognized by server');
}

/** Git's own complaint in one line, at most 500 characters, without advice, progress and secrets. */
export function gitWords(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.replace(/^.*\r(?=.)/, '').trim());
  const words = lines.filter((line) => line !== '' && !line.startsWith('hint:')).join(' ');
  return words === '' ? REMOTE_TEXTS.noReason : cutBetweenWords(withoutSecrets(words), 500);
}

/** Names and passwords inside web addresses are left out. */
export function withoutSecrets(text: string): string {
  return text.replace(/(?<!\w)(\w{1,30}:\/\/)[^/@\s]+@/g, '$1');
}
