export interface Sandbox {
  /** Null when commands can be run; otherwise why not, as a plain sentence. */
  reasonUnavailable(): Promise<string | null>;
  run(command: SandboxCommand, signal: AbortSignal): Promise<CommandResult>;
}

export interface SandboxCommand {
  /** A shell line. */
  readonly command: string;
  /** The only folder that can be written. */
  readonly folder: string;
  /** Names of the hosts that can be reached, through a proxy; empty: there is no network at all. */
  readonly hosts: readonly string[];
  readonly timeoutMs: number;
}

export interface CommandResult {
  /** Null: it was killed by the timeout. */
  readonly exitCode: number | null;
  /** Both streams, the last 20 kB. */
  readonly output: string;
  readonly milliseconds: number;
}
