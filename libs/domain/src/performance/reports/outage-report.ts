/** What another system says of a time in which a service was down. */
export interface OutageReport {
  /** What it calls this one downtime, the same whenever it tells of it. */
  readonly externalId: string;
  readonly from: Date;
  /** null = still down. */
  readonly to: Date | null;
  readonly cause: string;
  /** When that was said, where the system tells: what was said later holds. */
  readonly saidAt: Date | null;
  /** It is no outage by itself: it ends the one that this id told of before, where that goes on. */
  readonly endsOnly?: true;
}

/** A report of a message. */
type ToldReport = OutageReport & {
  /** Slug, where the message names one. */
  readonly service: string | null;
};

/** What a message comes to: reports, or the reason why a part of it is none. */
export interface ReadReports {
  readonly reports: readonly ToldReport[];
  readonly ignored: readonly {
    readonly externalId: string;
    readonly reason: string;
    /** What it says of an outage that was told of by this id before. */
    readonly ends?: ToldReport;
  }[];
  /** Parts that are not as the system writes them; the others hold all the same. */
  readonly unread: readonly UnreadPart[];
}

export interface UnreadPart {
  /** What the system calls it, where that can be read; else its place. */
  readonly id: string;
  /** In the message, such as `alerts.2`. */
  readonly place: string;
  /** Slug, where it names one. */
  readonly service: string | null;
  readonly reason: string;
}

type Time = Pick<OutageReport, 'from' | 'to'>;

/** The one outage that several reports tell of: from the first beginning to the last end, or still down. */
export function reportedSpan([first, ...others]: readonly [Time, ...Time[]]): Time {
  return others.reduce<Time>(
    (span, { from, to }) => ({
      from: from < span.from ? from : span.from,
      to: to === null || span.to === null ? null : to > span.to ? to : span.to,
    }),
    first,
  );
}

/**
 * Whether a message says nothing new: the same again, or something that was said before what is known. Where nobody tells
 * when it was said, one that began is older than that it ended; else it may go on after it had ended.
 */
export function isOldNews(known: Time & { readonly saidAt: Date | null }, now: typeof known): boolean {
  const isSame = known.from.getTime() === now.from.getTime() && known.to?.getTime() === now.to?.getTime();
  if (isSame) return true;
  if (known.saidAt && now.saidAt && known.saidAt.getTime() !== now.saidAt.getTime()) return now.saidAt < known.saidAt;
  return known.from.getTime() === now.from.getTime() && now.to === null;
}

/** Whether one time is within the other. */
export function isWithinTime(inner: Time, outer: Time): boolean {
  return outer.from <= inner.from && (outer.to === null || (inner.to !== null && inner.to <= outer.to));
}
