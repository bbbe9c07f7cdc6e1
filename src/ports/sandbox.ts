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
  /** `setup` may reach the network, checks may not. */
  readonly hasNetwork: boolean;
  readonly timeoutMs: number;
}

export interface CommandResult {
  /** Null: it was killed by the timeout. */
  readonly exitCode: number | null;
  /** Both streams, the last 20 kB. */
  readonly output: string;
  readonly milliseconds: number;
}
