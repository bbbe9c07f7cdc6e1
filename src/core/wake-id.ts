/** A wake on GitHub: `<run id>-<attempt>`, in a matrix `<run id>-<attempt>-<job>`. A re-run is another wake. */
export interface WakeId {
  readonly run: number;
  /** From 1. */
  readonly attempt: number;
  /** Null: the wake is the run's only one. */
  readonly job: string | null;
}

/** Null: it is no wake on GitHub. */
export function readWakeId(text: string): WakeId | null {
  const parts = /^(\d{1,15})-(\d{1,6})(?:-(.+))?$/.exec(text);
  if (parts === null) return null;
  return { run: Number(parts[1]), attempt: Number(parts[2]), job: parts[3] ?? null };
}
