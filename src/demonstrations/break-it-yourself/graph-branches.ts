import type { GraphBranch, GraphCommit } from '../../pages/branch-graph.tsx';
import type { SimulatedWorld } from '../../simulation/runs/simulated-world.ts';

const MOST_COMMITS = 14;
const MOST_BRANCHES = 7;

/** The newest commits of each branch, along the first parents. */
export function graphBranches({ remote }: SimulatedWorld): readonly GraphBranch[] {
  const named = [...remote.branches].map(([name, tip]): GraphBranch => {
    const commits: GraphCommit[] = [];
    let at = remote.commits.get(tip);
    while (at !== undefined && commits.length < MOST_COMMITS) {
      commits.unshift({ id: at.id, at: at.time, text: at.message.split('\n')[0] ?? '' });
      at = remote.commits.get(at.parents[0] ?? '');
    }
    return { name, commits };
  });
  return named.slice(0, MOST_BRANCHES);
}
