import type { ComponentChildren } from 'preact';

interface PlayControlsProps {
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly seed: number;
  /** The time in the world that is played. */
  readonly clock: ComponentChildren;
  readonly toggle: () => void;
  readonly step: () => void;
  readonly restart: () => void;
  readonly setSpeed: (speed: number) => void;
  readonly setSeed: (seed: number) => void;
}

const SPEEDS = [0.25, 0.5, 1, 2, 4, 8];

/** Pause, step, speed, and the same run again. */
export function PlayControls(props: PlayControlsProps) {
  const { isPlaying, speed, seed, clock, toggle, step, restart, setSpeed, setSeed } = props;
  return (
    <div class="play-controls" role="toolbar" aria-label="Playback">
      <span class="clock">{clock}</span>
      <button type="button" onClick={toggle}>
        {isPlaying ? 'Pause' : 'Play'}
      </button>
      <button type="button" onClick={step} disabled={isPlaying}>
        Step
      </button>
      <button type="button" onClick={restart}>
        Restart
      </button>
      <label>
        Speed{' '}
        <select value={speed} onChange={({ currentTarget }) => setSpeed(Number(currentTarget.value))}>
          {SPEEDS.map((each) => (
            <option key={each} value={each}>{`${each}×`}</option>
          ))}
        </select>
      </label>
      <label>
        Seed{' '}
        <input
          type="number"
          min={1}
          max={1_000_000}
          value={seed}
          onChange={({ currentTarget }) => setSeed(Number(currentTarget.value))}
        />
      </label>
    </div>
  );
}
