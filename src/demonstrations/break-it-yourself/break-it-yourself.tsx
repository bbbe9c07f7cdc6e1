import { BranchGraph } from '../../pages/branch-graph.tsx';
import { Side, Switch } from '../../pages/fields.tsx';
import { LogView } from '../../pages/log-view.tsx';
import type { PersonAct } from '../../simulation/play/profile.ts';
import { type DemonstrationProps, PlaybackBar, seedOf, usePlayer } from '../playback/playback.tsx';
import type { Player } from '../playback/player.ts';
import { settleInBrowser } from '../playback/settle.ts';
import { FaultFinder } from './fault-finder.tsx';
import { graphBranches } from './graph-branches.ts';
import { INVARIANT_MEANINGS } from './invariant-meanings.ts';
import { RUNNER_NAMES, TwoRunners } from './two-runners.ts';

const RATE = 12;

const ACTS: readonly (readonly [act: PersonAct, name: string])[] = [
  ['stop_by_file', 'Press stop'],
  ['resume', 'Resume'],
  ['merge', 'Merge a draft'],
  ['push', 'Push to its branch'],
];

export function BreakItYourself({ settings, set }: DemonstrationProps) {
  const seed = seedOf(settings);
  const hasFault = settings['fault'] === 'on';
  const begin = () => TwoRunners.begin(seed, settleInBrowser(), hasFault);
  const player = usePlayer(begin, RATE, `${seed} ${hasFault}`);
  const scene = player.version.value > 0 ? player.scene.value : null;
  return (
    <>
      <PlaybackBar player={player} settings={settings} set={set} />
      <Tools player={player} scene={scene} />
      <Switch
        label="Planted fault: the remote takes every push, also an outdated one (begins anew)"
        isOn={hasFault}
        change={(isOn) => set('fault', isOn ? 'on' : null)}
      />
      <div class="sides">
        <Side title="What must always hold" note="The checks of the simulator, at every push.">
          <Invariants scene={scene} />
          <FaultFinder first={seed} />
        </Side>
        <Side title="What happens" note="Branches, locks, and the story so far.">
          <BranchGraph branches={scene === null ? [] : graphBranches(scene.world)} />
          <p>
            <b>Locks: </b>
            {scene?.locks
              .map(({ goal, run, number }) => `${goal} is held by ${run} (lock ${number})`)
              .join('; ') || 'no goal is held'}
          </p>
          <LogView title="The story" entries={scene?.story ?? []} empty="Nothing yet." />
        </Side>
      </div>
    </>
  );
}

interface SceneParts {
  readonly player: Player<TwoRunners>;
  readonly scene: TwoRunners | null;
}

function Tools({ player, scene }: SceneParts) {
  const act = (body: (each: TwoRunners) => unknown) => () => void player.act(body);
  return (
    <>
      {RUNNER_NAMES.map((name) => (
        <fieldset key={name} class="buttons">
          <legend>{`Runner ${name}: ${scene?.stateOf(name) ?? 'idle'}`}</legend>
          <button type="button" onClick={act((each) => each.start(name))}>{`Start ${name}`}</button>
          <button type="button" onClick={act((each) => each.kill(name))}>{`Kill ${name}`}</button>
          <button type="button" onClick={act((each) => each.freeze(name))}>{`Freeze ${name}`}</button>
          <button type="button" onClick={act((each) => each.thaw(name))}>{`Thaw ${name}`}</button>
        </fieldset>
      ))}
      <div class="buttons">
        <button type="button" onClick={act((each) => each.disturbPush('unanswered'))}>
          Lose the next answer
        </button>
        <button type="button" onClick={act((each) => each.disturbPush('refused'))}>
          Refuse the next push
        </button>
        {ACTS.map(([kind, name]) => (
          <button key={kind} type="button" onClick={act((each) => each.act(kind))}>
            {name}
          </button>
        ))}
      </div>
    </>
  );
}

function Invariants({ scene }: { readonly scene: TwoRunners | null }) {
  const all = scene?.invariants ?? [];
  const broken = all.filter(({ breach }) => breach !== null);
  const isBad = broken.length > 0;
  return (
    <>
      <div class={isBad ? 'verdict bad' : 'verdict'} role="status">
        <p>
          <b>{isBad ? `Broken: ${broken.map(({ name }) => name).join(', ')}.` : 'Everything holds.'}</b>
        </p>
        <p class="quiet">{broken[0]?.breach ?? 'Nothing that was checked so far is broken.'}</p>
      </div>
      <ul class="orders" aria-label="Invariants">
        {all.map(({ name, checked, breach }) => (
          <li key={name} class={breach === null ? (checked > 0 ? 'done' : '') : 'twice'}>
            {name} <span>{breach === null ? (checked > 0 ? `${checked}×` : '–') : 'broken'}</span>
          </li>
        ))}
      </ul>
      <p class="quiet">A dash means that nothing has happened yet that could break it.</p>
      <details>
        <summary>What they say</summary>
        <dl class="meanings">
          {all.map(({ name }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{INVARIANT_MEANINGS[name]}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
