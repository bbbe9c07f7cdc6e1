import type { MaskedRecord } from '../../core/access/masked-record.ts';
import { fixed, type Masked, masked } from '../../core/text/masked.ts';
import { plainLine, wrapToWidth } from '../words/display-width.ts';
import { titleText } from '../words/markdown.ts';
import { withoutCommand } from '../words/orders.ts';

/** Who commits, as trailers that programs read. Null: no lease is involved. */
export interface CommitOrigin {
  readonly wake: string;
  readonly epoch: number | null;
  readonly step: number | null;
  /** Makes this commit differ from any other one. */
  readonly nonce: string;
}

export interface StateCommit extends CommitOrigin {
  /** Null: about no goal in particular. */
  readonly goal: Masked | null;
  /** Begins with a verb, e.g. `take lease 12 for the slot of 22 Nov 03:00`. */
  readonly what: Masked;
}

export interface WorkCommit extends CommitOrigin {
  /** The settings' commit prefix, e.g. `wakeful: `. */
  readonly prefix: string;
  readonly goal: { readonly id: string; readonly title: string };
  /** Title of the item; null: the whole window. */
  readonly item: string | null;
  readonly summary: string;
  /** In the repository's own form; missing: it has none. */
  readonly own?: { readonly subject: string; readonly signedOffBy: string | null };
}

export interface MergeCommit extends CommitOrigin {
  /** The settings' commit prefix. */
  readonly prefix: string;
  /** Its id. */
  readonly goal: string;
  readonly from: string;
  readonly into: string;
}

const SUBJECT_LENGTH = 72;
const STATE_SUBJECT_LENGTH = 100;
const SUMMARY_LENGTH = 2_000;

/** Message of a commit on the state branch. `git log --oneline` reads as a story. */
export function stateCommitMessage(commit: StateCommit): string {
  const subject = titleText(masked`${commit.goal ?? fixed('wakeful')}: ${commit.what}`, STATE_SUBJECT_LENGTH);
  return `${subject}\n\n[skip ci]\n\n${trailers(commit)}\n`;
}

/** Message of a commit on a work branch. The model's summary can give no orders and fake no trailers. */
export function workCommitMessage(commit: MaskedRecord<WorkCommit>): string {
  const what = commit.item === null ? commit.goal.title : masked`${commit.goal.title}: ${commit.item}`;
  const subject = titleText(masked`${commit.prefix}${commit.own?.subject ?? what}`, SUBJECT_LENGTH);
  const body = paragraph(commit.summary);
  const signer = commit.own?.signedOffBy ?? null;
  const signed = signer === null ? '' : `Signed-off-by: ${plainLine(signer)}\n`;
  const own = `Wakeful-Goal: ${plainLine(commit.goal.id)}\n`;
  return `${subject}\n\n${body === '' ? '' : `${body}\n\n`}${signed}${own}${trailers(commit)}\n`;
}

/** Message of the commit that brings a work branch up to date. */
export function mergeCommitMessage(commit: MaskedRecord<MergeCommit>): string {
  const subject = titleText(masked`${commit.prefix}merge ${commit.from} into ${commit.into}`, SUBJECT_LENGTH);
  return `${subject}\n\nWakeful-Goal: ${plainLine(commit.goal)}\n${trailers(commit)}\n`;
}

/** How a trailer, a comment, another commit or the beginning of a patch would look. */
const MEANT =
  /^(?:[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)?(?:\([^)]*\))?!?\s*:|#|---|\+\+\+|@@|diff |From [0-9a-f]{40}\b)/;

function paragraph(text: Masked): string {
  return wrapToWidth(plainLine(titleText(text, SUMMARY_LENGTH)), SUBJECT_LENGTH)
    .map((line) => withoutCommand(MEANT.test(line) ? ` ${line}` : line))
    .join('\n');
}

function trailers(origin: CommitOrigin): string {
  const lines = [
    `Wakeful-Wake: ${plainLine(origin.wake)}`,
    ...(origin.epoch === null ? [] : [`Wakeful-Epoch: ${origin.epoch}`]),
    ...(origin.step === null ? [] : [`Wakeful-Step: ${origin.step}`]),
    `Wakeful-Nonce: ${plainLine(origin.nonce)}`,
  ];
  return lines.join('\n');
}
