import { type ProblemText, problemText } from '../../report/problems/problem.ts';

/** An issue of valibot has room for one text: the message of a problem, and on a second line its hint. */
export function toIssueMessage({ message, hint }: ProblemText): string {
  return `${message}\n${hint}`;
}

export function fromIssueMessage(text: string): ProblemText {
  const [message = '', hint] = text.split('\n');
  return problemText(message, hint);
}
