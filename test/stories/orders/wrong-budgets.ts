/** Budgets that do not stand where their entries, and what they hold, say; there never is one. */
export const WRONG_BUDGETS = `
  SELECT b.name, b.reserved, b.committed, b.spent, b.overrun, e, h.held FROM budget b, LATERAL (
    SELECT coalesce(sum(CASE kind WHEN 'reserved' THEN amount WHEN 'released' THEN -amount WHEN 'expired' THEN -amount
        WHEN 'committed' THEN -amount ELSE 0 END), 0) AS reserved,
      coalesce(sum(CASE kind WHEN 'committed' THEN amount WHEN 'freed' THEN -amount ELSE 0 END), 0) AS committed,
      coalesce(sum(CASE kind WHEN 'spent' THEN amount ELSE 0 END), 0) AS spent
      FROM budget_entry WHERE budget_id = b.id
  ) e, LATERAL (SELECT coalesce(sum(amount), 0) AS held FROM budget_holding WHERE budget_id = b.id) h
   WHERE (b.reserved, b.committed, b.spent) IS DISTINCT FROM (e.reserved, e.committed, e.spent) OR b.committed <> h.held`;
