import { periodName } from '@accord/domain';
import { groupedBy } from '../../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../../platform/graphql/loaders.js';
import { TOLD, type UseRow, useOf } from './use-row.js';
import type { ResultUse } from './result-use.type.js';

interface CreditUse extends UseRow {
  amount: string | null;
  difference: string | null;
  percent: string;
  currency: string;
  providerId: string | null;
}

/** Credits by result, for who sees what stands behind its figure. */
export const creditUses = defineLoader<string, ResultUse[]>(async (ids, { manager }) => {
  const rows: CreditUse[] = await manager.query(
    `${TOLD} SELECT told."of", told.period, told.revision, told.outdated, k.amount::text, k.difference::text,
       k.percent::text, k.currency,
       a.provider_id AS "providerId"
     FROM told JOIN service_credit k ON k.result_id = told.id
     JOIN commitment c ON c.id = told.commitment_id JOIN agreement a ON a.id = c.agreement_id
     ORDER BY told.revision`,
    [ids],
  );
  return groupedBy(ids, rows, ({ of }) => of).map((group) => group.map(shown));
});

function shown(row: CreditUse): ResultUse {
  const { amount, difference, percent, currency, period, providerId } = row;
  const label = `Service credit${amount === null ? ` of ${percent}%` : ''}, ${periodName(period)}`;
  const money = (value: string | null) => (value === null ? null : { amount: value, currency });
  const search = new URLSearchParams({ period, ...(providerId && { provider: providerId }) });
  const path = `/commitments/breaches?${search}`;
  return useOf(row, { kind: 'credit', label, path, amount: money(amount), difference: money(difference) });
}
