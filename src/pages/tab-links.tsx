export interface TabLink {
  readonly id: string;
  readonly name: string;
}

interface TabLinksProps {
  readonly label: string;
  readonly tabs: readonly TabLink[];
  readonly current: string;
}

/** Links, so that each part of a page has an address and the browser's own "back" works. */
export function TabLinks({ label, tabs, current }: TabLinksProps) {
  return (
    <nav class="tab-links" aria-label={label}>
      <ul>
        {tabs.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
