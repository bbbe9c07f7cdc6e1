import { CodePanel } from '../../pages/code-panel.tsx';
import { Choice, Figures, Side, Slider, Switch } from '../../pages/fields.tsx';
import { LogView } from '../../pages/log-view.tsx';
import { shownLines } from '../engine/log-lines.ts';
import {
  type DemonstrationProps,
  type DemonstrationSettings,
  PlaybackBar,
  seedOf,
  usePlayer,
} from '../playback/playback.tsx';
import { settleInBrowser } from '../playback/settle.ts';
import loopText from './plain-loop.ts?raw';
import { type RefineLimits, refineGoal, USUAL_LIMITS } from './refine-goal.ts';
import { HABITS, type Habit } from './restless-model.ts';
import { type Spent, TwoRefiners } from './two-refiners.ts';

const RATE = 10;

const HABIT_NAMES: Readonly<Record<Habit, string>> = {
  more: 'writes one more paragraph',
  fiddle: 'changes one word, again and again',
  undo: 'takes its last change back',
  wander: 'writes other files as well',
};

function numberIn(text: string | undefined, [least, usual, most]: readonly [number, number, number]): number {
  const number = Number(text ?? usual);
  return number >= least && number <= most ? number : usual;
}

function limitsOf(settings: DemonstrationSettings): RefineLimits {
  return {
    minutes: numberIn(settings['minutes'], [0.5, USUAL_LIMITS.minutes, 30]),
    calls: numberIn(settings['calls'], [2, USUAL_LIMITS.calls, 100]),
    usd: numberIn(settings['usd'], [0.25, USUAL_LIMITS.usd, 20]),
    isNarrow: settings['scope'] !== 'all',
    repeats: settings['watch'] === 'off' ? null : numberIn(settings['repeats'], [2, 3, 20]),
  };
}

export function OneMoreRefinement({ settings, set }: DemonstrationProps) {
  const seed = seedOf(settings);
  const habit = HABITS.find((each) => each === settings['habit']) ?? 'more';
  const limits = limitsOf(settings);
  const begin = () => TwoRefiners.begin({ seed, settle: settleInBrowser(), habit, limits });
  const player = usePlayer(begin, RATE, JSON.stringify([seed, habit, limits]));
  const scene = player.version.value > 0 ? player.scene.value : null;
  return (
    <>
      <PlaybackBar player={player} settings={settings} set={set} />
      <div class="buttons">
        <Choice
          label="The model"
          value={habit}
          options={HABITS.map((each) => ({ value: each, name: HABIT_NAMES[each] }))}
          change={(value) => set('habit', value === 'more' ? null : value)}
        />
        <span class="quiet">Every change of a setting begins anew.</span>
      </div>
      <div class="sides">
        <Side title="A loop without limits" note="It ends when the model finds the text finished.">
          <Spending spent={scene?.loopSpent ?? null} />
          <CodePanel title="The code that runs" file="plain-loop.ts" text={loopText} />
          <CodePanel title="The text by now" file="essay.md" text={scene?.text ?? ''} />
        </Side>
        <Side title="The engine" note="The same model, within the limits of a goal.">
          <Spending spent={scene?.engineSpent ?? null} />
          <LimitFields limits={limits} set={set} />
          <CodePanel
            title="What it recorded when it stopped"
            file="from state/checkpoints/refine.json"
            text={scene?.record ?? 'It has not stopped yet.'}
          />
          <LogView title="Its activity log" entries={shownLines(scene?.engine)} empty="Nothing yet." />
          <CodePanel title="The goal that runs" file="goals/refine.yml" text={refineGoal(limits)} />
        </Side>
      </div>
    </>
  );
}

function Spending({ spent }: { readonly spent: Spent | null }) {
  const minutes = spent === null ? '–' : (spent.ms / 60_000).toFixed(1);
  return (
    <Figures
      figures={[
        { label: 'Model calls', value: String(spent?.calls ?? '–') },
        { label: 'Dollars', value: spent === null ? '–' : spent.usd.toFixed(2) },
        { label: 'Edits', value: String(spent?.edits ?? '–') },
        { label: 'Minutes', value: minutes },
        { label: 'Now', value: spent?.isRunning === false ? 'stopped' : 'running' },
      ]}
    />
  );
}

interface LimitFieldsProps {
  readonly limits: RefineLimits;
  readonly set: DemonstrationProps['set'];
}

function LimitFields({ limits, set }: LimitFieldsProps) {
  const { minutes, calls, usd, isNarrow, repeats } = limits;
  const sliders = [
    { name: 'minutes', label: 'Time', shown: `${minutes} min`, value: minutes, from: 0.5, to: 30, step: 0.5 },
    { name: 'calls', label: 'Model calls', shown: String(calls), value: calls, from: 2, to: 100, step: 1 },
    {
      name: 'usd',
      label: 'Cost of a day',
      shown: `$${usd.toFixed(2)}`,
      value: usd,
      from: 0.25,
      to: 20,
      step: 0.25,
    },
  ];
  return (
    <fieldset>
      <legend class="quiet">Its limits</legend>
      {sliders.map(({ name, ...slider }) => (
        <Slider key={name} {...slider} change={(value) => set(name, String(value))} />
      ))}
      <Switch
        label="It may write essay.md only"
        isOn={isNarrow}
        change={(isOn) => set('scope', isOn ? null : 'all')}
      />
      <Switch
        label="A watch ends the task when the model goes round in circles"
        isOn={repeats !== null}
        change={(isOn) => set('watch', isOn ? null : 'off')}
      />
      {repeats !== null && (
        <Slider
          label="Repetitions until it does"
          shown={String(repeats)}
          value={repeats}
          from={2}
          to={20}
          step={1}
          change={(value) => set('repeats', String(value))}
        />
      )}
      <p class="quiet">A model that changes one word, or takes its change back, runs into the watch.</p>
    </fieldset>
  );
}
