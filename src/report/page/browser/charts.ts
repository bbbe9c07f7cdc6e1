const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Each chart says what the mark under the pointer or the focus stands for, and is one stop on the keyboard's way. */
export function startCharts(): void {
  for (const figure of document.querySelectorAll('figure.week')) {
    const said = figure.querySelector('.said');
    const usual = said?.textContent ?? '';
    const say = (text: string): void => {
      if (said !== null) said.textContent = text;
    };
    for (const kind of ['pointerover', 'focusin'])
      figure.addEventListener(kind, ({ target }) => {
        const mark = markAt(target);
        if (mark !== null) say(sentenceOf(mark));
      });
    figure.addEventListener('pointerleave', () => say(usual));
  }
  for (const track of document.querySelectorAll('svg.track')) roveIn([...track.querySelectorAll('.mark')]);
}

function markAt(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('.mark') : null;
}

function sentenceOf(mark: Element): string {
  return mark.querySelector('title')?.textContent ?? '';
}

/** Arrow keys go from mark to mark; the tab key goes past all of them. */
function roveIn(marks: readonly Element[]): void {
  const stop = (wanted: number): void => {
    for (const [n, mark] of marks.entries()) mark.setAttribute('tabindex', n === wanted ? '0' : '-1');
  };
  stop(marks.length - 1);
  for (const [n, mark] of marks.entries())
    mark.addEventListener('keydown', (event) => {
      const next = nextMark(marks, n, event instanceof KeyboardEvent ? event.key : '');
      if (!(next instanceof SVGElement)) return;
      event.preventDefault();
      stop(marks.indexOf(next));
      next.focus();
    });
}

function nextMark(marks: readonly Element[], at: number, key: string): Element | null {
  if (key === 'Home') return marks[0] ?? null;
  if (key === 'End') return marks.at(-1) ?? null;
  const step = STEPS[key];
  return step === undefined ? null : (marks[at + step] ?? null);
}
