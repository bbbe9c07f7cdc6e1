import {
  init_progress,
  progressLine
} from "./shared-progress.mjs";
import {
  init_display_width,
  init_masked_record,
  maskedRecord,
  plainLine
} from "./shared-get-east-asian-width.mjs";
import {
  init_masked,
  reshaped
} from "./shared-masked.mjs";
import {
  __esm
} from "./shared-runtime.mjs";

// src/report/job/job-log.ts
function jobLogLine(entry) {
  const level = entry.level === "warn" || entry.level === "error" ? `${entry.level}: ` : "";
  const goal = entry.goal === void 0 ? "" : `${entry.goal}: `;
  return harmlessLine(`${entry.ts.slice(11, 19)} ${level}${goal}${entry.message}`);
}
function jobProgressLine(progress) {
  return harmlessLine(`- ${progressLine(progress)}`);
}
function harmlessLine(text) {
  return plainLine(text).replace(/^(?=::)/, "· ").replace(/##(?=\[)/g, "##​");
}
var init_job_log = __esm({
  "src/report/job/job-log.ts"() {
    "use strict";
    init_display_width();
    init_progress();
  }
});

// src/commands/action/say.ts
function say({ job, mask }, text) {
  job.print(reshaped(mask.mask(text), harmlessLine));
}
function report({ job, mask }, { outputs, summary, notes }) {
  return job.report({ ...maskedRecord({ outputs, notes }, mask), summary: mask.mask(summary) });
}
var init_say = __esm({
  "src/commands/action/say.ts"() {
    "use strict";
    init_masked_record();
    init_masked();
    init_job_log();
  }
});

export {
  jobLogLine,
  jobProgressLine,
  harmlessLine,
  init_job_log,
  say,
  report,
  init_say
};
