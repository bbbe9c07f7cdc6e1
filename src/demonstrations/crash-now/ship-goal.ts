/** The text of `goals/ship.yml`. */
export const SHIP_GOAL = `title: Ship the orders
objective: Write the label of each order into labels/, once.
schedule: {every: 5m}
for_each: {files: "orders/*.txt"}
permissions: {write: ["labels/**"], other_files: true}
second_reader: false
limits: {attempts: 2, items_per_wake: 30}
when_draft_is_open: update
`;
