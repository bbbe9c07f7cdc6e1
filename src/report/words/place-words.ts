import type { AlertPlace } from '../../core/checkpoint-state.ts';

/** `line 12 of goals/docs.yml` */
export function placeName({ file, line }: AlertPlace): string {
  return line === null ? file : `line ${line} of ${file}`;
}

/** What is at a place, with the name of its field in backticks: a sentence to follow "What to do". */
export function placeSentence(place: AlertPlace): string {
  const { file, line, field } = place;
  if (field === undefined) return `The first mistake is in ${placeName(place)}.`;
  return line === null
    ? `\`${field}\` is not in ${file}, so its usual value counts: add it to change that.`
    : `\`${field}\` is in ${placeName(place)}.`;
}
