import { DomainError, readAlertmanager, type ReadReports, readStatuspage } from '@accord/domain';
import { Body, Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Act } from '../../../platform/act/act.js';
import { CurrentAct } from '../../../platform/act/current-act.decorator.js';
import { Database } from '../../../platform/database/database.js';
import { isStorable } from '../../../platform/graphql/storable-text.js';
import { carriesToken } from '../../../platform/http/security.js';
import { OutageReports, type ReportingSystem, type ReportOutcome } from './outage-reports.js';

/** What became of one report; the reason where it was refused, or is no outage. */
interface TakenReport {
  id: string;
  outcome: ReportOutcome | 'refused';
  reason: string | null;
}

/** Where other systems tell of outages, with an access token: cookies alone open nothing under /hooks. */
@Controller('hooks')
export class OutageHooksController {
  constructor(
    private readonly database: Database,
    private readonly reports: OutageReports,
  ) {}

  @Post('alertmanager')
  @HttpCode(200)
  alertmanager(
    @CurrentAct() act: Act,
    @Req() request: Request,
    @Query('service') service: string | undefined,
    @Body() message: unknown,
  ) {
    return this.take(act, request, { system: 'alertmanager', service, read: () => readAlertmanager(message) });
  }

  @Post('statuspage')
  @HttpCode(200)
  statuspage(
    @CurrentAct() act: Act,
    @Req() request: Request,
    @Query('service') service: string | undefined,
    @Body() message: unknown,
  ) {
    return this.take(act, request, { system: 'statuspage', service, read: () => readStatuspage(message) });
  }

  private async take(
    act: Act,
    request: Request,
    { system, service, read }: { system: ReportingSystem; service: string | undefined; read: () => ReadReports },
  ): Promise<{ reports: TakenReport[] }> {
    if (!carriesToken(request)) throw new DomainError('UNAUTHENTICATED', 'Send an access token that is for ingest.');
    const { reports, ignored, unread } = read();
    const taken: TakenReport[] = [];
    for (const { externalId: id, reason, ends } of ignored) {
      const outcome = ends
        ? await this.takeOne(act, system, ends, service)
        : { id, outcome: 'ignored' as const, reason };
      taken.push(outcome.outcome === 'ignored' ? { ...outcome, reason } : outcome);
    }
    for (const report of reports) taken.push(await this.takeOne(act, system, report, service));
    for (const part of unread) taken.push(await this.refuseOne(act, system, part, service));
    return { reports: taken };
  }

  /** What nobody can read is kept with the service, and refused no other part of the message. */
  private async refuseOne(
    act: Act,
    system: ReportingSystem,
    { id, place, service: named, reason }: ReadReports['unread'][number],
    service: string | undefined,
  ): Promise<TakenReport> {
    if (!isStorable(id + reason)) return { id: place, outcome: 'refused', reason: `${place}: Its words are no text.` };
    try {
      await this.reports.refuse(act, await this.serviceId(named ?? service), system, { id, place, reason });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { id, outcome: 'refused', reason: `${reason} ${error.message}` };
    }
    return { id, outcome: 'refused', reason };
  }

  private async takeOne(
    act: Act,
    system: ReportingSystem,
    report: ReadReports['reports'][number],
    service: string | undefined,
  ): Promise<TakenReport> {
    const { externalId: id } = report;
    try {
      if (!isStorable(id + report.cause)) throw new DomainError('UNFIT_MESSAGE', 'Its words are no text.');
      const serviceId = await this.serviceId(report.service ?? service);
      return { id, outcome: await this.reports.take(act, serviceId, system, report), reason: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { id, outcome: 'refused', reason: error.message };
    }
  }

  private async serviceId(slug: unknown): Promise<string> {
    const [service]: { id: string }[] =
      typeof slug === 'string' && isStorable(slug)
        ? await this.database.read.query('SELECT id FROM service WHERE slug = $1', [slug])
        : [];
    if (service) return service.id;
    throw new DomainError('NOT_FOUND', 'Name the service by its slug: as ?service=, or in the label accord_service.');
  }
}
