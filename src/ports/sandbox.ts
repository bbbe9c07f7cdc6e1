import type { SandboxSettings } from '../core/settings.ts';

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
  /**
   * The command gets a copy of the folder in its place, which ends with it: nothing that it writes is left. Missing: the folder
   * itself. `history`: a repository that stands behind the copy; null: none.
   */
  readonly copy?: { readonly history: string | null };
  /** A folder that is the home of the command; missing: an empty one that ends with it. To a command in a copy it can only be read. */
  readonly home?: string;
  /** What of the machine it gets besides the usual; missing: nothing. */
  readonly tools?: SandboxSettings;
  /** Names of the hosts that can be reached, through a proxy; empty: there is no network at all. */
  readonly hosts: readonly string[];
  readonly timeoutMs: number;
  /** It is ended when it has written nothing for so long; missing: it may be silent. */
  readonly silentMs?: number;
  /** Standard output is wanted as a whole and by itself; missing: only the end of both streams is. */
  readonly keepsOutput?: true;
}

export interface CommandResult {
  /** Null: it was killed by the timeout. */
  readonly exitCode: number | null;
  /** Both streams, the last 20 kB; of a command in a copy the first and the last 20 kB. */
  readonly output: string;
  readonly milliseconds: number;
  /** It was killed because it wrote nothing. */
  readonly wasSilent?: true;
  /** Where it was wanted: all of standard output; null: it was longer than 8 MB. */
  readonly standardOutput?: string | null;
  /** Where it was wanted: the folder in which the command ran, as the command sees it. */
  readonly folder?: string;
}
