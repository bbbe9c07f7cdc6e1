import { fixed } from '../../core/text/masked.ts';

/** What a model is asked when it is tried out. */
export const MODEL_QUESTIONS = {
  tool: 'Text of a file.',
  system: fixed('You work through tools. Act by calling tools only.'),
  user: fixed('Read the file notes.md by calling read_file.'),
  result: fixed('notes.md, lines 1-1 of 1\nThe colour is blue.'),
} as const;
