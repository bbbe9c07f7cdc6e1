import { createInterface } from 'node:readline/promises';

/** Asks the person at the keyboard. Null: nobody can be asked, because input or output is no terminal. */
export function asker(): ((question: string) => Promise<string>) | null {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return null;
  return async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return (await lines.question(question)).trim();
    } finally {
      lines.close();
    }
  };
}
