import { assertPull, DomainError, type PullAsked, PULLED, type PullTerms, seriesOfPull } from '@accord/domain';
import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { refusing } from '../../platform/database/refusing.js';
import { assertFresh } from '../../platform/errors/assert-fresh.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { uuidv7 } from '../../platform/uuid.js';
import { nameOfSource, sourceSlug } from '../imports/source-slug.js';
import { assertKind } from '../imports/take-source.js';
import { SourceEntity } from '../ledger/source.entity.js';
import { lockService } from '../lock-service.js';
import { assertMayPull } from './may-pull.js';
import { PULL, PullEntity, type PullState } from './pull.entity.js';
import { assertTakesHolidays } from './store-calendar.js';

export interface NewPull {
  /** Made where there is none of the name. */
  sourceName: string;
  /** null of holidays, which are of a service calendar. */
  serviceId: string | null;
  calendarId?: string | null;
  /** null = as probes are called; counts need a name. */
  series: string | null;
  address: string;
  asked: PullAsked;
  authorization: string | null;
  everyMinutes: number;
  /** From when on it reads; null = from now. */
  since: Date | null;
}

/** Omitted parts stay. */
export interface PullChange {
  address?: string | null;
  asked?: PullAsked | null;
  /** null = none from now on. */
  authorization?: string | null;
  everyMinutes?: number | null;
  state?: PullState | null;
}

const LONGEST_BACK_MS = 5 * 366 * 86_400_000;

/** Upptime commits when a status changes, and about daily. */
const HISTORY_QUIET_MINUTES = 3 * 1_440;

/** What Accord reads by itself: a service manager says where and what, and it is read as them. */
@Injectable()
export class Pulls {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'webhookNetworks'>,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /** @throws {DomainError} When the viewer may not measure the service, is measured by it, or it does not add up. */
  add(act: Act, input: NewPull): Promise<PullEntity> {
    const { asked, address, everyMinutes, authorization } = input;
    const { serviceId, calendarId } = subjectOf(input);
    const since = input.since ?? act.at;
    const series = seriesOfPull(asked.kind, input.series?.trim() || null) ?? '';
    this.assertTerms({ address, asked, series, everyMinutes });
    const oldest = act.at.getTime() - LONGEST_BACK_MS;
    if (since > act.at || since.getTime() < oldest)
      throw new DomainError('INVALID', 'A pull reads from a time in the last five years on.', ['since']);
    return this.database.transaction(async (tx) => {
      await assertMayPull(tx, act, serviceId, since);
      if (calendarId !== null) await assertTakesHolidays(tx, calendarId);
      const source = await sourceCalled(tx, input.sourceName.trim(), asked, act.at);
      const pull = tx.create(PullEntity, {
        id: uuidv7(act.at),
        sourceId: source.id,
        serviceId,
        calendarId,
        series,
        asked,
        address,
        authorization,
        everyMinutes,
        state: 'active',
        readTo: since,
        attemptedAt: null,
        succeededAt: null,
        failures: 0,
        nextAt: plannedFrom(act.at, everyMinutes),
        plannedAt: plannedFrom(act.at, everyMinutes),
        personId: act.viewer.personId,
        brought: [],
        version: 1,
      });
      const twice = new DomainError('TAKEN', 'The source reads this series of the service already.', ['series']);
      const filled = new DomainError('TAKEN', 'The source reads holidays of this calendar already.', ['calendarId']);
      await refusing('pull_calendar_key', filled, () =>
        refusing('pull_series_key', twice, () => tx.insert(PullEntity, pull)),
      );
      await this.jobs.enqueue(tx, PULL, { pullId: pull.id });
      await this.audit.record(tx, act, 'pull.added', { type: 'pull', id: pull.id }, null, told(pull));
      return pull;
    });
  }

  /**
   * Whoever changes it takes it over. What lets it in at an address is never sent to another one.
   *
   * @throws {DomainError} As `add`, when it was changed meanwhile, or has ended.
   */
  change(act: Act, id: string, version: number, change: PullChange): Promise<PullEntity> {
    return this.database.transaction(async (tx) => {
      const pull = await findLocked(tx, id);
      await assertMayPull(tx, act, pull.serviceId, pull.readTo);
      assertFresh(pull, version);
      if (pull.state === 'ended') throw new DomainError('ENDED', 'The pull has ended.', ['id']);
      const before = { ...pull };
      const asked = change.asked ?? pull.asked;
      if (PULLED[asked.kind] !== PULLED[pull.asked.kind])
        throw new DomainError(
          'INVALID',
          `A pull of ${PULLED[pull.asked.kind]} stays one; end it and add another one.`,
          ['asked'],
        );
      pull.address = change.address ?? pull.address;
      pull.everyMinutes = change.everyMinutes ?? pull.everyMinutes;
      pull.asked = asked;
      if (change.authorization !== undefined) pull.authorization = change.authorization;
      else if (pull.address !== before.address) pull.authorization = null;
      this.assertTerms(pull);
      pull.state = change.state ?? pull.state;
      const plannedAt = pull.state === 'active' ? plannedFrom(act.at, pull.everyMinutes) : null;
      Object.assign(pull, {
        nextAt: plannedAt,
        plannedAt,
        failures: 0,
        personId: act.viewer.personId,
        version: pull.version + 1,
      });
      await tx.save(pull);
      if (pull.state === 'active') await this.jobs.enqueue(tx, PULL, { pullId: id });
      await this.audit.record(tx, act, 'pull.changed', { type: 'pull', id }, told(before), told(pull));
      return pull;
    });
  }

  private assertTerms(terms: PullTerms): void {
    assertPull(terms, this.config.webhookNetworks.length > 0);
  }
}

/** @throws {DomainError} Unless it is of a service, or of a service calendar, as its kind asks. */
function subjectOf({ asked: { kind }, serviceId, calendarId }: NewPull): Pick<PullEntity, 'serviceId' | 'calendarId'> {
  if (serviceId && calendarId)
    throw new DomainError('INVALID', 'Name a service or a service calendar, not both.', ['calendarId']);
  if (PULLED[kind] === 'holidays') {
    if (!calendarId) throw new DomainError('MISSING', 'Name the service calendar that they are of.', ['calendarId']);
    return { serviceId: null, calendarId };
  }
  if (serviceId === null) throw new DomainError('MISSING', 'Name the service that it is of.', ['serviceId']);
  return { serviceId, calendarId: null };
}

/** It asks at once, and then again. */
const plannedFrom = (at: Date, everyMinutes: number): Date => new Date(at.getTime() + everyMinutes * 60_000);

async function sourceCalled(tx: EntityManager, name: string, { kind }: PullAsked, at: Date): Promise<SourceEntity> {
  const slug = sourceSlug(nameOfSource(name));
  const quietMinutes = kind === 'upptime' ? HISTORY_QUIET_MINUTES : null;
  await tx.query(MAKE, [uuidv7(at), slug, name, quietMinutes]);
  const source = await tx.findOneByOrFail(SourceEntity, { slug });
  assertKind(source, 'measurements');
  return source;
}

const MAKE = `
  INSERT INTO source (id, slug, name, kind, quiet_minutes) VALUES ($1, $2, $3, 'measurements', $4)
  ON CONFLICT ON CONSTRAINT source_slug_key DO NOTHING`;

async function findLocked(tx: EntityManager, id: string): Promise<PullEntity> {
  // The service first, as whoever measures it does.
  const known = isUUID(id) ? await tx.findOneBy(PullEntity, { id }) : null;
  if (!known) throw new DomainError('NOT_FOUND', 'There is no such pull.', ['id']);
  if (known.serviceId !== null) await lockService(tx, known.serviceId);
  return tx.findOneOrFail(PullEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** What lets it in is told to nobody, not even to the audit. */
const told = ({ authorization, ...pull }: PullEntity) => ({ ...pull, hasAuthorization: authorization !== null });
