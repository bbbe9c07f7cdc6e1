/** What the built-in finders report. Of one finding, for the model and for people; no full stop at the end. */
export const LINK_TEXTS = {
  missing: (destination: string, path: string) => `${destination} leads to ${path}, which does not exist`,
  noAnchor: (destination: string, page: string) =>
    `${destination} names a heading that ${page} does not have`,
  above: (destination: string) => `${destination} leads out of the repository`,
  /** Behind one of the above. */
  meant: (right: string) => `; ${right} would be right`,
  perhaps: (paths: readonly string[]) => `; it may mean ${paths.join(' or ')}`,
} as const;

export const TODO_TEXTS = {
  missing: (place: string, comment: string) => `${place} is not listed: ${comment}`,
  other: (place: string, comment: string) => `${place} is listed with other words than: ${comment}`,
  gone: (place: string) => `${place} is listed, and there is no such comment`,
} as const;
