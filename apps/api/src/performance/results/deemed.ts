/**
 * SQL on `period_result r`: whether a missed one was missed by the contract, because data was missing. The case keeps the
 * calculation of every result that was not missed unread.
 */
export const DEEMED = `CASE WHEN r.verdict = 'missed'
  THEN jsonb_path_exists(r.judgement, '$.explanation[*] ? (@.rule == "verdict.missingData")') ELSE false END`;
