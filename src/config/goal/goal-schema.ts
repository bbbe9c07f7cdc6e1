import * as v from 'valibot';
import { EFFECTS } from '../../core/goal.ts';
import { about } from '../fields/about.ts';
import { limitEntries } from '../fields/limit-fields.ts';
import { isDuration, isGlob, obeys, oneLine, someText } from '../fields/text-rules.ts';
import { isCron } from './cron-rules.ts';
import { isInterval, isTimezone } from './schedule-rules.ts';
import { isWakeEvent, WAKE_EVENTS } from './wake-events.ts';

const command = v.pipe(v.string(), obeys(oneLine(1000)), about('A shell line.', 'npm test'));
const commands = (description: string, example: string) =>
  v.optional(v.pipe(v.array(command), v.maxLength(20), about(description, [example])), []);

const glob = v.pipe(
  v.string(),
  obeys(isGlob),
  about('A glob of paths below the repository root; dot files count.', 'docs/**'),
);

const wakeEvent = v.pipe(
  v.string(),
  obeys(isWakeEvent),
  v.metadata({ description: 'An event of the repository.', examples: ['push'], enum: WAKE_EVENTS }),
);

const schedule = v.pipe(
  v.strictObject({
    every: v.optional(
      v.pipe(
        v.string(),
        obeys(isInterval),
        v.metadata({
          description:
            'An interval that divides a day or is whole days. The goal is due at whole multiples of it since midnight UTC.',
          examples: ['6h', '30m', '1d'],
          pattern: '^\\d+[mhd]$',
        }),
      ),
    ),
    cron: v.optional(
      v.pipe(
        v.string(),
        obeys(isCron),
        about('Minute, hour, day of month, month, day of week.', '0 3 * * 1'),
      ),
    ),
    timezone: v.optional(
      v.pipe(
        v.string(),
        obeys(isTimezone),
        about('Time zone of `cron`, by its IANA name; UTC if left out.', 'Europe/Berlin'),
      ),
    ),
    once: v.optional(
      v.pipe(v.literal(true), about('Due once, and again only after the file is edited.', true)),
    ),
    catch_up: v.optional(
      v.pipe(
        v.picklist(['once', 'each', 'skip']),
        about(
          'Due times that were missed: one run for all of them, one for each, or one for the newest alone.',
          'once',
        ),
      ),
      'once',
    ),
    catch_up_window: v.optional(
      v.pipe(
        v.string(),
        obeys(isDuration),
        v.metadata({
          description:
            'How far back missed due times are still run; the longer of 24h and one interval if left out.',
          examples: ['24h'],
          pattern: '^\\d+[mhd]$',
        }),
      ),
    ),
  }),
  v.metadata({
    description: 'When the goal is due: exactly one of `every`, `cron` and `once`.',
    examples: [{ every: '6h' }],
    oneOf: [{ required: ['every'] }, { required: ['cron'] }, { required: ['once'] }],
  }),
);

const label = v.pipe(v.string(), obeys(oneLine(50)), about('Name of a label.', 'docs'));
const element = v.pipe(v.string(), obeys(oneLine(200)), about('One line of text.', 'README.md'));

const forEach = v.pipe(
  v.strictObject({
    files: v.optional(glob),
    changed: v.optional(
      v.pipe(v.boolean(), about('With `files`: only files that changed since the last window.', true)),
    ),
    issues: v.optional(
      v.pipe(
        v.strictObject({
          labels: v.pipe(
            v.array(label),
            v.minLength(1),
            v.maxLength(20),
            about('Labels that an issue must have.', ['docs']),
          ),
        }),
        about('Open issues with all of these labels.', { labels: ['docs'] }),
      ),
    ),
    commits: v.optional(v.pipe(v.literal(true), about('Each commit since the last window.', true))),
    list: v.optional(
      v.pipe(
        v.array(element),
        v.minLength(1),
        v.maxLength(1000),
        about('The elements themselves.', ['README.md', 'docs/index.md']),
      ),
    ),
    drafts: v.optional(
      v.pipe(
        v.picklist(['together', 'per_item']),
        about('One draft for all tasks of a window, or one for each.', 'together'),
      ),
      'together',
    ),
  }),
  v.metadata({
    description:
      'A queue with one task for each element: exactly one of `files`, `issues`, `commits` and `list`.',
    examples: [{ files: 'docs/**/*.md' }],
    oneOf: ['files', 'issues', 'commits', 'list'].map((name) => ({ required: [name] })),
  }),
);

const permissions = v.pipe(
  v.strictObject({
    read: v.optional(v.pipe(v.array(glob), v.maxLength(100), about('Paths the model may read.', ['**'])), [
      '**',
    ]),
    write: v.optional(
      v.pipe(v.array(glob), v.maxLength(100), about('Paths the model may write.', ['docs/**'])),
      [],
    ),
    effects: v.optional(
      v.pipe(
        v.array(
          v.pipe(
            v.picklist(EFFECTS),
            about('Something that the goal may do on GitHub.', 'draft_pull_request'),
          ),
        ),
        about('What the goal may do on GitHub; with [] it only looks.', ['draft_pull_request']),
      ),
      ['draft_pull_request'],
    ),
  }),
  about('What the model may read and write, and what the goal may do on GitHub.', { write: ['docs/**'] }),
);

/** A file of the goals folder, as it is written. Rules over several fields are in `goal-rules.ts`. */
export const GoalFile = v.pipe(
  v.strictObject({
    title: v.pipe(
      v.string(),
      obeys(oneLine(120)),
      v.metadata({
        description: 'One line that names the goal.',
        examples: ['Keep the docs index complete'],
        ...{ minLength: 1, maxLength: 120 },
      }),
    ),
    objective: v.pipe(
      v.string(),
      obeys(someText(8000)),
      v.metadata({
        description: 'What the model is asked to do, in plain words.',
        examples: ['Make docs/index.md list every page under docs/.'],
        ...{ minLength: 1, maxLength: 8000 },
      }),
    ),
    schedule,
    on: v.optional(
      v.pipe(
        v.array(wakeEvent),
        about('Events of this repository that make the goal due as well.', ['push']),
      ),
      [],
    ),
    when: v.optional(
      v.pipe(
        v.strictObject({
          queue_at_least: v.pipe(
            v.number(),
            v.safeInteger(),
            v.minValue(1),
            about('Due as soon as the queue holds this many elements that are not finished.', 5),
          ),
        }),
        about('With `for_each`: a condition that makes the goal due as well.', { queue_at_least: 5 }),
      ),
    ),
    for_each: v.optional(forEach),
    permissions: v.optional(permissions, {}),
    limits: v.optional(
      v.pipe(
        v.strictObject(limitEntries('usual')),
        about('How much the goal may use; the settings file sets upper bounds.', {
          minutes: 4,
          model_calls: 20,
        }),
      ),
      {},
    ),
    when_draft_is_open: v.optional(
      v.pipe(
        v.picklist(['wait', 'update']),
        about(
          'While a draft of this goal is open: wait, or go on in it and bring the default branch into it.',
          'wait',
        ),
      ),
      'wait',
    ),
    setup: commands('Commands that run before the model, on the untouched files, without keys.', 'npm ci'),
    checks: commands('Commands that must pass before a draft is offered as done.', 'npm test'),
    done_when: commands('If these commands pass already, there is nothing to do.', 'npm run docs:check'),
    model: v.optional(
      v.pipe(
        v.string(),
        obeys(oneLine(40)),
        about('Name of one of the models in the settings file.', 'default'),
      ),
      'default',
    ),
    enabled: v.optional(v.pipe(v.boolean(), about('false: the goal is never due.', true)), true),
  }),
  v.metadata({
    title: 'Wakeful goal',
    description: 'A goal that Wakeful pursues: what, when, and within which limits.',
    examples: [],
  }),
);

export type GoalFileValue = v.InferOutput<typeof GoalFile>;
