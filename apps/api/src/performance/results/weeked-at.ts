/**
 * In SQL, the instant by which a contribution is of a day or a week: a ticket where it was decided, a count where it
 * begins, and a group of answers where it ends. The first group of a period begins with the period, long before its answers.
 */
export const WEEKED_AT = `
  CASE c.kind
    WHEN 'ticket' THEN coalesce(c.to_at, c.due_far)
    WHEN 'answers' THEN c.to_at - interval '1 millisecond'
    ELSE c.from_at END`;
