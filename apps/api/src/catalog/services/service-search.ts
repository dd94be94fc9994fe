import { isOutsider } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { pageSize, toConnection } from '../../platform/graphql/page.js';
import type { ArchetypesOfDay } from '../archetypes/archetypes-today.js';
import { officeToday } from '../office-today.js';
import { nearestNames } from './nearest-names.js';
import { readCounts, type ServiceCounts } from './service-facets.js';
import type { ServiceFilter, ServiceSort } from './service-filter.input.js';
import { readPage, type PageRow } from './service-page.js';
import type { ServiceQuestion } from './service-rows.js';

export interface ServiceListArgs {
  filter?: ServiceFilter | null;
  sort: ServiceSort;
  first: number;
  after?: string | null;
}

const ENOUGH_TO_ASK = 3;

/** A page of the catalog; what stands beside the page is read when it is asked for, and once. */
export class ServiceList {
  private known?: Promise<ServiceCounts>;

  constructor(
    readonly page: ReturnType<typeof toConnection<PageRow>>,
    private readonly count: () => Promise<ServiceCounts>,
    private readonly nearest: () => Promise<string[]>,
    private readonly office: () => Promise<string[]>,
  ) {}

  counts(): Promise<ServiceCounts> {
    return (this.known ??= this.count());
  }

  /** Ids; none where something matched. */
  async suggestions(): Promise<string[]> {
    return this.page.edges.length > 0 ? [] : this.nearest();
  }

  /** Ids of some people; none where something matched. */
  async whomToAsk(): Promise<string[]> {
    return this.page.edges.length > 0 ? [] : (await this.office()).slice(0, ENOUGH_TO_ASK);
  }
}

/** Finds services. */
@Injectable()
export class ServiceSearch {
  constructor(private readonly database: Database) {}

  async list(
    act: Act,
    archetypes: ArchetypesOfDay,
    { filter, sort, first, after }: ServiceListArgs,
  ): Promise<ServiceList> {
    const { read } = this.database;
    const question: ServiceQuestion = { viewer: act.viewer, filter: filter ?? {}, archetypes };
    const size = pageSize(first);
    const rows = await readPage(read, question, { sort, size, after });
    const page = toConnection(rows, size, ({ place }) => place);
    return new ServiceList(
      page,
      () => readCounts(read, question),
      () => nearestNames(read, question),
      async () => (isOutsider(act.viewer) ? [] : officeToday(read, act.at)),
    );
  }
}
