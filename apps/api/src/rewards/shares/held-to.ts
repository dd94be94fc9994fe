/**
 * Until which day somebody had a share, for what they decide on: one that was put away counts until the day on which it
 * was, so that nobody puts theirs away, decides, and gets it back. An SQL expression.
 *
 * @param share Alias of the share.
 */
export const heldTo = (share: string): string => `CASE WHEN ${share}.withdrawn_at IS NULL THEN ${share}.to_date
    ELSE least(${share}.to_date, greatest(${share}.from_date,
      (${share}.withdrawn_at AT TIME ZONE (SELECT time_zone FROM enterprise))::date)) END`;
