import { count, figure } from '../../core/figures.ts';
import type { GoalTrouble } from '../../core/report/goal-notes.ts';
import { type ProblemText, problemText, show } from './problem.ts';

/** What `validate` says about a valid goal that its author may not have meant. */
export function troubleText(trouble: GoalTrouble): ProblemText {
  switch (trouble.kind) {
    case 'does_nothing':
      return problemText(
        'this goal can change nothing: it may write no file and do nothing on GitHub',
        'name paths under `permissions.write`, or write `effects: []` if it is only to look',
      );
    case 'labels_alone':
      return problemText(
        '`permissions.labels` has no effect without `label_issue` or `unlabel_issue` among the effects',
        'remove it, or add one of them',
      );
    case 'all_protected':
      return problemText(
        `${show(trouble.glob)} matches ${count(trouble.files, 'file')}, and no goal may write any of them, because they are protected`,
        'name a file without a wildcard where that is allowed, or another path',
      );
    case 'write_outside_read':
      return problemText(
        `of the ${count(trouble.of, 'file')} that ${show(trouble.glob)} matches, this goal may not read ${figure(trouble.files)}, and could only replace them unseen`,
        'add them to `permissions.read`',
      );
    case 'delete_outside_write':
      return problemText(
        `${show(trouble.glob)} matches no file that this goal may write, so it can delete none`,
        'add it to `permissions.write`',
      );
    case 'own_file_not_writable':
      return problemText(
        `a task of this queue may write its own file only, and \`permissions.write\` allows none of the files of the queue (${figure(trouble.files)} now)`,
        'add them to `permissions.write`, or write `other_files: true`',
      );
    case 'list_not_writable':
      return problemText(
        `this goal may not write ${show(trouble.file)}, the list that it is to keep`,
        'add it to `permissions.write`',
      );
    case 'no_such_workflow':
      return problemText(
        `there is no .github/workflows/${show(trouble.file).slice(1, -1)}, so none of its runs can fail`,
        'write the name of a workflow file of this repository',
      );
    default:
      return limitText(trouble);
  }
}

type LimitTrouble = Extract<
  GoalTrouble,
  { readonly kind: 'limit_above' | 'too_little_for_call' | 'never_so_many' }
>;

function limitText(trouble: LimitTrouble): ProblemText {
  switch (trouble.kind) {
    case 'limit_above':
      return problemText(
        `\`limits.${trouble.limit}\` is ${figure(trouble.value)}, which is more than ${trouble.other} allows: ${figure(trouble.bound)}`,
        'the smaller one counts',
      );
    case 'too_little_for_call':
      return problemText(
        `this goal can never ask a model: its first question takes up to ${count(trouble.tokens, 'token')}, which is more than its limits pay for`,
        `raise \`limits.${trouble.limit}\` and what bounds it`,
      );
    case 'never_so_many':
      return problemText(
        `a queue of issues holds at most ${figure(trouble.most)}, so ${figure(trouble.asked)} never wait`,
        'write a smaller number',
      );
  }
}

/** Without a word before it, the goal cannot work at all. */
export function asNote({ message, hint }: ProblemText): ProblemText {
  return problemText(`note: ${message}`, hint);
}
