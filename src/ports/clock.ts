export interface Clock {
  /** Wall clock, milliseconds since 1970 UTC. */
  now(): number;
  /** Milliseconds that never jump; only differences mean something. */
  monotonic(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Calls `action` every `ms` until the returned function is called; never keeps the process alive. */
  every(ms: number, action: () => void): () => void;
}

export interface Random {
  /** 128 random bits in hex. */
  nonce(): string;
  /** In [0, 1). */
  fraction(): number;
}
