/** What another system says of a time in which a service was down. */
export interface OutageReport {
  /** What it calls this one downtime, the same whenever it tells of it. */
  readonly externalId: string;
  readonly from: Date;
  /** null = still down. */
  readonly to: Date | null;
  readonly cause: string;
}

/** What a message comes to: reports, or the reason why a part of it is none. */
export interface ReadReports {
  readonly reports: readonly (OutageReport & {
    /** Slug, where the message names one. */ readonly service: string | null;
  })[];
  readonly ignored: readonly { readonly externalId: string; readonly reason: string }[];
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

/** Whether a message says nothing new: the same again, or that it began after it was said that it ended. */
export function isOldNews(known: Time, now: Time): boolean {
  if (known.from.getTime() !== now.from.getTime()) return false;
  return now.to === null ? true : known.to?.getTime() === now.to.getTime();
}
