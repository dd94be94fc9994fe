import {
  assertAllowed,
  assertForward,
  assertHappened,
  DomainError,
  isOldNews,
  isWithinTime,
  mayMeasure,
  type OutageReport,
  reportedSpan,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../../platform/act/act.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Database } from '../../../platform/database/database.js';
import { lockService } from '../../lock-service.js';
import { OutageEntity } from '../outage.entity.js';
import { Outages } from '../outages.js';
import { OutageReportEntity } from './outage-report.entity.js';

/** Systems that tell of outages. */
export const REPORTING_SYSTEMS = ['alertmanager', 'statuspage'] as const;
export type ReportingSystem = (typeof REPORTING_SYSTEMS)[number];

export const SYSTEM_NAMES: Record<ReportingSystem, string> = { alertmanager: 'Alertmanager', statuspage: 'Statuspage' };

/** Who reports: by what its reports are known again, and what people call it. */
export interface Reporter {
  system: string;
  name: string;
  /** Whether reports of it that overlap tell of one outage, as alerts do; otherwise each is its own. */
  unites: boolean;
}

/** `ignored`: it is no outage. */
export type ReportOutcome = 'recorded' | 'changed' | 'known' | 'ignored';

/** Outages as other systems tell of them, by the rules of those who record them by hand. */
@Injectable()
export class OutageReports {
  constructor(
    private readonly database: Database,
    private readonly outages: Outages,
    private readonly audit: Audit,
  ) {}

  /**
   * Reports of a system whose times overlap are one outage, which lasts as long as any of them; those of different ones
   * stay apart, and count once. Said again, a report changes nothing; neither does it once people have said that its outage was recorded by mistake, nor within one that they recorded.
   *
   * @throws {DomainError} As `Outages.record` and `Outages.change`; it is kept in the audit then.
   */
  async take(act: Act, serviceId: string, system: ReportingSystem, report: OutageReport): Promise<ReportOutcome> {
    try {
      return await this.database.transaction((tx) =>
        this.takeIn(tx, act, serviceId, { system, name: SYSTEM_NAMES[system], unites: true }, report),
      );
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'NOT_FOUND') {
        await this.database.transaction((tx) =>
          this.keepRefused(tx, act, serviceId, { system, ...report }, error.message),
        );
      }
      throw error;
    }
  }

  /**
   * Keeps that a part of a message could not be read, where people look for what was refused of a service.
   *
   * @throws {DomainError} When the viewer may not record outages of the service.
   */
  async refuse(
    act: Act,
    serviceId: string,
    system: ReportingSystem,
    { id, place, reason }: { id: string; place: string; reason: string },
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      assertAllowed(mayMeasure(act.viewer, await lockService(tx, serviceId)), 'record outages of this service');
      await this.keepRefused(tx, act, serviceId, { system, id, place }, reason);
    });
  }

  private keepRefused(tx: EntityManager, act: Act, serviceId: string, told: object, reason: string): Promise<void> {
    const subject = { type: 'service', id: serviceId } as const;
    return this.audit.record(tx, { ...act, reason }, 'outage.reportRefused', subject, null, told);
  }

  /** As `takeIn`; a report that a rule refuses leaves nothing behind, and the transaction goes on. */
  async tryIn(
    tx: EntityManager,
    act: Act,
    serviceId: string,
    reporter: Reporter,
    report: OutageReport,
  ): Promise<ReportOutcome | DomainError> {
    await tx.query('SAVEPOINT report');
    try {
      return await this.takeIn(tx, act, serviceId, reporter, report);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT report');
      return error;
    }
  }

  /** As `take`, within a transaction that does more. */
  async takeIn(
    tx: EntityManager,
    act: Act,
    serviceId: string,
    { system, name, unites }: Reporter,
    { externalId, from, to, cause, saidAt, endsOnly }: OutageReport,
  ): Promise<ReportOutcome> {
    assertAllowed(mayMeasure(act.viewer, await lockService(tx, serviceId)), 'record outages of this service');
    const identity = { serviceId, system, externalId };
    const known = await tx.findOneBy(OutageReportEntity, identity);
    if (endsOnly && known?.toAt !== null) return 'ignored';
    assertForward({ from, to });
    assertHappened({ from, to }, act.at);
    if (known && isOldNews({ from: known.fromAt, to: known.toAt, saidAt: known.saidAt }, { from, to, saidAt }))
      return 'known';
    const toldBy = unites ? system : `${system} ${externalId}`;
    const said = { ...identity, fromAt: from, toAt: to, saidAt };
    const outage = known
      ? await tx.findOneByOrFail(OutageEntity, { id: known.outageId })
      : await toldMeanwhile(tx, toldBy, serviceId, { from, to });
    if (outage?.endedAt) return 'known';
    let byHand = known?.joined ? outage : null;
    if (!outage) byHand = await toldMeanwhile(tx, null, serviceId, { from, to });
    if (byHand) return join(tx, said, byHand);
    if (!outage) {
      const { id: outageId } = await this.outages.recordIn(tx, act, { serviceId, from, to, cause, toldBy });
      await tx.insert(OutageReportEntity, { ...said, outageId, joined: false });
      return 'recorded';
    }
    await tx.save(OutageReportEntity, { ...said, outageId: outage.id, joined: false });
    const reports = await tx.findBy(OutageReportEntity, { outageId: outage.id, joined: false });
    const [first, ...others] = reports.map(({ fromAt, toAt }) => ({ from: fromAt, to: toAt }));
    const span = reportedSpan([first!, ...others]);
    const isSame = span.from.getTime() === outage.fromAt.getTime() && span.to?.getTime() === outage.toAt?.getTime();
    if (!isSame) await this.outages.changeIn(tx, act, outage.id, { ...span, reason: `${name} says so.` });
    return 'changed';
  }
}

/** What people recorded by hand stays theirs: a report of that time adds nothing. */
async function join(
  tx: EntityManager,
  said: Omit<OutageReportEntity, 'outageId' | 'joined'>,
  { id: outageId, fromAt, toAt }: OutageEntity,
): Promise<ReportOutcome> {
  if (!isWithinTime({ from: said.fromAt, to: said.toAt }, { from: fromAt, to: toAt }))
    throw new DomainError(
      'RECORDED_BY_HAND',
      'People have recorded an outage of a part of this time by hand; they change it themselves.',
      ['from'],
    );
  await tx.save(OutageReportEntity, { ...said, outageId, joined: true });
  return 'known';
}

/** The outage of the time that `toldBy` told of already; null = that people recorded by hand. */
async function toldMeanwhile(
  tx: EntityManager,
  toldBy: string | null,
  serviceId: string,
  { from, to }: Pick<OutageReport, 'from' | 'to'>,
): Promise<OutageEntity | null> {
  // Reports that touch are one outage.
  const bounds = toldBy === null ? '[)' : '[]';
  return tx
    .createQueryBuilder(OutageEntity, 'o')
    .where('o.service_id = :serviceId AND o.ended_at IS NULL', { serviceId })
    .andWhere(`tstzrange(o.from_at, o.to_at, :bounds) && tstzrange(:from, :to, :bounds)`, { from, to, bounds })
    .andWhere('o.told_by IS NOT DISTINCT FROM :toldBy', { toldBy })
    .orderBy('o.from_at')
    .getOne();
}
