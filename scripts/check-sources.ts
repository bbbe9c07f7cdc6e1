/** Everything that has to hold of the sources, besides the tests: two checks at a time, each of which uses one processor. */
import { spawn } from 'node:child_process';

/** Scripts of package.json, the longest first. */
const CHECKS = [
  'types:node',
  'types:browser',
  'dead-code',
  'lint',
  'bundle:check',
  'page:check',
  'schema:check',
];
const AT_ONCE = 2;

const failed: string[] = [];
const waiting = CHECKS.values();
await Promise.all(Array.from({ length: AT_ONCE }, checkInTurn));
for (const name of failed) console.error(`Failed: npm run ${name}`);
if (failed.length > 0) process.exitCode = 1;

async function checkInTurn(): Promise<void> {
  for (const name of waiting) {
    const { code, said } = await run(name);
    // Whole, so that the words of two checks do not mix.
    process.stdout.write(said);
    if (code !== 0) failed.push(name);
  }
}

function run(name: string): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', name], { stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => void parts.push(part));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said: String(Buffer.concat(parts)) }));
  });
}
