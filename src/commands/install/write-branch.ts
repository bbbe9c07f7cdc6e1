import { Halt } from '../../core/ending.ts';
import { openProposal } from '../../install/open-proposal.ts';
import { INIT_TEXTS } from '../../report/install/init-text.ts';
import { PROPOSAL_SUBJECT } from '../../report/install/proposal.ts';
import { EXIT_NEEDS_PERSON, print, printAside, type Terminal, writeJson } from '../terminal/command.ts';
import { openRealGitHub } from '../worlds/github-access.ts';
import type { Surroundings } from './gather.ts';

export const PROPOSED_BRANCH = 'add-wakeful';

export interface InitBranch {
  readonly around: Surroundings;
  readonly files: ReadonlyMap<string, string>;
  readonly message: string;
  /** What the branch holds now; null: there is none. */
  readonly expected: string | null;
  readonly isJson: boolean;
}

/** Only shows what the branch would hold. */
export function showBranch(terminal: Terminal, { files, message, isJson }: InitBranch): number {
  if (isJson)
    writeJson(terminal, { branch: PROPOSED_BRANCH, written: false, files: lengths(files), message });
  else print(terminal, `${INIT_TEXTS.wouldWrite(PROPOSED_BRANCH, lengths(files))}\n\n${message}`);
  return 0;
}

export interface WriteOrder {
  readonly opensPullRequest: boolean;
  readonly signal: AbortSignal;
}

export async function writeBranch(
  terminal: Terminal,
  proposal: InitBranch,
  order: WriteOrder,
): Promise<number> {
  const { around, files, message, expected, isJson } = proposal;
  const { clone, base } = around;
  const change = { branch: PROPOSED_BRANCH, parent: base.commit, files, message, expected };
  const commit = await clone.commit(change, order.signal);
  if (!isJson) print(terminal, `${INIT_TEXTS.written(PROPOSED_BRANCH, lengths(files))}\n\n`);
  const opened = order.opensPullRequest ? await open(terminal, proposal, order.signal) : null;
  if (isJson)
    writeJson(terminal, { branch: PROPOSED_BRANCH, written: true, commit, files: lengths(files), ...opened });
  else if (opened === null) print(terminal, `${INIT_TEXTS.next(PROPOSED_BRANCH, nextPlaces(around))}\n`);
  else if ('url' in opened) print(terminal, `${INIT_TEXTS.pullRequest(opened.url)}\n`);
  if (opened === null || 'url' in opened) return 0;
  printAside(terminal, `wakeful: ${INIT_TEXTS.noPullRequest(opened.why, PROPOSED_BRANCH)}\n`);
  return EXIT_NEEDS_PERSON;
}

type Opened = { readonly url: string } | { readonly why: string };

async function open(
  { mask }: Terminal,
  { around, message }: InitBranch,
  signal: AbortSignal,
): Promise<Opened> {
  const { address, base, clone, remote } = around;
  const access = openRealGitHub(address);
  if (access.kind === 'closed') return { why: access.why };
  const body = message.slice(PROPOSAL_SUBJECT.length).trim();
  const text = { title: mask.mask(PROPOSAL_SUBJECT), body: mask.mask(body) };
  try {
    await clone.push(remote, PROPOSED_BRANCH, signal);
    const { url } = await openProposal(
      access.github,
      { branch: PROPOSED_BRANCH, base: base.name, ...text },
      signal,
    );
    return { url };
  } catch (reason) {
    if (reason instanceof Halt) return { why: reason.detail };
    throw reason;
  }
}

/** Where a person opens the pull request by hand. */
function nextPlaces({ address, base, remote }: Surroundings) {
  const page =
    address === null
      ? null
      : `${address.serverUrl}/${address.repository}/compare/${encodeURIComponent(base.name)}...${PROPOSED_BRANCH}?expand=1`;
  return { remote, address: page };
}

function lengths(files: ReadonlyMap<string, string>) {
  return [...files].map(([path, text]) => ({ path, lines: text.split('\n').length - 1 }));
}
