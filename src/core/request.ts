/** A person's or an event's wish, stored until it has been served. */
export interface WorkRequest {
  readonly version: number;
  readonly id: string;
  readonly kind: 'run' | 'pause' | 'resume';
  readonly goal: string;
  readonly origin: 'person' | 'event';
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}
