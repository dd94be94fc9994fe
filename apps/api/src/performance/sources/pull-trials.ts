import {
  assertAllowed,
  assertPull,
  canMeasureSomething,
  type OutageReport,
  type PullAsked,
  type PullKind,
  seriesOfPull,
} from '@accord/domain';
import type { ICalendarEvent } from '@accord/sla/icalendar-events';
import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Act } from '../../platform/act/act.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { NoAnswer } from '../../platform/outgoing/ask-server.js';
import { assertMayPull } from './may-pull.js';
import { PullEntity } from './pull.entity.js';
import { PullReader } from './pull-reader.js';
import { type HolidayTold, PullFailure, type Reading, type ReadRow } from './reading.js';
import { aheadRow, faultyRows, StoreCalendar } from './store-calendar.js';

export interface PullTrial {
  /** Why nothing can be read; null where something could. */
  reason: string | null;
  durationMs: number;
  rows: number;
  refused: number;
  /** The newest, the last one first; of a calendar the next, the first one first. */
  newest: (ReadRow & { readonly cause?: string })[];
}

const SHOWN = 10;
/** Of a calendar. */
const SHOWN_AHEAD = 50;
/** How far back a trial looks: where little is told, further. */
const TRIALS_MS: Record<PullKind, number> = {
  prometheusCounts: 3_600_000,
  prometheusHistogram: 3_600_000,
  prometheusUp: 3_600_000,
  upptime: 14 * 86_400_000,
  statuspage: 366 * 86_400_000,
  calendarMaintenance: 0,
  calendarHolidays: 0,
};

/** What a server would tell, before anything of it is kept. */
@Injectable()
export class PullTrials {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'webhookNetworks'>,
    private readonly database: Database,
    private readonly reader: PullReader,
    private readonly calendars: StoreCalendar,
  ) {}

  /**
   * What the server answers now about the last hour (of an Upptime history, the last two weeks; of a status page, a year; of a calendar, what is ahead); nothing is stored.
   *
   * @param asking `authorization` omitted = as the pull `id` has it, at its own address only.
   */
  async try(
    act: Act,
    asking: {
      id: string | null;
      address: string;
      asked: PullAsked;
      authorization?: string | null;
      serviceId: string | null;
      calendarId: string | null;
    },
  ): Promise<PullTrial> {
    assertAllowed(canMeasureSomething(act.viewer), 'bring measurements');
    const { address, asked } = asking;
    const series = seriesOfPull(asked.kind, 'tried')!;
    assertPull({ address, asked, series, everyMinutes: 1 }, this.config.webhookNetworks.length > 0);
    const authorization = asking.authorization ?? (await this.storedFor(act, asking));
    const span = { from: act.at.getTime() - TRIALS_MS[asked.kind], to: act.at.getTime() };
    const began = performance.now();
    const took = () => Math.round(performance.now() - began);
    try {
      const read = await this.reader.read({ address, asked, authorization }, span, new AbortController().signal);
      const ahead = await this.ahead(act, read, asking);
      const rows = ahead ?? outagesTold(read, act.at) ?? read.rows;
      const refused = rows.filter(({ fault }) => fault !== null).length;
      const newest = ahead ? rows.slice(0, SHOWN_AHEAD) : rows.slice(-SHOWN).reverse();
      return { reason: null, durationMs: took(), rows: rows.length, refused, newest };
    } catch (error) {
      if (!(error instanceof NoAnswer || error instanceof PullFailure)) throw error;
      return { reason: error.message, durationMs: took(), rows: 0, refused: 0, newest: [] };
    }
  }

  /** What a calendar tells of; where it is said what for, with what would become of it by the rules of a pull. */
  private async ahead(
    act: Act,
    { maintenance, holidays }: Reading,
    { id, ...named }: { id: string | null; serviceId: string | null; calendarId: string | null },
  ): Promise<(ReadRow & { cause: string })[] | null> {
    const pull = id && isUUID(id) ? await this.database.read.findOneBy(PullEntity, { id }) : null;
    const { serviceId, calendarId } = pull ?? named;
    if (maintenance) {
      if (serviceId === null) return maintenance.events.map(eventRow);
      return this.database.rehearsal(async (tx) => {
        await assertMayPull(tx, act, serviceId, act.at);
        return this.calendars.tryMaintenance(tx, act, { serviceId, pullId: pull?.id ?? null }, maintenance);
      });
    }
    if (!holidays) return null;
    if (calendarId === null) return [...holidays.days.map(holidayRow), ...faultyRows(holidays)];
    return this.database.rehearsal(async (tx) => {
      await assertMayPull(tx, act, null, act.at);
      return this.calendars.tryHolidays(tx, act, { calendarId, brought: pull?.brought ?? [] }, holidays);
    });
  }

  private async storedFor(act: Act, { id, address }: { id: string | null; address: string }): Promise<string | null> {
    const pull = id && isUUID(id) ? await this.database.read.findOneBy(PullEntity, { id }) : null;
    if (!pull || pull.address !== address) return null;
    await this.database.transaction((tx) => assertMayPull(tx, act, pull.serviceId, act.at));
    return pull.authorization;
  }
}

/** What cannot be read has no time of its own: it stands with what is newest. */
function outagesTold({ reports, unread = [] }: Reading, at: Date): ReadRow[] | null {
  if (!reports) return null;
  const told = reports.filter(({ endsOnly }) => !endsOnly).map(asRow);
  return [...told, ...unread.map(({ id, reason: fault }) => ({ ...EMPTY, at: at.getTime(), fault, cause: id }))];
}

const EMPTY = { to: null, good: null, total: null, up: null } as const;

const asRow = ({ from, to, cause }: OutageReport): ReadRow & { cause: string } => {
  return { at: from.getTime(), to: to && to.getTime(), good: null, total: null, up: false, fault: null, cause };
};

const eventRow = ({ from, to, summary, fault }: ICalendarEvent) =>
  aheadRow({ at: from, to, cause: summary.trim(), fault });
const holidayRow = ({ date, name }: HolidayTold) =>
  aheadRow({ at: Date.parse(date), to: null, cause: name || date, fault: null });
