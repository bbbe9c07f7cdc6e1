/** One of the places where the agent can be stopped, and what a command made of it. */
export interface SwitchPart {
  readonly part: 'file' | 'variable' | 'workflow';
  /** `unseen`: it could not be looked at, and nothing says that it stops the agent. `left`: it does, or a person has to act. */
  readonly outcome: 'changed' | 'unchanged' | 'unseen' | 'left';
  /** Plain sentences. */
  readonly detail: string;
  /** What a person can do where the command could not. */
  readonly byHand: ManualStep | null;
}

export interface ManualStep {
  /** Begins with a verb in lower case. */
  readonly what: string;
  /** The page where it is done; null: not known. */
  readonly address: string | null;
}

/** Of all parts together. */
export function isDone(parts: readonly SwitchPart[]): boolean {
  return (
    parts.every(({ outcome }) => outcome !== 'left') && parts.some(({ outcome }) => outcome === 'changed')
  );
}

/** All details in one paragraph. */
export function partsInWords(parts: readonly SwitchPart[]): string {
  return parts.map(({ detail }) => (/[.!?…:]$/.test(detail) ? detail : `${detail}.`)).join(' ');
}
