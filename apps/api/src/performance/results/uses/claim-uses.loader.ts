import { billReach, periodName, reachOfClaims } from '@accord/domain';
import { Parameters } from '../../../platform/database/parameters.js';
import { groupedBy } from '../../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../../platform/graphql/loaders.js';
import { readableClaim } from '../../claims/claim-reach.js';
import { type UseRow, useOf } from './use-row.js';
import type { ResultUse } from './result-use.type.js';

interface ClaimUse extends UseRow {
  claimId: string;
  agreement: string;
  amount: string;
  currency: string;
  /** Months on whose bills it is, of units whose bills the viewer reads. */
  months: string[];
}

/** Claims by result, and the bills that they are on; of those that the viewer may read. */
export const claimUses = defineLoader<string, ResultUse[]>(async (ids, { manager, act: { viewer } }) => {
  const parameters = new Parameters();
  const among = parameters.add(ids);
  const visible = readableClaim(reachOfClaims(viewer!), parameters);
  const { outsider, units } = billReach(viewer!);
  const read = outsider ? 'false' : units === 'all' ? 'true' : `l.unit_id = ANY (${parameters.add(units)}::uuid[])`;
  const rows: ClaimUse[] = await manager.query(
    `SELECT o.id AS "of", r.period, r.revision, r.state = 'superseded' AS outdated, m.id AS "claimId", a.name AS agreement,
       p.amount::text, m.currency, ARRAY(
         SELECT DISTINCT to_char(u.from_date, 'YYYY-MM') FROM charge_case b JOIN charge_run u ON u.id = b.run_id
         WHERE b.claim_id = m.id
           AND EXISTS (SELECT FROM charge_line l WHERE l.run_id = b.run_id AND l.case_id = b.id AND ${read})
         ORDER BY 1) AS months
     FROM period_result o
     JOIN period_result r ON r.commitment_id = o.commitment_id AND r.period = o.period AND r.state <> 'open'
     JOIN service_credit k ON k.result_id = r.id
     JOIN claim_part p ON p.credit_id = k.id
     JOIN claim m ON m.id = p.claim_id
     JOIN agreement a ON a.id = m.agreement_id
     WHERE o.id = ANY (${among}::uuid[]) AND ${visible}
     ORDER BY r.revision, m.number`,
    parameters.values,
  );
  return groupedBy(ids, rows, ({ of }) => of).map((group) => group.flatMap(shown));
});

function shown(row: ClaimUse): ResultUse[] {
  const { claimId, agreement, amount, currency, period, months } = row;
  const label = `${agreement}, ${periodName(period)}`;
  const claim = useOf(row, { kind: 'claim', label, path: `/claims/${claimId}`, amount: { amount, currency } });
  const bills = months.map((month) => useOf(row, { kind: 'bill', label: periodName(month), path: `/bill/${month}` }));
  return [claim, ...bills];
}
