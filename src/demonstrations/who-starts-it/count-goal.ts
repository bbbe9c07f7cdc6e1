/** The text of `goals/count.yml`. */
export const COUNT_GOAL = `title: Count the runs
objective: Add one line to count.md for this run. Change nothing else.
schedule: {every: 5m}
always: true
permissions: {write: ["count.md"]}
second_reader: false
when_draft_is_open: update
`;
