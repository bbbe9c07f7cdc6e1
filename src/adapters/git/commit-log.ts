import type { CommitInfo } from '../../ports.ts';

/** Its parents are as the commit says, also where the history is cut off. */
export type LoggedCommit = Omit<CommitInfo, 'parents'>;

/** Reads `git log -z --pretty=raw`, the format that shows the true parents of a shallow commit. */
export function parseLog(text: string): readonly LoggedCommit[] {
  return text
    .split('\0')
    .filter((record) => record !== '')
    .map(parseCommit);
}

/** Commit time of a raw commit object or log record, milliseconds since 1970. */
export function commitTime(header: string): number {
  return Number(/^committer .* (\d+) [+-]\d{4}$/m.exec(header)?.[1] ?? 0) * 1000;
}

function parseCommit(record: string): LoggedCommit {
  const end = record.indexOf('\n\n');
  const header = end < 0 ? record : record.slice(0, end);
  const message = end < 0 ? '' : record.slice(end + 2).replace(/^ {4}/gm, '');
  const [subject = '', ...body] = message.trim().split(/\n\s*\n/);
  return {
    commit: /^commit (\w+)/.exec(header)?.[1] ?? '',
    parentIds: [...header.matchAll(/^parent (\w+)$/gm)].map(([, id = '']) => id),
    time: commitTime(header),
    ...authorOf(header),
    subject: subject.replaceAll('\n', ' '),
    body: body.join('\n\n'),
  };
}

function authorOf(header: string): Pick<CommitInfo, 'author' | 'email' | 'isAsMade'> {
  const [, made = '', author = '', email = ''] =
    /^author (([^<\n]*?) ?<([^<>\n]*)> \d+ [+-]\d{4})$/m.exec(header) ?? [];
  return { author, email, isAsMade: made !== '' && header.includes(`\ncommitter ${made}`) };
}
