import type { Control } from '../../ports.ts';

/** Whether somebody may give the agent commands. `hidden`: GitHub does not tell, which counts as no. */
export type CommandPermission = 'given' | 'refused' | 'hidden';

export async function rightToCommand(
  control: Pick<Control, 'permissionOf'>,
  login: string,
  signal: AbortSignal,
): Promise<CommandPermission> {
  const permission = await control.permissionOf(login, signal);
  if (permission === 'admin' || permission === 'write') return 'given';
  return permission === 'unknown' ? 'hidden' : 'refused';
}
