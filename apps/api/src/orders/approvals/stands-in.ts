/** Whether the substitution `b` holds on a day on which the stage `s` is asked. */
export const STANDS_IN = `
  b.state = 'approved' AND b.ended_at IS NULL AND s.opened_at IS NOT NULL
  AND daterange(b.from_date, b.to_date, '[]') && daterange(s.opened_at::date, s.ended_at::date, '[]')`;
