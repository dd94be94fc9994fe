import {
  type DriftKind,
  type FindingFacts,
  type FindingKind,
  findingValues,
  subjectOfFinding,
  type Trend,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { uuidv7 } from '../../platform/uuid.js';
import { FindingEntity } from './finding.entity.js';
import { FindingNotices, type OpenedFinding } from './finding-notices.js';

/** What a rule found; of a drift, with the numbers in which it was. */
export type Found<K extends FindingKind> = FoundFacts<K> & (K extends DriftKind ? { trend: Trend } : { trend?: never });

interface FoundFacts<K extends FindingKind> {
  /** Of the thing that the kind is about: a source, a series, a commitment or a service. */
  subjectId: string;
  /** The services that it concerns; who sees behind one of them sees the finding. */
  serviceIds: readonly string[];
  facts: FindingFacts<K>;
}

/** What is found in promises and measurements. Of a kind, a subject has one open finding at most. */
@Injectable()
export class Findings {
  constructor(
    private readonly audit: Audit,
    private readonly notices: FindingNotices,
  ) {}

  /** Opens it, and tells those who manage or own its services; one that is open already is kept with the newest facts. */
  async open<K extends FindingKind>(tx: EntityManager, act: PublicAct, kind: K, found: Found<K>): Promise<void> {
    await this.notices.tell(tx, act, kind, await this.keep(tx, act, kind, found));
  }

  /** It is so no longer. Does nothing where nothing is open. */
  async end(tx: EntityManager, act: PublicAct, kind: FindingKind, subjectId: string): Promise<void> {
    const before = await tx
      .createQueryBuilder(FindingEntity, 'f')
      .setLock('pessimistic_write')
      .where('f.kind = :kind AND f.subject_type = :type AND f.subject_id = :subjectId AND f.ended_at IS NULL', {
        kind,
        type: subjectOfFinding(kind),
        subjectId,
      })
      .getOne();
    if (!before) return;
    const ended = { ...before, endedAt: act.at };
    await tx.update(FindingEntity, before.id, { endedAt: act.at });
    await this.audit.record(tx, act, 'finding.ended', { type: 'finding', id: before.id }, before, ended);
  }

  /**
   * What a rule found when it looked at subjects of its kind: opens or keeps these, tells of all that are new together,
   * and ends the others.
   *
   * @param among The subjects that it looked at; null = all.
   */
  async settle<K extends FindingKind>(
    tx: EntityManager,
    act: PublicAct,
    kind: K,
    found: readonly Found<K>[],
    among: readonly string[] | null = null,
  ): Promise<void> {
    const over: { subjectId: string }[] = await tx.query(OPEN_BESIDES, [
      kind,
      subjectOfFinding(kind),
      found.map(({ subjectId }) => subjectId),
      among,
    ]);
    // In one order, so that two who settle never wait for each other.
    for (const { subjectId } of over) await this.end(tx, act, kind, subjectId);
    const opened: OpenedFinding[] = [];
    for (const one of found.toSorted((a, b) => (a.subjectId < b.subjectId ? -1 : 1)))
      opened.push(...(await this.keep(tx, act, kind, one)));
    await this.notices.tell(tx, act, kind, opened);
  }

  /** @returns The finding, where it was not open already. */
  private async keep<K extends FindingKind>(
    tx: EntityManager,
    act: PublicAct,
    kind: K,
    { subjectId, serviceIds, facts, trend }: Found<K>,
  ): Promise<OpenedFinding[]> {
    const values = findingValues(kind, facts);
    const [{ id, isNew }]: [{ id: string; isNew: boolean }] = await tx.query(OPEN, [
      uuidv7(act.at),
      kind,
      subjectOfFinding(kind),
      subjectId,
      JSON.stringify(values),
      act.at,
      trend ? JSON.stringify(trend) : null,
    ]);
    await tx.query(CONCERNS, [id, serviceIds]);
    if (!isNew) return [];
    const finding = await tx.findOneByOrFail(FindingEntity, { id });
    // What its weeks were stays with the finding: the audit keeps what was said of them.
    const { trend: _, ...said } = finding;
    await this.audit.record(tx, act, 'finding.opened', { type: 'finding', id }, null, said);
    return [{ finding, serviceIds }];
  }
}

/** A row that was there keeps its id. */
const OPEN = `
  INSERT INTO finding AS f (id, kind, subject_type, subject_id, facts, trend, opened_at, last_seen_at)
  VALUES ($1, $2, $3, $4, $5, $7, $6, $6)
  ON CONFLICT (kind, subject_type, subject_id) WHERE ended_at IS NULL
  DO UPDATE SET facts = excluded.facts, trend = excluded.trend, last_seen_at = greatest(f.last_seen_at, excluded.last_seen_at)
  RETURNING id, id = $1 AS "isNew"`;

const CONCERNS = `
  INSERT INTO finding_service (finding_id, service_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING`;

const OPEN_BESIDES = `
  SELECT subject_id AS "subjectId" FROM finding
  WHERE kind = $1 AND subject_type = $2 AND ended_at IS NULL AND subject_id <> ALL ($3::text[])
    AND ($4::text[] IS NULL OR subject_id = ANY ($4::text[]))
  ORDER BY subject_id`;
