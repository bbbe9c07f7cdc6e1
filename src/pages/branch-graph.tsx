export interface GraphCommit {
  readonly id: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly text: string;
}

export interface GraphBranch {
  readonly name: string;
  /** Oldest first. */
  readonly commits: readonly GraphCommit[];
}

/** Of the width, in percent, that is kept free at both ends. */
const EDGE = 2;

/** Commits from left to right, one line for each branch, all on the same scale of time; below it the same as a table. */
export function BranchGraph({ branches }: { readonly branches: readonly GraphBranch[] }) {
  const times = branches.flatMap(({ commits }) => commits.map(({ at }) => at));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const x = (at: number): string => {
    const share = (at - from) / Math.max(1, to - from);
    return `${EDGE + (100 - 2 * EDGE) * share}%`;
  };
  const newest = branches.flatMap(({ name, commits }) => commits.map((commit) => ({ name, ...commit })));
  const rows = newest.toSorted((one, other) => other.at - one.at).slice(0, 12);
  return (
    <figure class="branch-graph">
      {branches.map(({ name, commits }) => (
        <div key={name}>
          <span class="branch-name">{name}</span>
          <svg role="img" aria-label={`Commits of ${name}: ${commits.length}`}>
            <line x1={x(commits[0]?.at ?? from)} x2={x(commits.at(-1)?.at ?? from)} y1={8} y2={8} />
            {commits.map(({ id, at }) => (
              <circle key={id} cx={x(at)} cy={8} r={4} class="arrives" />
            ))}
          </svg>
        </div>
      ))}
      <details>
        <summary>The newest commits as a list</summary>
        <ul>
          {rows.map(({ name, id, text }) => (
            <li key={`${name} ${id}`}>
              <b>{name}</b> {id.slice(0, 7)} {text}
            </li>
          ))}
        </ul>
      </details>
    </figure>
  );
}
