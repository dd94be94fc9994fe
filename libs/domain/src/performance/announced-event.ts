/** What a calendar says of one maintenance; identified by `uid` within a service. */
export interface AnnouncedEvent {
  readonly sequence: number;
  readonly from: Date;
  readonly to: Date;
  readonly isCancelled: boolean;
}

/** What becomes of an event: of a changed one the maintenance is cancelled, and another one announced. */
export type EventMove = 'announce' | 'change' | 'cancel' | 'none';

/**
 * An event of an older sequence than the one that is known changes nothing, and neither does the same one again: also
 * when people have cancelled the maintenance since.
 *
 * @param known The newest maintenance that came of the event.
 */
export function eventMove(event: AnnouncedEvent, known: AnnouncedEvent | null): EventMove {
  if (!known) return event.isCancelled ? 'none' : 'announce';
  if (event.sequence < known.sequence) return 'none';
  if (known.isCancelled) return event.isCancelled || event.sequence === known.sequence ? 'none' : 'announce';
  if (event.isCancelled) return 'cancel';
  const isSame = event.from.getTime() === known.from.getTime() && event.to.getTime() === known.to.getTime();
  return isSame ? 'none' : 'change';
}
