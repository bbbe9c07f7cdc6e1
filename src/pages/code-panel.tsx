interface CodePanelProps {
  /** What the text is, as one line. */
  readonly title: string;
  readonly file: string;
  readonly text: string;
}

/** Where there is room beside it; on a phone it would hide what happens. */
const isWide = matchMedia('(min-width: 58rem)').matches;

/** The very text of what runs. */
export function CodePanel({ title, file, text }: CodePanelProps) {
  const lines = text.trimEnd().split('\n').length;
  return (
    <details class="code-panel" open={isWide}>
      <summary>
        {title} <span class="quiet">{`${file}, ${lines} ${lines === 1 ? 'line' : 'lines'}`}</span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be within the keyboard's way */}
      <section class="code" tabIndex={0} aria-label={`Text of ${file}`}>
        <pre>
          <code>{text.trimEnd()}</code>
        </pre>
      </section>
    </details>
  );
}
