/**
 * Stands in the texts of the command line for the way it was started, such as `npm start --` or `npx wakeful`. What prints on a
 * terminal puts that in. No text that is read on GitHub may hold it: there the comment `/wakeful …` is the way.
 */
export const PROGRAM = '\u{E000}';

/** The text with `program` wherever it names the program. A run of a script without more words needs no `--`. */
export function withProgram(text: string, program: string): string {
  if (!text.includes(PROGRAM)) return text;
  if (program !== SCRIPT) return text.replaceAll(PROGRAM, program);
  return text
    .replaceAll(`${PROGRAM} rehearse --`, `${SCRIPT} --`)
    .replaceAll(`${PROGRAM} rehearse`, 'npm start')
    .replaceAll(PROGRAM, SCRIPT);
}

const SCRIPT = 'npm start --';
