import { useEffect, useMemo } from 'preact/hooks';
import { wholeNumber } from '../../pages/address.ts';
import { momentText } from '../../pages/clock-text.ts';
import { PlayControls } from '../../pages/play-controls.tsx';
import { Player, type Scene } from './player.ts';

/** Settings of a demonstration, as they stand in the address. */
export type DemonstrationSettings = Readonly<Record<string, string>>;

export interface DemonstrationProps {
  readonly settings: DemonstrationSettings;
  /** Changes one of them; null takes it away. */
  readonly set: (name: string, value: string | null) => void;
}

export function seedOf(settings: DemonstrationSettings): number {
  return wholeNumber(settings['seed'], 1);
}

/** A player that runs as long as its demonstration is shown. `key`: it begins anew when this changes. */
export function usePlayer<S extends Scene>(begin: () => Promise<S>, rate: number, key: string): Player<S> {
  const player = useMemo(() => new Player({ begin, rate }), [key]);
  useEffect(() => {
    void player.restart();
    return player.attach();
  }, [player]);
  return player;
}

interface PlaybackBarProps<S extends Scene> extends DemonstrationProps {
  readonly player: Player<S>;
}

export function PlaybackBar<S extends Scene>({ player, settings, set }: PlaybackBarProps<S>) {
  return (
    <PlayControls
      clock={<Clock player={player} />}
      isPlaying={player.isPlaying.value}
      speed={player.speed.value}
      seed={seedOf(settings)}
      toggle={() => player.toggle()}
      step={() => void player.step()}
      restart={() => void player.restart()}
      setSpeed={(speed) => {
        player.speed.value = speed;
      }}
      setSeed={(seed) => set('seed', seed === 1 ? null : String(wholeNumber(String(seed), 1)))}
    />
  );
}

/** Follows the time by itself, so that nothing else has to. */
function Clock<S extends Scene>({ player }: { readonly player: Player<S> }) {
  const seconds = Math.floor(player.clock.value / 1000);
  return <span>{seconds === 0 ? 'Starting …' : momentText(seconds * 1000)}</span>;
}
