/** What became of one look at the repository. */
export interface Finding {
  /** A few words: what was looked at. */
  readonly what: string;
  /** `not_visible`: this token, or this machine, does not tell. */
  readonly verdict: 'ok' | 'problem' | 'not_visible';
  /** Plain sentences: what was found. */
  readonly says: string;
  /** What would be right, or what to change, exactly; null: it is right. */
  readonly right: string | null;
  /** Lines for a shell that set what would be right; missing: there are none. */
  readonly commands?: readonly string[];
}

export function fine(what: string, says: string): Finding {
  return { what, verdict: 'ok', says, right: null };
}

export function problem(what: string, says: string, right: string): Finding {
  return { what, verdict: 'problem', says, right };
}

export function hidden(what: string, says: string, right: string): Finding {
  return { what, verdict: 'not_visible', says, right };
}
