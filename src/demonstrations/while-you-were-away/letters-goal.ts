/** The text of `goals/letters.yml`. */
export const LETTERS_GOAL = `title: Answer the letters
objective: Write an answer to each letter into answers/.
schedule: {every: 30m}
for_each: {files: "letters/*.txt"}
permissions: {write: ["answers/**"], other_files: true}
second_reader: false
limits: {attempts: 2, items_per_wake: 4}
when_draft_is_open: update
`;
