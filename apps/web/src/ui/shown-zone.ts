let linked: string | undefined;

/** The zone of the reader's own clock. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** In which zone instants are shown that belong to none: that of the link which was opened, else the reader's own. */
export const shownZone = (): string => linked ?? ownZone();

/** @param zone Of the link; undefined = the reader's own. What is on the screen already is to be drawn anew. */
export function showZone(zone: string | undefined): void {
  linked = zone;
}
