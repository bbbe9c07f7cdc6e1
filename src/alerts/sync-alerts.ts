import { AGENT, hasRoom, withSwept } from '../core/alert-state.ts';
import { Halt } from '../core/ending.ts';
import { asHalt } from '../core/halt.ts';
import { readMarker } from '../core/marker.ts';
import type { AlertRecord, Alerts } from '../core/state.ts';
import { isoTime } from '../core/time.ts';
import type { AlertContext } from '../ledger/agent-context.ts';
import type { AlertIssue, IssueText } from '../ports.ts';
import { alertMarker, withoutFigures } from '../report/on-github/alert.ts';
import { closingWords } from '../report/on-github/alert-causes.ts';
import {
  aboutOf,
  alertName,
  alertToShow,
  causeIn,
  fingerprint,
  heirOf,
  shownAs,
  textOf,
  type WantedAlert,
} from './wanted-alert.ts';

export type AlertsChange = (alerts: Alerts) => Alerts;

/** Which alerts are looked after: those of one goal, or the global ones. */
export interface AlertScope {
  readonly wanted: readonly WantedAlert[];
  /** Whether a recorded alert belongs to this scope. */
  readonly owns: (alert: AlertRecord) => boolean;
  /** Asked before each request: throws when it may not be sent. */
  readonly allowed: () => Promise<void>;
  /** Set where a dead wake may have opened issues that no record knows. */
  readonly sweeps?: AlertSweep;
}

/** The look for what a dead wake has left. */
interface AlertSweep {
  /** Whether it may have opened an issue with this name. */
  readonly mayBeLeft: (name: string) => boolean;
  /** The lease of which nothing is left then; null: others have to look as well. */
  readonly settles: string | null;
}

/**
 * Level-triggered: opens what is wanted and not there, updates what says something else, closes what is gone.
 * Issues are found by label and marker, so that a repeated run opens none twice. Never throws: returns the receipts,
 * and for what could not be carried out a record that the next wake goes on from.
 */
export async function bringInLine(
  context: AlertContext,
  alerts: Alerts,
  scope: AlertScope,
): Promise<AlertsChange> {
  const writer = new AlertWriter(context, scope, alerts);
  const wanted = new Map(scope.wanted.map((alert) => [fingerprint(alert), alert]));
  const gone = Object.entries(alerts.alerts).filter(
    ([name, record]) => scope.owns(record) && !wanted.has(name),
  );
  const changes: AlertsChange[] = [];
  // What is gone comes first: it makes room.
  for (const [name, record] of gone) changes.push(await writer.close(name, record));
  const isKnown = (name: string) => wanted.has(name) || alerts.alerts[name] !== undefined;
  if (scope.sweeps !== undefined) changes.push(await writer.sweep(scope.sweeps, isKnown));
  for (const [name, alert] of wanted) {
    const now = apply(changes, alerts);
    changes.push(await writer.show(name, alert, now));
  }
  return (before) => apply(changes, before);
}

function apply(changes: readonly AlertsChange[], before: Alerts): Alerts {
  return changes.reduce((after, change) => change(after), before);
}

/** Sends the requests of one scope; after the first one that fails it only writes down what is left to do. */
class AlertWriter {
  readonly #context: AlertContext;
  readonly #scope: AlertScope;
  /** Issues of the records: whatever their age, they are read. */
  readonly #known: readonly number[];
  #issues: readonly AlertIssue[] | null = null;
  #isBroken = false;

  constructor(context: AlertContext, scope: AlertScope, alerts: Alerts) {
    const records = Object.values(alerts.alerts).filter(scope.owns);
    this.#known = records.flatMap(({ issue }) => issue ?? []);
    this.#context = context;
    this.#scope = scope;
  }

  async show(name: string, alert: WantedAlert, alerts: Alerts): Promise<AlertsChange> {
    const record = alerts.alerts[name];
    const raisedAt = record?.raised_at ?? isoTime(this.#context.world.clock.now());
    const about = aboutOf(alert);
    const { figures: _shown, places: _named, ...recorded } = record ?? {};
    const shown = alertToShow(alert, record);
    const text = textOf(this.#context, shown, raisedAt);
    const left: AlertRecord = {
      ...recorded,
      ...(shown.figures === undefined ? {} : { figures: shown.figures }),
      ...(shown.places === undefined ? {} : { places: shown.places }),
      goal: alert.goal?.id ?? AGENT,
      cause: alert.cause,
      ...text,
      detail: alert.detail,
      about,
      raised_at: raisedAt,
      wanted: true,
      issue: record?.issue ?? null,
      shown: null,
      known: record?.known === true && record.about === about,
      folded: false,
    };
    const isSame = record?.about === about;
    const receipt = await this.#try(() =>
      this.#ensure({ alert, text, alerts, known: isSame ? record.issue : null }),
    );
    const kept = receipt === null ? left : { ...left, ...receipt, shown: shownAs(text) };
    if (receipt !== null && isNews(receipt, record)) this.#context.raised.note(name);
    return (before) => ({ ...before, alerts: { ...before.alerts, [name]: kept } });
  }

  async close(name: string, record: AlertRecord): Promise<AlertsChange> {
    const isDone = await this.#try(() => this.#closeIssues(name, record));
    if (isDone === null) {
      return (before) => ({ ...before, alerts: { ...before.alerts, [name]: { ...record, wanted: false } } });
    }
    return (before) => {
      const { [name]: _gone, ...rest } = before.alerts;
      return { ...before, alerts: rest };
    };
  }

  /** Closes what a dead wake has opened and could not write down, where its cause is gone. What fails is left to a later wake. */
  async sweep({ mayBeLeft, settles }: AlertSweep, isKnown: (name: string) => boolean): Promise<AlertsChange> {
    const isDone = await this.#try(async () => {
      for (const { number, state, body } of await this.#list()) {
        const name = alertName(body);
        if (state === 'open' && mayBeLeft(name) && !isKnown(name)) await this.#closeIssue(name, number);
      }
      return true;
    });
    return (before) => (isDone === null || settles === null ? before : withSwept(before, settles));
  }

  async #ensure({ alert, text, alerts, known }: Ensuring): Promise<Receipt> {
    const own = (await this.#list()).filter((issue) => readMarker(issue.body) === alertMarker(alert));
    const open = own.find((issue) => issue.state === 'open');
    if (open !== undefined) return this.#update(open, text);
    // A person has closed it: known, until the cause changes. The number alone proves nothing.
    if (known !== null && own.some((issue) => issue.number === known))
      return { issue: known, known: true, folded: false };
    const { settings } = this.#context;
    if (alert.cause !== 'folded' && !hasRoom(alerts, settings.alerts.open))
      return { issue: null, known: false, folded: true };
    await this.#scope.allowed();
    return this.#open(text);
  }

  /** Without issues an alert is told in the log, the status and the summary: once, and not at every tick. */
  async #open(text: IssueText): Promise<Receipt> {
    const { world, deadline, journal } = this.#context;
    try {
      const { number } = await world.github.openAlertIssue(text, deadline.work);
      journal.write({ event: 'alert_opened', issue: number, title: text.title });
      return { issue: number, known: false, folded: false };
    } catch (reason) {
      if (!(reason instanceof Halt && reason.ending === 'no_change')) throw reason;
      journal.write({ event: 'alert_untold', title: text.title });
      return { issue: null, known: true, folded: false };
    }
  }

  async #update(open: AlertIssue, text: IssueText): Promise<Receipt> {
    if (open.title !== text.title || open.body !== text.body) {
      await this.#scope.allowed();
      await this.#context.world.github.updateAlertIssue(open.number, text, this.#context.deadline.work);
      // That it still is so, and more often, is no news.
      const isRoutine = open.title === text.title && withoutFigures(open.body) === withoutFigures(text.body);
      const { title } = text;
      this.#context.journal.write({ event: 'alert_updated', issue: open.number, title, isRoutine });
    }
    return { issue: open.number, known: false, folded: false };
  }

  /**
   * Those that tell this alert, by their markers: the number in the state may be of any issue. One that was never asked for
   * is not looked for; the answer to a request may have got lost.
   */
  async #closeIssues(name: string, { issue, folded, known }: AlertRecord): Promise<true> {
    if (issue === null && (folded === true || known)) return true;
    for (const { number, state, body } of await this.#list())
      if (state === 'open' && alertName(body) === name) await this.#closeIssue(name, number);
    return true;
  }

  async #closeIssue(name: string, number: number): Promise<void> {
    await this.#scope.allowed();
    const { order, world, mask, deadline } = this.#context;
    const comment = closingWords(
      causeIn(name),
      mask.identity(order.wake.id),
      heirOf(name, this.#scope.wanted),
    );
    await world.github.closeAlertIssue(number, comment, deadline.work);
    this.#context.journal.write({ event: 'alert_closed', issue: number });
  }

  async #list(): Promise<readonly AlertIssue[]> {
    if (this.#issues === null) {
      await this.#scope.allowed();
      const { world, deadline } = this.#context;
      this.#issues = await world.github.listAlertIssues(this.#known, deadline.work);
    }
    return this.#issues;
  }

  /** Null: it could not be done now. Whatever becomes of an alert, the wake keeps its own ending. */
  async #try<T>(request: () => Promise<T>): Promise<T | null> {
    if (this.#isBroken) return null;
    try {
      return await request();
    } catch (reason) {
      this.#isBroken = true;
      const failure = { kind: 'alerts', detail: asHalt(reason).detail } as const;
      this.#context.journal.write({ event: 'effect_failed', failure });
      return null;
    }
  }
}

interface Ensuring {
  readonly alert: WantedAlert;
  readonly text: IssueText;
  /** As they are recorded at this moment. */
  readonly alerts: Alerts;
  /** The issue that has told this very cause before; null: none has. */
  readonly known: number | null;
}

type Receipt = Pick<AlertRecord, 'issue' | 'known' | 'folded'>;

/** Whether another issue tells it than before, or one where none did. */
function isNews(receipt: Receipt, before: AlertRecord | undefined): boolean {
  const isNewlyFolded = receipt.folded === true && before?.folded !== true;
  const isNewlyUntold = receipt.issue === null && receipt.known && before?.known !== true;
  return isNewlyFolded || isNewlyUntold || receipt.issue !== (before?.issue ?? null);
}
