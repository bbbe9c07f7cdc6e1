/** The repository or organisation variable whose mere presence stops the agent. */
export const STOP_VARIABLE = 'WAKEFUL_STOP';

/** The reason in the text of a stop. The mere presence of a stop counts, so the text may be empty. */
export function stopReason(text: string): string {
  return text.trim() === '' ? 'no reason given' : text.trim();
}
