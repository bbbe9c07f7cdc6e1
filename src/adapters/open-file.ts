import { spawn } from 'node:child_process';
import { once } from 'node:events';

const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens an address with the program that the person's system has for it. False: there is no such program. */
export async function openAddress(
  address: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const [program, ...options] = OPENERS[process.platform] ?? ['xdg-open'];
  // The program may stay for as long as the browser does, and nobody waits for it.
  const child = spawn(program, [...options, address], { env: environment, stdio: 'ignore', detached: true });
  child.unref();
  return once(child, 'spawn').then(
    () => true,
    () => false,
  );
}
