import { moneyInWords, monthOf } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Notices } from '../../people/notices/notices.js';
import { todayOf } from '../../people/today.js';
import type { Act } from '../../platform/act/act.js';
import type { ChargeRunEntity } from './charge-run.entity.js';

interface Billed {
  unitId: string;
  unit: string;
  currency: string;
  amount: string;
  ownerIds: string[];
}

/** Of each unit that has a bill, whoever owns its budget by a role for the unit itself. */
const BILLED = `
  SELECT u.id AS "unitId", u.name AS unit, l.currency, sum(l.amount)::text AS amount, (
      SELECT coalesce(array_agg(a.person_id::text), '{}') FROM role_assignment a
       WHERE a.role = 'budgetOwner' AND a.unit_id = u.id AND a.state = 'approved' AND a.ended_at IS NULL
         AND a.from_date <= $2::date AND (a.to_date IS NULL OR a.to_date >= $2::date)
    ) AS "ownerIds"
    FROM bill_line l JOIN business_unit u ON u.id = l.unit_id
   WHERE l.run_id = $1 GROUP BY u.id, l.currency ORDER BY u.id, l.currency`;

export async function tellClosed(tx: EntityManager, act: Act, notices: Notices, run: ChargeRunEntity): Promise<void> {
  const billed: Billed[] = await tx.query(BILLED, [run.id, await todayOf(tx, act.at)]);
  const month = monthOf(run.fromDate);
  for (const { unit, currency, amount, ownerIds } of billed) {
    const facts = { unit, month, total: moneyInWords(amount, currency) };
    await notices.tell(tx, act, {
      kind: 'chargeClosed',
      to: ownerIds,
      subject: { type: 'chargeRun', id: run.id },
      facts,
    });
  }
}
