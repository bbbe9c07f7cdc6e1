import type { ComponentChildren } from 'preact';

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly change: (isOn: boolean) => void;
}

export function Switch({ label, isOn, change }: SwitchProps) {
  return (
    <label class="switch">
      <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => change(currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

interface SliderProps {
  readonly label: string;
  /** The value as people read it. */
  readonly shown: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly change: (value: number) => void;
}

export function Slider({ label, shown, value, from, to, step, change }: SliderProps) {
  return (
    <label class="slider">
      <span>
        {label} <b>{shown}</b>
      </span>
      <input
        type="range"
        min={from}
        max={to}
        step={step}
        value={value}
        aria-valuetext={shown}
        onChange={({ currentTarget }) => change(Number(currentTarget.value))}
      />
    </label>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly change: (value: string) => void;
}

export function Choice({ label, value, options, change }: ChoiceProps) {
  return (
    <label class="choice">
      {label}{' '}
      <select value={value} onChange={({ currentTarget }) => change(currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}

export interface ShownFigure {
  readonly label: string;
  readonly value: string;
  /** Something that a person should look at. */
  readonly isBad?: boolean;
}

/** A few numbers with their names. */
export function Figures({ figures }: { readonly figures: readonly ShownFigure[] }) {
  return (
    <dl class="figures">
      {figures.map(({ label, value, isBad }) => (
        <div key={label} class={isBad === true ? 'bad' : ''}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface SideProps {
  readonly title: string;
  readonly note: string;
  readonly children: ComponentChildren;
}

/** One of the things that are compared. */
export function Side({ title, note, children }: SideProps) {
  return (
    <section class="side">
      <h3>{title}</h3>
      <p class="quiet">{note}</p>
      {children}
    </section>
  );
}
