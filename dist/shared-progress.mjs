import {
  count,
  cutToWidth,
  displayWidth,
  duration,
  init_display_width,
  init_sentences,
  plainLine
} from "./shared-get-east-asian-width.mjs";
import {
  __esm
} from "./shared-runtime.mjs";

// src/report/job/progress.ts
function liveLine(progress, width) {
  const tail = ` · ${count(progress.modelCalls, "call")} · ${count(progress.tokens, "token")} · ${left(progress)}`;
  const head = plainLine(`${place(progress)} · ${progress.doing}`);
  const room = width - displayWidth(tail);
  return room >= 10 ? cutToWidth(head, room) + tail : cutToWidth(head + tail, width);
}
function progressLine(progress) {
  return plainLine(
    `${place(progress)}: ${progress.doing} (${count(progress.modelCalls, "call")}, ${count(progress.tokens, "token")}, ${left(progress)})`
  );
}
function place({ goal, item, items, itemTitle }) {
  return items === 1 ? goal : `${goal} ${item}/${items} ${itemTitle}`;
}
function left({ secondsLeft }) {
  return secondsLeft <= 0 ? "no time left" : `${duration(secondsLeft * 1e3)} left`;
}
var init_progress = __esm({
  "src/report/job/progress.ts"() {
    "use strict";
    init_display_width();
    init_sentences();
  }
});

export {
  liveLine,
  progressLine,
  init_progress
};
