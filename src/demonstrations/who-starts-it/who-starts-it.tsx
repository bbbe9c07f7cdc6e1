import { CodePanel } from '../../pages/code-panel.tsx';
import { Figures, Side, Switch } from '../../pages/fields.tsx';
import { LogView } from '../../pages/log-view.tsx';
import { shownLines } from '../engine/log-lines.ts';
import {
  type DemonstrationProps,
  type DemonstrationSettings,
  PlaybackBar,
  seedOf,
  usePlayer,
} from '../playback/playback.tsx';
import type { Player } from '../playback/player.ts';
import { settleInBrowser } from '../playback/settle.ts';
import { COUNT_GOAL } from './count-goal.ts';
import { COUNT_FILE } from './counting-model.ts';
import handlerText from './request-handler.ts?raw';
import { type CounterSettings, TwoCounters } from './two-counters.ts';

/** Half a minute of the repository's time in each second, so that five minutes take ten seconds. */
const RATE = 30;

function settingsOf(settings: DemonstrationSettings): CounterSettings {
  return {
    isHandlerDeciding: settings['handler'] === 'model',
    isEngineDeciding: settings['engine'] === 'model',
    isScheduled: settings['schedule'] !== 'off',
    isOpenToPeople: settings['people'] === 'on',
  };
}

export function WhoStartsIt({ settings, set }: DemonstrationProps) {
  const seed = seedOf(settings);
  const begin = () => TwoCounters.begin(seed, settleInBrowser(), settingsOf(settings));
  const player = usePlayer(begin, RATE, String(seed));
  const change = (name: string, value: string | null): void => {
    set(name, value);
    const next = Object.entries({ ...settings, [name]: value }).filter(([, each]) => each !== null);
    void player.act((scene) => scene.change(settingsOf(Object.fromEntries(next) as DemonstrationSettings)));
  };
  const parts = { player, settings: settingsOf(settings), change };
  return (
    <>
      <PlaybackBar player={player} settings={settings} set={set} />
      <div class="sides">
        <HandlerSide {...parts} />
        <EngineSide {...parts} />
      </div>
    </>
  );
}

interface SideParts {
  readonly player: Player<TwoCounters>;
  readonly settings: CounterSettings;
  readonly change: (name: string, value: string | null) => void;
}

const MEANINGS = {
  none: 'Nothing can start it.',
  reactive: 'Reactive: only a person starts it.',
  autonomous: 'Autonomous: it starts by itself.',
  hybrid: 'Hybrid: it starts by itself, and a person can start it.',
} as const;

function Verdict({
  autonomy,
  isDeciding,
}: {
  readonly autonomy: keyof typeof MEANINGS;
  readonly isDeciding: boolean;
}) {
  return (
    <div class="verdict" role="status">
      <p>
        <b>{MEANINGS[autonomy]}</b>
      </p>
      <p class="quiet">
        {isDeciding
          ? 'A model decides what is written. That does not change who starts it.'
          : 'No model decides anything.'}
      </p>
    </div>
  );
}

function HandlerSide({ player, settings, change }: SideParts) {
  const scene = player.version.value > 0 ? player.scene.value : null;
  const requests = scene?.requests ?? [];
  return (
    <Side title="A handler" note="It runs when somebody calls it.">
      <Verdict autonomy={scene?.handlerAutonomy ?? 'reactive'} isDeciding={settings.isHandlerDeciding} />
      <div class="buttons">
        <button type="button" class="main" onClick={() => void player.act((each) => each.sendRequest())}>
          Send request
        </button>
      </div>
      <Switch
        label="A model decides what it writes"
        isOn={settings.isHandlerDeciding}
        change={(isOn) => change('handler', isOn ? 'model' : null)}
      />
      <Figures figures={[{ label: 'Counted', value: String(requests.length) }]} />
      <LogView title="What it did" entries={requests} empty="Nothing yet. It waits for your request." />
      <CodePanel title="The code that runs" file="request-handler.ts" text={handlerText} />
    </Side>
  );
}

function EngineSide({ player, settings, change }: SideParts) {
  const scene = player.version.value > 0 ? player.scene.value : null;
  const counts = scene?.countFile ?? '';
  return (
    <Side title="A scheduled goal" note="The engine starts by the clock, also if nobody touches this page.">
      <Verdict autonomy={scene?.engineAutonomy ?? 'autonomous'} isDeciding={settings.isEngineDeciding} />
      <div class="buttons">
        <button
          type="button"
          disabled={!settings.isOpenToPeople}
          onClick={() => void player.act((each) => each.runNow())}
        >
          Run it now
        </button>
      </div>
      <Switch
        label="A model decides what it writes"
        isOn={settings.isEngineDeciding}
        change={(isOn) => change('engine', isOn ? 'model' : null)}
      />
      <Switch
        label="The schedule starts it"
        isOn={settings.isScheduled}
        change={(isOn) => change('schedule', isOn ? null : 'off')}
      />
      <Switch
        label="People may start it"
        isOn={settings.isOpenToPeople}
        change={(isOn) => change('people', isOn ? 'on' : null)}
      />
      <Figures figures={[{ label: 'Counted', value: String(counts.match(/Run \d+/g)?.length ?? 0) }]} />
      <LogView
        title="Its runs"
        entries={scene?.runs ?? []}
        empty="The first run starts within ten seconds."
      />
      <CodePanel title="The goal that runs" file="goals/count.yml" text={COUNT_GOAL} />
      <CodePanel title="What it has written" file={`${COUNT_FILE} on its draft`} text={counts} />
      <LogView title="Its activity log" entries={shownLines(scene?.engine)} empty="Nothing yet." />
    </Side>
  );
}
