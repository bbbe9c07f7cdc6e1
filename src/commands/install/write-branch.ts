import { Halt } from '../../core/ending.ts';
import { openProposal } from '../../install/open-proposal.ts';
import type { BranchFile } from '../../ports.ts';
import { INIT_TEXTS } from '../../report/install/init-text.ts';
import { EXIT_NEEDS_PERSON, print, printAside, type Terminal, writeJson } from '../terminal/command.ts';
import { openRealGitHub } from '../worlds/github-access.ts';
import type { Surroundings } from './gather.ts';

/** One branch with one commit, which a person looks at. */
export interface ProposedBranch {
  readonly branch: string;
  /** The first line of the message, and the title of the pull request. */
  readonly subject: string;
  readonly around: Pick<Surroundings, 'clone' | 'remote' | 'address' | 'base'>;
  /** Null: it is removed. */
  readonly files: ReadonlyMap<string, BranchFile | null>;
  readonly message: string;
  /** What the branch holds now; null: there is none. */
  readonly expected: string | null;
  readonly isJson: boolean;
}

/** Only shows what the branch would hold. */
export function showBranch(terminal: Terminal, { branch, files, message, isJson }: ProposedBranch): number {
  if (isJson) writeJson(terminal, { branch, written: false, files: lengths(files), message });
  else print(terminal, `${INIT_TEXTS.wouldWrite(branch, lengths(files))}\n\n${message}`);
  return 0;
}

export interface WriteOrder {
  readonly opensPullRequest: boolean;
  readonly signal: AbortSignal;
}

export async function writeBranch(
  terminal: Terminal,
  proposal: ProposedBranch,
  order: WriteOrder,
): Promise<number> {
  const { branch, around, files, message, expected, isJson } = proposal;
  const { clone, base } = around;
  const change = { branch, parent: base.commit, files, message, expected };
  const commit = await clone.commit(change, order.signal);
  if (!isJson) print(terminal, `${INIT_TEXTS.written(branch, lengths(files))}\n\n`);
  const opened = order.opensPullRequest ? await open(terminal, proposal, order.signal) : null;
  if (isJson) writeJson(terminal, { branch, written: true, commit, files: lengths(files), ...opened });
  else if (opened === null) print(terminal, `${INIT_TEXTS.next(branch, nextPlaces(branch, around))}\n`);
  else if ('url' in opened) print(terminal, `${INIT_TEXTS.pullRequest(opened.url)}\n`);
  if (opened === null || 'url' in opened) return 0;
  printAside(terminal, `wakeful: ${INIT_TEXTS.noPullRequest(opened.why, branch)}\n`);
  return EXIT_NEEDS_PERSON;
}

type Opened = { readonly url: string } | { readonly why: string };

async function open(
  { mask }: Terminal,
  { branch, subject, around, message }: ProposedBranch,
  signal: AbortSignal,
): Promise<Opened> {
  const { address, base, clone, remote } = around;
  const access = openRealGitHub(address);
  if (access.kind === 'closed') return { why: access.why };
  const body = message.slice(subject.length).trim();
  const text = { title: mask.mask(subject), body: mask.mask(body) };
  try {
    await clone.push(remote, branch, signal);
    const { url } = await openProposal(access.github, { branch, base: base.name, ...text }, signal);
    return { url };
  } catch (reason) {
    if (reason instanceof Halt) return { why: reason.detail };
    throw reason;
  }
}

/** Where a person opens the pull request by hand. */
function nextPlaces(branch: string, { address, base, remote }: ProposedBranch['around']) {
  const page =
    address === null
      ? null
      : `${address.serverUrl}/${address.repository}/compare/${encodeURIComponent(base.name)}...${branch}?expand=1`;
  return { remote, address: page };
}

function lengths(files: ProposedBranch['files']) {
  return [...files].map(([path, text]) => ({
    path,
    lines: linesOf(text),
  }));
}

function linesOf(file: BranchFile | null): number | 'stored' | null {
  if (file === null) return null;
  if (typeof file === 'object' && 'blob' in file) return 'stored';
  return (typeof file === 'string' ? file : file.text).split('\n').length - 1;
}
