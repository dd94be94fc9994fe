import { type AlertLevel, periodName, stepWords } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notices } from '../../people/notices/notices.js';
import { Audit } from '../../platform/audit/audit.js';
import { watchersOf } from '../findings/watchers.js';

interface Due {
  id: string;
  commitmentId: string;
  commitment: string;
  serviceId: string;
  service: string;
  period: string;
  level: AlertLevel;
  what: string;
  /** Percent of a ticket's target; null = it is about the budget. */
  step: number | null;
  number: string;
  team: string[];
}

const KINDS = { notice: 'alertNotice', atRisk: 'alertAtRisk', breach: 'breach' } as const;

/** Who is told of an alert: who looks after the service, its owner, and the team that manages it. */
@Injectable()
export class AlertNotices {
  constructor(
    private readonly notices: Notices,
    private readonly audit: Audit,
  ) {}

  /**
   * Those whose hour has come. Tickets of one commitment that reached the same share of their targets are one notice:
   * a hundred missed ones found in one look are one thing to look at.
   */
  async tellDue(tx: EntityManager, commitmentIds: readonly string[], at: Date): Promise<void> {
    const due: Due[] = await tx.query(DUE, [commitmentIds, at]);
    const act = { viewer: null, at };
    for (const alike of toldTogether(due)) {
      const { commitmentId, commitment, serviceId, service, period, level, team } = alike[0]!;
      const to = [...new Set([...(await watchersOf(tx, [serviceId], at)), ...team])];
      const subject = { type: 'commitment', id: commitmentId };
      const facts = { commitment, service, period: periodName(period), what: whatOf(alike) };
      await this.notices.tell(tx, act, { kind: KINDS[level], to, subject, facts });
      const ids = alike.map(({ id }) => id);
      await tx.query('UPDATE alert SET told_at = $2, told_ids = $3 WHERE id = ANY($1)', [ids, at, to]);
      for (const { id, what } of alike) {
        await this.audit.record(tx, act, 'alert.raised', subject, null, { alert: id, period, level, what });
      }
    }
  }

  /** What people were told of is over. */
  async ended(tx: EntityManager, ids: readonly string[], at: Date): Promise<void> {
    if (ids.length === 0) return;
    const rows: Pick<Due, 'id' | 'commitmentId' | 'period' | 'level' | 'what'>[] = await tx.query(
      'SELECT id, commitment_id AS "commitmentId", period, level, what FROM alert WHERE id = ANY($1) ORDER BY id',
      [ids],
    );
    for (const { id, commitmentId, ...alert } of rows) {
      const subject = { type: 'commitment', id: commitmentId };
      await this.audit.record(tx, { viewer: null, at }, 'alert.ended', subject, { alert: id, ...alert }, null);
    }
  }
}

/** What one notice tells: of a budget a level, of tickets all that are at the same share. */
function toldTogether(due: readonly Due[]): Due[][] {
  const together = new Map<string, Due[]>();
  for (const alert of due) {
    const key = [alert.commitmentId, alert.period, alert.level, alert.step].join(' ');
    together.set(key, [...(together.get(key) ?? []), alert]);
  }
  return [...together.values()];
}

function whatOf(alike: readonly Due[]): string {
  const { step, what } = alike[0]!;
  if (step === null || alike.length === 1) return what;
  return stepWords(alike.map(({ number }) => number).toSorted(), step);
}

/** Whoever tells one locks it: nobody else does at the same time. */
const DUE = `
  SELECT l.id, c.id AS "commitmentId", c.name AS commitment, s.id AS "serviceId", s.name AS service, l.period, l.level,
    l.what, l.step, coalesce(t.number, 'a ticket') AS number, ARRAY(
      SELECT m.person_id FROM service_management sm JOIN team_membership m ON m.team_id = sm.team_id
      JOIN person p ON p.id = m.person_id AND p.ended_at IS NULL
      CROSS JOIN (SELECT ($2::timestamptz AT TIME ZONE time_zone)::date AS day FROM enterprise) today
      WHERE sm.service_id = s.id AND day BETWEEN sm.from_date AND coalesce(sm.to_date, 'infinity')
        AND day BETWEEN m.from_date AND coalesce(m.to_date, 'infinity')
    )::text[] AS team
  FROM alert l JOIN commitment c ON c.id = l.commitment_id JOIN service s ON s.id = c.service_id
  LEFT JOIN ticket t ON t.id = l.ticket_id
  WHERE l.told_at IS NULL AND l.tell_at <= $2 AND c.id = ANY($1)
  ORDER BY l.raised_at, l.id FOR UPDATE OF l SKIP LOCKED`;
