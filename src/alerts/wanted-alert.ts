import { maskedAboveFoot } from '../core/access/mask-foot.ts';
import { maskedRecord } from '../core/access/masked-record.ts';
import { AGENT } from '../core/alert-state.ts';
import type { AlertFigures, AlertPlace } from '../core/checkpoint-state.ts';
import { ALERT_HEIRS } from '../core/health/alert-heirs.ts';
import { readMarker } from '../core/marker.ts';
import { figuresToShow } from '../core/progress/failures.ts';
import type { AlertRecord } from '../core/state.ts';
import { digest } from '../core/text/digest.ts';
import type { AlertContext } from '../ledger/agent-context.ts';
import type { IssueText } from '../ports.ts';
import { alertText } from '../report/on-github/alert.ts';
import type { AlertCause } from '../report/on-github/alert-causes.ts';
import { repositoryUrl } from '../report/words/github-pages.ts';

/** A cause that is there now. */
export interface WantedAlert {
  /** Null: not about one goal. */
  readonly goal: { readonly id: string; readonly title: string } | null;
  readonly cause: AlertCause;
  readonly detail: string;
  /** What makes it the same cause, where the detail says more than that. Default: the detail. */
  readonly about?: string;
  /** How often, and what it has cost; missing: that is not known. */
  readonly figures?: AlertFigures;
  /** What may have to be changed in files; missing: nothing. */
  readonly places?: readonly AlertPlace[];
}

/** With the figures that its issue is to show: `record` says which it shows now. */
export function alertToShow(alert: WantedAlert, record: AlertRecord | undefined): WantedAlert {
  const { figures, ...rest } = alert;
  const shown = record?.about === aboutOf(alert) ? record.figures : undefined;
  const next = figuresToShow(shown, figures);
  return next === undefined ? rest : { ...rest, figures: next };
}

/** Its name: one for a goal and a cause. */
export function fingerprint(alert: WantedAlert): string {
  return `${alert.goal?.id ?? AGENT}/${alert.cause}`;
}

/** That of the alert which an issue tells, by its marker. */
export function alertName(body: string): string {
  return readMarker(body)?.replace(/^alert\//, '') ?? '';
}

/** The cause in the name of an alert, `<goal>/<cause>`. */
export function causeIn(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** The cause of the alert that tells from now on what the one with this name has told; null: that is over. */
export function heirOf(name: string, wanted: readonly WantedAlert[]): AlertCause | null {
  const cause = causeIn(name);
  const own = wanted.filter(
    (alert) => fingerprint(alert) === `${name.slice(0, -cause.length)}${alert.cause}`,
  );
  return ALERT_HEIRS[cause]?.find((heir) => own.some((alert) => alert.cause === heir)) ?? null;
}

/** Masked before it is Markdown as well: there a secret may be spelt in other characters. */
export function textOf(
  { mask, settings, order }: AlertContext,
  alert: WantedAlert,
  since: string,
): IssueText {
  const { serverUrl, repository } = order;
  const home = serverUrl === undefined ? undefined : repositoryUrl({ serverUrl, repository });
  const text = alertText(maskedRecord({ ...alert, since, branch: settings.stateBranch, home }, mask));
  return { title: mask.mask(text.title), body: maskedAboveFoot(text.body, mask) };
}

export function aboutOf({ about, detail }: WantedAlert): string {
  return about ?? digest([detail], 16);
}

/** What an issue says, as a digest. */
export function shownAs(text: IssueText): string {
  return digest([text.title, text.body], 16);
}
