import { isMeasuredIn, KEPT_SINCE, mayMeasure, type MeasuredService } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { OWN } from '../imports/measured-rows.js';
import { servicePlacesOf } from '../judged-commitments.js';
import type { ToldRow } from './measurement-readers.js';
import type { RowFault } from './read-chunks.js';

interface Known {
  service: MeasuredService;
  /** Whether the viewer is measured by it on one day or another. */
  isStake: boolean;
}

/** Services by their slugs, as the viewer may bring measurements of them; each is looked up once. */
export class MeasuredServices {
  private readonly bySlug = new Map<string, Known | null>();

  constructor(private readonly act: Act) {}

  /** Takes the rows that the viewer may not bring out of the chunk. */
  async sorted(tx: EntityManager, rows: readonly ToldRow[]): Promise<{ rows: ToldRow[]; faults: RowFault[] }> {
    await this.lookUp(tx, rows);
    const sorted: { rows: ToldRow[]; faults: RowFault[] } = { rows: [], faults: [] };
    for (const told of rows) {
      const { line, row } = told;
      const known = this.bySlug.get(row.service)!;
      if (known === null) sorted.faults.push({ line, column: 'service', value: row.service, reason: NOT_YOURS });
      else if (known.isStake && this.isMeasuredSince(known.service, row.at)) sorted.faults.push({ line, ...OWN });
      else sorted.rows.push(told);
    }
    return sorted;
  }

  /** @param slug Of a row that was not taken out. */
  idOf(slug: string): string {
    return this.bySlug.get(slug)!.service.serviceId;
  }

  private async lookUp(tx: EntityManager, rows: readonly ToldRow[]): Promise<void> {
    const slugs = new Set<string>();
    for (const { row } of rows) if (!this.bySlug.has(row.service)) slugs.add(row.service);
    if (slugs.size === 0) return;
    const found: { id: string; slug: string }[] = await tx.query('SELECT id, slug FROM service WHERE slug = ANY($1)', [
      [...slugs],
    ]);
    const places = await servicePlacesOf(
      tx,
      found.map(({ id }) => id),
    );
    const byId = new Map(places.map((place) => [place.serviceId, place]));
    for (const slug of slugs) this.bySlug.set(slug, null);
    for (const { id, slug } of found) {
      const service = byId.get(id)!;
      if (mayMeasure(this.act.viewer, service))
        this.bySlug.set(slug, { service, isStake: this.isMeasuredSince(service, KEPT_SINCE) });
    }
  }

  private isMeasuredSince(service: MeasuredService, since: number): boolean {
    return isMeasuredIn(this.act.viewer, service, { from: new Date(since), to: this.act.at });
  }
}

const NOT_YOURS = 'is no service that you may bring measurements of';
