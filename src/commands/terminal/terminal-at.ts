import { maskFor } from '../../core/access/settings-mask.ts';
import type { Settings } from '../../core/settings.ts';
import type { Terminal } from './command.ts';

/** The terminal, with the secrets that the settings of a repository know. */
export async function terminalAt(terminal: Terminal, settings: Settings): Promise<Terminal> {
  return { ...terminal, mask: await maskFor(settings, terminal.secrets) };
}
