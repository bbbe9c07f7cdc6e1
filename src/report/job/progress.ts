import type { Progress } from '../../ports.ts';
import { cutToWidth, displayWidth, plainLine } from '../words/display-width.ts';
import { count, duration } from '../words/sentences.ts';

/** How far a wake is, in exactly one line of at most `width` columns. What is being done is cut first. */
export function liveLine(progress: Progress, width: number): string {
  const tail = ` · ${count(progress.modelCalls, 'call')} · ${count(progress.tokens, 'token')} · ${left(progress)}`;
  const head = plainLine(`${place(progress)} · ${progress.doing}`);
  const room = width - displayWidth(tail);
  return room >= 10 ? cutToWidth(head, room) + tail : cutToWidth(head + tail, width);
}

/** The same as a plain line for logs and pipes. */
export function progressLine(progress: Progress): string {
  return plainLine(
    `${place(progress)}: ${progress.doing} (${count(progress.modelCalls, 'call')}, ${count(progress.tokens, 'token')}, ${left(progress)})`,
  );
}

function place({ goal, item, items, itemTitle }: Progress): string {
  return items === 1 ? goal : `${goal} ${item}/${items} ${itemTitle}`;
}

function left({ secondsLeft }: Progress): string {
  return secondsLeft <= 0 ? 'no time left' : `${duration(secondsLeft * 1000)} left`;
}
