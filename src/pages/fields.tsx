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
