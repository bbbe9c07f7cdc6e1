import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { EffectFailure, GivenUp, IntendedEffect } from '../../core/log/task-events.ts';
import { cutText, onOneLine } from '../../core/text/plain-text.ts';
import { fullStop, listWords, sentence } from '../words/sentences.ts';
import type { Wordings } from './wording.ts';

const TITLE_LENGTH = 120;
const AGAIN = ' An earlier run had done it already.';

export const ISSUE_LINES: Wordings<
  'issue_commented' | 'issue_labelled' | 'issue_unlabelled' | 'issue_opened' | 'issue_kept' | 'effect_failed'
> = {
  issue_commented: {
    message: ({ issue, isNew }) => `Commented on issue #${issue}.${isNew ? '' : AGAIN}`,
    data: ({ issue, url }) => ({ issue, url }),
  },
  issue_labelled: {
    message: ({ issue, labels, isNew }) =>
      `Labelled issue #${issue} with ${listWords(labels)}.${isNew ? '' : AGAIN}`,
    data: ({ issue, url }) => ({ issue, url }),
  },
  issue_unlabelled: {
    message: ({ issue, labels, isNew }) =>
      `Took ${listWords(labels)} away from issue #${issue}.${isNew ? '' : AGAIN}`,
    data: ({ issue, url }) => ({ issue, url }),
  },
  issue_kept: {
    message: ({ issue, title, isNew }) =>
      fullStop(
        `${isNew ? 'Opened' : 'Wrote anew'} issue #${issue}: ${cutText(onOneLine(title), TITLE_LENGTH)}`,
      ),
    data: ({ issue, url }) => ({ issue, url }),
  },
  issue_opened: {
    message: ({ issue, title, isNew }) =>
      `${fullStop(`Opened issue #${issue}: ${cutText(onOneLine(title), TITLE_LENGTH)}`)}${isNew ? '' : AGAIN}`,
    data: ({ issue, url }) => ({ issue, url }),
  },
  effect_failed: {
    message: ({ failure }) => failureWords(failure),
    data: ({ failure }) => failureData(failure),
  },
};

function failureWords(failure: MaskedRecord<EffectFailure>): string {
  switch (failure.kind) {
    case 'given_up':
      return `Gave up ${effectWords(failure.effect)}: ${givenUpWords(failure.why)}`;
    case 'draft_lacks':
      return `Draft #${failure.draft} is incomplete: ${fullStop(failure.lack)}`;
    case 'alerts':
      return `Could not bring the alerts up to date: ${fullStop(failure.detail)} A later run tries again.`;
    case 'state_alert':
      return `Could not bring the alert about the state branch up to date: ${fullStop(failure.detail)}`;
    case 'dashboard':
      return `Could not bring the dashboard up to date: ${fullStop(failure.detail)} A later run tries again.`;
    case 'unwatched':
      return sentence(failure.detail);
  }
}

function effectWords(effect: MaskedRecord<IntendedEffect>): string {
  switch (effect.kind) {
    case 'comment_on_issue':
      return `commenting on issue #${effect.issue}`;
    case 'label_issue':
      return `labelling issue #${effect.issue}`;
    case 'unlabel_issue':
      return `taking labels away from issue #${effect.issue}`;
    case 'keep_issue':
      return `writing the issue "${cutText(onOneLine(effect.title), TITLE_LENGTH)}"`;
    case 'open_issue':
      return `opening the issue "${cutText(onOneLine(effect.title), TITLE_LENGTH)}"`;
  }
}

function givenUpWords(why: GivenUp): string {
  switch (why.kind) {
    case 'not_allowed':
      return `${why.file} no longer allows it.`;
    case 'secret':
      return `its text contains a secret (${why.secret}).`;
    case 'steering_label':
      return `the label ${why.label} decides what the agent or another program works on.`;
    case 'other_issue':
      return `the task is about issue #${why.own} only.`;
    case 'gone':
      return `issue #${why.issue} is gone.`;
    case 'closed':
      return `issue #${why.issue} was closed in the meantime.`;
    case 'locked':
      return `issue #${why.issue} is gone or locked.`;
    case 'refused':
      return sentence(why.detail);
  }
}

function failureData(failure: EffectFailure): Readonly<Record<string, unknown>> {
  switch (failure.kind) {
    case 'given_up':
      return { effect: failure.effect.kind };
    case 'draft_lacks':
      return { draft: failure.draft, branch: failure.branch };
    case 'alerts':
    case 'state_alert':
    case 'dashboard':
    case 'unwatched':
      return {};
  }
}
