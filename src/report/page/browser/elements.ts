/** An element that the page is known to have. */
export function element<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}.`);
  return found;
}

/** A new element with a text, which never becomes markup. */
export function made(name: string, text: string, kind = ''): HTMLElement {
  const node = document.createElement(name);
  node.textContent = text;
  if (kind !== '') node.className = kind;
  return node;
}

/** When what the page shows was gathered, ISO time. */
export function pageTime(): string {
  return element('#verdict', HTMLElement).dataset['at'] ?? '';
}
