import { useEffect, useState } from 'preact/hooks';
import { CodePanel } from '../../pages/code-panel.tsx';
import { Side } from '../../pages/fields.tsx';
import { LogView } from '../../pages/log-view.tsx';
import { shownLines } from '../engine/log-lines.ts';
import { type DemonstrationProps, PlaybackBar, seedOf, usePlayer } from '../playback/playback.tsx';
import type { Player } from '../playback/player.ts';
import { settleInBrowser } from '../playback/settle.ts';
import { LETTERS_GOAL } from './letters-goal.ts';
import { NightShift } from './night-shift.ts';
import { Reconstruction } from './reconstruction.tsx';

const RATE = 30;
/** Thirty seconds of sleep are eight hours of the repository's time. */
const ASLEEP_SPEED = 32;
const NIGHT_MS = 8 * 3_600_000;
const LOG_LINES = 200;

type Visitor =
  | { readonly kind: 'awake' }
  | { readonly kind: 'asleep'; readonly until: number }
  /** Time stands still, so that the questions have one answer. */
  | { readonly kind: 'returned' };

export function WhileYouWereAway({ settings, set }: DemonstrationProps) {
  const seed = seedOf(settings);
  const player = usePlayer(() => NightShift.begin(seed, settleInBrowser()), RATE, String(seed));
  const [visitor, setVisitor] = useState<Visitor>({ kind: 'awake' });
  useEffect(() => setVisitor({ kind: 'awake' }), [player]);
  const clock = player.clock.value;
  const isOver = visitor.kind === 'asleep' && clock >= visitor.until;
  useEffect(() => {
    if (!isOver) return;
    player.speed.value = 1;
    player.isPlaying.value = false;
    setVisitor({ kind: 'returned' });
  }, [isOver, player]);
  const scene = player.version.value > 0 ? player.scene.value : null;
  if (visitor.kind === 'asleep')
    return (
      <Asleep left={visitor.until - clock} wakeUp={() => setVisitor({ kind: 'asleep', until: clock })} />
    );
  return (
    <>
      <PlaybackBar player={player} settings={settings} set={set} />
      <div class="buttons">
        <button
          type="button"
          class="main"
          disabled={scene === null}
          onClick={() => setVisitor(fallAsleep(player))}
        >
          Go to sleep
        </button>
        <span class="quiet">for thirty seconds, in which eight hours pass for the agent</span>
      </div>
      {visitor.kind === 'returned' && scene !== null ? <Reconstruction truth={scene.truth} /> : null}
      <Record scene={scene} />
    </>
  );
}

function fallAsleep(player: Player<NightShift>): Visitor {
  player.speed.value = ASLEEP_SPEED;
  player.isPlaying.value = true;
  return { kind: 'asleep', until: player.clock.value + NIGHT_MS };
}

function Asleep({ left, wakeUp }: { readonly left: number; readonly wakeUp: () => void }) {
  const hours = Math.max(0, Math.ceil(left / 3_600_000));
  return (
    <div class="asleep">
      <p role="status">{`You are asleep. The agent is not. About ${hours} hours are left.`}</p>
      <button type="button" onClick={wakeUp}>
        Wake up now
      </button>
    </div>
  );
}

/** Everything that the agent leaves for people. */
function Record({ scene }: { readonly scene: NightShift | null }) {
  const lines = shownLines(scene === null ? null : { lines: scene.engine.lines, mishaps: [] });
  const alerts = scene?.alerts ?? [];
  return (
    <div class="sides">
      <Side title="What it did" note="Every line that it has written.">
        <LogView title="Activity log" entries={lines} empty="Nothing yet." most={LOG_LINES} isTall />
        <CodePanel title="The goal that runs" file="goals/letters.yml" text={LETTERS_GOAL} />
      </Side>
      <Side title="How it is" note="What needs a person, and the page that it keeps about itself.">
        <CodePanel
          title={alerts.length === 0 ? 'No alert is open' : `Open alerts: ${alerts.length}`}
          file="issues of the repository"
          text={alerts.length === 0 ? 'Nothing needs you.' : alerts.join('\n\n')}
        />
        <CodePanel title="Status" file="README.md of the state branch" text={scene?.statusPage ?? ''} />
      </Side>
    </div>
  );
}
