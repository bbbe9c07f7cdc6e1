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

const [WIDTH, ROW, EDGE] = [600, 34, 12] as const;

/** Commits from left to right, one line for each branch, all on the same scale of time; below it the same as a table. */
export function BranchGraph({ branches }: { readonly branches: readonly GraphBranch[] }) {
  const times = branches.flatMap(({ commits }) => commits.map(({ at }) => at));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const x = (at: number): number => EDGE + ((WIDTH - 2 * EDGE) * (at - from)) / Math.max(1, to - from);
  const newest = branches.flatMap(({ name, commits }) => commits.map((commit) => ({ name, ...commit })));
  const rows = newest.toSorted((one, other) => other.at - one.at).slice(0, 12);
  return (
    <figure class="branch-graph">
      <svg
        viewBox={`0 0 ${WIDTH} ${Math.max(1, branches.length) * ROW}`}
        role="img"
        aria-label="Branches and their commits"
      >
        {branches.map(({ name, commits }, row) => (
          <g key={name} transform={`translate(0 ${row * ROW})`}>
            <text x={0} y={11}>
              {name}
            </text>
            <line x1={x(commits[0]?.at ?? from)} x2={x(commits.at(-1)?.at ?? from)} y1={22} y2={22} />
            {commits.map(({ id, at }) => (
              <circle key={id} cx={x(at)} cy={22} r={4} class="arrives" />
            ))}
          </g>
        ))}
      </svg>
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
