import { signal } from '@preact/signals';
import type { VirtualTime } from '../../simulation/time/virtual-time.ts';

/** A demonstration that is being played. */
export interface Scene {
  readonly time: VirtualTime;
  /** Rises whenever something has changed that is to be seen. */
  readonly changes: number;
}

interface PlayerOptions<S extends Scene> {
  readonly begin: () => Promise<S>;
  /** Milliseconds of virtual time in one of real time, at speed 1. */
  readonly rate: number;
}

/** So long a gap between two frames counts as a pause, ms. */
const LONGEST_FRAME = 100;
/** At most so many events in one step. */
const STEP_EVENTS = 400;

/** Plays a scene in the time of the page: it can be paused, stepped, sped up, and begun again. */
export class Player<S extends Scene> {
  readonly scene = signal<S | null>(null);
  /** Changes when there is something new to be seen. */
  readonly version = signal(0);
  readonly clock = signal(0);
  readonly isPlaying = signal(true);
  readonly speed = signal(1);
  readonly #options: PlayerOptions<S>;
  #begun = 0;
  #isBusy = false;
  #frame = 0;
  #lastFrame: number | null = null;

  constructor(options: PlayerOptions<S>) {
    this.#options = options;
  }

  /** Begins anew, as it began the first time. */
  async restart(): Promise<void> {
    this.#begun += 1;
    const number = this.#begun;
    const scene = await this.#options.begin();
    if (number !== this.#begun) return;
    this.scene.value = scene;
    this.#show();
  }

  /** From here on it follows the frames of the page. */
  attach(): () => void {
    const frame = (now: number): void => {
      this.#follow(now);
      this.#frame = requestAnimationFrame(frame);
    };
    this.#frame = requestAnimationFrame(frame);
    return () => cancelAnimationFrame(this.#frame);
  }

  toggle(): void {
    this.isPlaying.value = !this.isPlaying.value;
  }

  /** Plays on to the next thing that can be seen. */
  async step(): Promise<void> {
    const scene = this.scene.value;
    if (scene === null || this.#isBusy) return;
    this.#isBusy = true;
    const { changes } = scene;
    for (let n = 0; n < STEP_EVENTS && scene.changes === changes; n += 1) await scene.time.playNext();
    this.#isBusy = false;
    this.#show();
  }

  /** What a visitor does to the scene. */
  async act(body: (scene: S) => unknown): Promise<void> {
    const scene = this.scene.value;
    if (scene === null) return;
    await body(scene);
    this.#show();
  }

  #follow(now: number): void {
    const passed = Math.min(LONGEST_FRAME, now - (this.#lastFrame ?? now));
    this.#lastFrame = now;
    const scene = this.scene.value;
    if (scene === null || this.#isBusy || !this.isPlaying.value) return;
    void this.#playOn(scene, scene.time.now() + passed * this.#options.rate * this.speed.value);
  }

  async #playOn(scene: S, time: number): Promise<void> {
    this.#isBusy = true;
    await scene.time.playUntil(time);
    this.#isBusy = false;
    if (scene === this.scene.value) this.#show();
  }

  #show(): void {
    const scene = this.scene.value;
    if (scene === null) return;
    this.clock.value = scene.time.now();
    if (this.#shown === scene && this.#changes === scene.changes) return;
    this.#shown = scene;
    this.#changes = scene.changes;
    this.version.value += 1;
  }

  #shown: S | null = null;
  #changes = -1;
}
