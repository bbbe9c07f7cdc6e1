import { spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import type { ServeGit } from '../../ports.ts';
import type { GitEnvironment } from './git-environment.ts';
import { localEnvironment } from './git-environment.ts';

/** As GitHub: any commit may be asked for by its id, and a fetch may leave files out. */
const SETTINGS = ['-c', 'uploadpack.allowFilter=true', '-c', 'uploadpack.allowAnySHA1InWant=true'];

/** Git's own side of its HTTP protocol, without the machine's settings. An output that fails is cut off. */
export function gitServer(inherited: GitEnvironment): ServeGit {
  return (request, signal) => {
    const { service, folder, isAdvertisement, protocol } = request;
    const stateless = isAdvertisement ? ['--stateless-rpc', '--advertise-refs'] : ['--stateless-rpc'];
    const { GIT_DIR: _, ...env } = localEnvironment(inherited, folder);
    const hooked = request.hooks === null ? [] : ['-c', `core.hooksPath=${request.hooks}`];
    const child = spawn('git', [...SETTINGS, ...hooked, service, ...stateless, folder], {
      env: { ...env, ...(protocol === '' ? {} : { GIT_PROTOCOL: protocol }) },
      stdio: ['pipe', 'pipe', 'ignore'],
      signal,
    });
    const output = child.stdout.pipe(new PassThrough(), { end: false });
    child.on('error', (error) => output.destroy(error));
    child.on('close', (code) => {
      if (code === 0) output.end();
      else output.destroy(new Error(`git ${service} on ${folder} ended with ${code}`));
    });
    // It may end before it has read everything.
    child.stdin.on('error', () => {});
    child.stdin.end(request.input);
    return output;
  };
}
