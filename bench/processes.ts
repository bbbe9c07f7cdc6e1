import { spawn } from 'node:child_process';

interface Run {
  readonly input?: string | undefined;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program to its end; anything but success is an error with the program's own words. */
export function runProgram(
  program: string,
  args: readonly string[],
  { input, env }: Run = {},
): Promise<{ readonly out: string; readonly milliseconds: number }> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { env: env ?? process.env });
    const out: Buffer[] = [];
    const words: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => words.push(chunk));
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code) => {
      const milliseconds = performance.now() - begun;
      if (code === 0) resolve({ out: Buffer.concat(out).toString(), milliseconds });
      else reject(new Error(`${program} ${args.slice(0, 3).join(' ')}: ${Buffer.concat(words)}`));
    });
    child.stdin.end(input ?? '');
  });
}
