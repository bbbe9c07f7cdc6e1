import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { Halt } from '../core/ending.ts';
import type { Clock, CommandResult, Sandbox, SandboxCommand } from '../ports.ts';
import { SANDBOX_TEXTS } from '../report/failures/sandbox-texts.ts';
import { bubblewrapArguments, type SandboxSurroundings } from './sandbox/arguments.ts';
import { OutputEnds } from './sandbox/output-ends.ts';
import { OutputTail } from './sandbox/output-tail.ts';
import { SilenceLimit } from './sandbox/silence.ts';
import { findToolchain, type Toolchain, withTools } from './sandbox/toolchain.ts';
import { WholeOutput } from './sandbox/whole-output.ts';

export interface SandboxOptions {
  readonly clock: Pick<Clock, 'monotonic'>;
  /** The folders of PATH; only those that hold node or npm are taken over, behind the system's own. Default: none. */
  readonly path?: string;
  /** Variables of which the settings may name some for commands. Default: none. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Default: looked for in the system's folders. */
  readonly bubblewrap?: string;
}

const PROBE_MS = 10_000;

/**
 * Runs commands in bubblewrap, or not at all: own process, network and user namespaces, empty environment, of the
 * file system only programs and what they look up, read-only, and one folder that can be written.
 */
export function openSandbox(options: SandboxOptions): Sandbox {
  let probe: Promise<string | null> | null = null;
  let found: Toolchain | null = null;
  // Looked for when a command is to run: most wakes run none.
  const toolchain = (): Toolchain => {
    found ??= findToolchain(options.path ?? '');
    return found;
  };
  const reasonUnavailable = (): Promise<string | null> => {
    probe ??= probeSandbox(options, toolchain());
    return probe;
  };
  return {
    reasonUnavailable,
    async run(command, signal) {
      const reason = await reasonUnavailable();
      if (reason !== null)
        throw new Halt('unexpected', `A command was to be run without a sandbox: ${reason}`);
      const tools = withTools(toolchain(), command.tools, options.environment ?? {});
      return runInside({ command, toolchain: tools, options }, signal);
    },
  };
}

interface SandboxRun {
  readonly command: SandboxCommand;
  readonly toolchain: Toolchain;
  readonly options: SandboxOptions;
}

/** A real command in a real sandbox: that bubblewrap is installed does not mean that it may work. */
async function probeSandbox(options: SandboxOptions, toolchain: Toolchain): Promise<string | null> {
  const command = { command: 'exit 42', folder: '/tmp', hosts: [], timeoutMs: PROBE_MS };
  try {
    const { exitCode, output } = await runInside(
      { command, toolchain, options },
      new AbortController().signal,
    );
    return exitCode === 42 ? null : reasonFrom(output);
  } catch (error) {
    return isMissing(error)
      ? SANDBOX_TEXTS.notInstalled
      : SANDBOX_TEXTS.notStarted(error instanceof Error ? error.message : String(error));
  }
}

function reasonFrom(output: string): string {
  if (/unknown option/i.test(output)) return SANDBOX_TEXTS.tooOld;
  const words = output.trim().split('\n').at(-1) ?? '';
  const hint = /uid map|namespace|Permission denied|not permitted/i.test(output)
    ? ` ${SANDBOX_TEXTS.noNamespaces}`
    : '';
  return `${SANDBOX_TEXTS.doesNotWork(words)}${hint}`;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function runInside(run: SandboxRun, signal: AbortSignal): Promise<CommandResult> {
  signal.throwIfAborted();
  if (run.command.hosts.length === 0) return runProcess({ ...run, proxy: null }, signal);
  const { openRegistryProxy } = await import('./sandbox/registry-proxy.ts');
  const proxy = await openRegistryProxy(run.command.hosts);
  try {
    const result = await runProcess({ ...run, proxy: proxy.socket }, signal);
    if (result.exitCode === 0 || proxy.refused.length === 0) return result;
    return { ...result, output: `${result.output.trimEnd()}\n${SANDBOX_TEXTS.refused(proxy.refused)}\n` };
  } finally {
    await proxy.close();
  }
}

function runProcess(
  { command, options, ...surroundings }: SandboxRun & SandboxSurroundings,
  signal: AbortSignal,
): Promise<CommandResult> {
  signal.throwIfAborted();
  const started = options.clock.monotonic();
  const tail = command.copy === undefined ? new OutputTail() : new OutputEnds();
  const whole = command.keepsOutput === true ? new WholeOutput() : null;
  return new Promise((resolve, reject) => {
    const child = spawn(options.bubblewrap ?? 'bwrap', bubblewrapArguments(command, surroundings), {
      // Bubblewrap stays visible as process 1 inside, with the environment that it was started with.
      env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
      stdio: ['ignore', 'pipe', 'pipe'],
      killSignal: 'SIGKILL',
      signal,
    });
    // The time limit of `spawn` itself would keep this process waiting where nothing could be started.
    AbortSignal.timeout(command.timeoutMs).addEventListener('abort', () => child.kill('SIGKILL'));
    const silence = new SilenceLimit({
      ms: command.silentMs,
      clock: options.clock,
      kill: () => child.kill('SIGKILL'),
    });
    child.stdout.on('data', (part: Buffer) => {
      silence.heard();
      tail.add(part);
      whole?.add(part);
    });
    child.stderr.on('data', (part: Buffer) => {
      silence.heard();
      tail.add(part);
    });
    child.on('error', (error) => reject(signal.aborted ? signal.reason : error));
    child.on('close', (exitCode) => {
      silence.end();
      if (signal.aborted) reject(signal.reason);
      else
        resolve({
          ...{ exitCode, output: tail.text(), milliseconds: options.clock.monotonic() - started },
          ...(silence.isOver && { wasSilent: true }),
          ...(whole !== null && { standardOutput: whole.text(), folder: realpathSync(command.folder) }),
        });
    });
  });
}
