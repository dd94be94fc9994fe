import { periodName } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notices } from '../../people/notices/notices.js';
import type { PublicAct } from '../../platform/act/act.js';
import { partiesOf } from '../claims/claim-notices.js';
import type { FigureAuditEntity } from './figure-audit.entity.js';
import type { ProviderFigureEntity } from './provider-figure.entity.js';

/** Who is told what of the figures of providers. */
@Injectable()
export class FigureNotices {
  constructor(private readonly notices: Notices) {}

  /** Whoever manages the agreement, and the provider's contacts: until when one may object. */
  async stated(tx: EntityManager, act: PublicAct, figure: ProviderFigureEntity): Promise<void> {
    const { to, facts } = await toldOf(tx, act, figure);
    const subject = subjectOf(figure);
    // Of several figures of a period, only the newest one is answered.
    await this.notices.replace(tx, act, { kind: 'figureStated', subject, facts: { period: facts.period } });
    const until = figure.lastDay ? { until: figure.lastDay } : {};
    await this.notices.tell(tx, act, {
      kind: 'figureStated',
      to,
      subject,
      facts: { ...facts, ...until },
    });
  }

  async answered(tx: EntityManager, act: PublicAct, figure: ProviderFigureEntity): Promise<void> {
    const { to, facts } = await toldOf(tx, act, figure);
    const done = { objected: 'objected to', agreed: 'agreed on', silent: 'settled by silence' }[
      figure.state as 'agreed'
    ];
    const reason = figure.reason ? { reason: figure.reason } : {};
    const subject = subjectOf(figure);
    await this.notices.tell(tx, act, { kind: 'figureAnswered', to, subject, facts: { ...facts, done, ...reason } });
  }

  /** Both sides: what an audit found, and what became of it. */
  async audited(tx: EntityManager, act: PublicAct, audit: FigureAuditEntity): Promise<void> {
    const { to, facts } = await toldOf(tx, act, audit);
    const { report, state } = audit;
    const done = state === 'proposed' ? {} : { done: state };
    const reason = audit.decisionReason ?? audit.reason;
    const subject = subjectOf(audit);
    await this.notices.tell(tx, act, {
      kind: 'figureAudited',
      to,
      subject,
      facts: { ...facts, report, reason, ...done },
    });
  }
}

type Told = Pick<ProviderFigureEntity, 'commitmentId' | 'period' | 'figure'>;

const subjectOf = ({ commitmentId }: Told) => ({ type: 'commitment', id: commitmentId });

async function toldOf(tx: EntityManager, act: PublicAct, { commitmentId, period, figure }: Told) {
  const [named]: { name: string; service: string; agreementId: string }[] = await tx.query(
    `SELECT c.name, s.name AS service, c.agreement_id AS "agreementId" FROM commitment c JOIN service s ON s.id = c.service_id WHERE c.id = $1`,
    [commitmentId],
  );
  const { name, service, agreementId } = named!;
  const { managers, contacts } = await partiesOf(tx, act, { agreementId });
  const facts = { commitment: name, service, period: periodName(period), figure: `${figure}%` };
  return { to: [...managers, ...contacts], facts };
}
