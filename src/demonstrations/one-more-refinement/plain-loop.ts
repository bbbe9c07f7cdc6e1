/** Asks the model to improve a text, until the model finds it finished. */
export async function refine(text: string, ask: (request: string) => Promise<string>): Promise<string> {
  let best = text;
  for (;;) {
    const answer = await ask(`Improve this text, or answer DONE:\n${best}`);
    if (answer === 'DONE') return best;
    best = answer;
  }
}
