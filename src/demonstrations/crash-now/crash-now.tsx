import { CodePanel } from '../../pages/code-panel.tsx';
import { Figures, Side, Switch } from '../../pages/fields.tsx';
import { LogView } from '../../pages/log-view.tsx';
import { shownLines } from '../engine/log-lines.ts';
import { type DemonstrationProps, PlaybackBar, seedOf, usePlayer } from '../playback/playback.tsx';
import { settleInBrowser } from '../playback/settle.ts';
import naiveText from './naive-worker.ts?raw';
import { SHIP_GOAL } from './ship-goal.ts';
import { type OrderFate, type ShownOrder, TwoWorkers } from './two-workers.ts';

const RATE = 24;

export function CrashNow({ settings, set }: DemonstrationProps) {
  const seed = seedOf(settings);
  const hasPoison = settings['poison'] === 'on';
  const begin = () => TwoWorkers.begin(seed, settleInBrowser(), hasPoison);
  const player = usePlayer(begin, RATE, `${seed} ${hasPoison}`);
  const act = (body: (scene: TwoWorkers) => unknown) => () => void player.act(body);
  const scene = player.version.value > 0 ? player.scene.value : null;
  return (
    <>
      <PlaybackBar player={player} settings={settings} set={set} />
      <div class="buttons">
        <button type="button" class="main" onClick={act((each) => each.crash())}>
          Crash now
        </button>
        <button type="button" onClick={act((each) => each.startAnother())}>
          Start a second one now
        </button>
        <button type="button" onClick={act((each) => each.runForPerson())}>
          I want it now
        </button>
        <button type="button" onClick={act((each) => each.missTicks())}>
          Miss the next three starts
        </button>
        <Switch
          label="Order 05 is poisoned (begins anew)"
          isOn={hasPoison}
          change={(isOn) => set('poison', isOn ? 'on' : null)}
        />
      </div>
      <p class="quiet" role="status">
        {scene === null || scene.missing === 0 ? ' ' : `Starts that will be missed: ${scene.missing}.`}
      </p>
      <div class="sides">
        <Side
          title="A worker without lock and progress"
          note="It starts by the clock, every five minutes of its time."
        >
          <Orders orders={scene?.naiveOrders ?? []} working={scene?.working.naive ?? 0} />
          <LogView title="Its log" entries={scene?.naiveLines ?? []} empty="Nothing yet." />
          <CodePanel title="The code that runs" file="naive-worker.ts" text={naiveText} />
        </Side>
        <Side title="The engine" note="The same starts, the same orders, the same mishaps.">
          <Orders orders={scene?.engineOrders ?? []} working={scene?.working.engine ?? 0} />
          <LogView title="Its activity log" entries={shownLines(scene?.engine)} empty="Nothing yet." />
          <CodePanel title="The goal that runs" file="goals/ship.yml" text={SHIP_GOAL} />
        </Side>
      </div>
    </>
  );
}

const FATES: Readonly<Record<OrderFate, string>> = {
  waiting: 'waits',
  done: 'done',
  twice: 'twice',
  stuck: 'stuck',
  lost: 'lost',
};

function Orders({ orders, working }: { readonly orders: readonly ShownOrder[]; readonly working: number }) {
  const count = (...fates: readonly OrderFate[]): string =>
    String(orders.filter(({ fate }) => fates.includes(fate)).length);
  const doubled = orders.reduce((sum, { times }) => sum + Math.max(0, times - 1), 0);
  return (
    <>
      <Figures
        figures={[
          { label: 'Shipped', value: count('done', 'twice') },
          { label: 'Shipped again', value: String(doubled), isBad: doubled > 0 },
          { label: 'Lost', value: count('lost'), isBad: count('lost') !== '0' },
          { label: 'Not shipped yet', value: count('waiting', 'stuck') },
          { label: 'Working now', value: String(working), isBad: working > 1 },
        ]}
      />
      <ol class="orders" aria-label="Orders">
        {orders.map(({ order, fate, times }) => (
          <li key={order} class={fate}>
            {order} <span>{fate === 'twice' ? `${times}×` : FATES[fate]}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
