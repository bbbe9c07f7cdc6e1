import type { CommandResult, Sandbox, SandboxCommand } from '../../ports.ts';

/** A sandbox that runs nothing: `decide` says how a command ends, and how long it takes. */
export class MemorySandbox implements Sandbox {
  readonly #decide: (command: SandboxCommand) => CommandResult;

  constructor(decide: (command: SandboxCommand) => CommandResult) {
    this.#decide = decide;
  }

  async reasonUnavailable(): Promise<null> {
    return null;
  }

  async run(command: SandboxCommand): Promise<CommandResult> {
    return this.#decide(command);
  }
}
