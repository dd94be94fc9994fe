import { canSeePeople, canSeePerson, type Viewer } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { SelectQueryBuilder } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Database } from '../platform/database/database.js';
import type { Connection } from '../platform/graphql/connection.js';
import { pageSize, readCursor, toConnection } from '../platform/graphql/page.js';
import { PersonEntity } from './person.entity.js';

const BY_NAME = 'person.name COLLATE "und-x-icu"';

export interface PeopleQuery {
  /** Part of a name or an e-mail address. */
  search?: string | null;
  /** Whether people who have left are listed too. */
  ended: boolean;
  first: number;
  after?: string | null;
}

/** Reads people, as far as the viewer may know of them. */
@Injectable()
export class PersonLists {
  constructor(private readonly database: Database) {}

  /** @returns null for whoever does not exist, or not for this viewer. */
  async one({ viewer }: Act, id: string): Promise<PersonEntity | null> {
    return isUUID(id) && canSeePerson(viewer, id) ? this.database.read.findOneBy(PersonEntity, { id }) : null;
  }

  async page({ viewer }: Act, query: PeopleQuery): Promise<Connection<PersonEntity> & { totalCount: number }> {
    const size = pageSize(query.first);
    const all = this.matching(viewer, query);
    const totalCount = await all.getCount();
    if (query.after) {
      const [name, id] = readCursor(query.after, ['text', 'uuid']);
      all.andWhere(`(${BY_NAME}, person.id) > (:name COLLATE "und-x-icu", :id)`, { name, id });
    }
    const rows = await all
      .orderBy(BY_NAME)
      .addOrderBy('person.id')
      .limit(size + 1)
      .getMany();
    return { totalCount, ...toConnection(rows, size, ({ name, id }) => [name, id]) };
  }

  /** Where colleagues work, by name; nowhere for who sees no colleagues. */
  async locations({ viewer }: Act): Promise<string[]> {
    if (!canSeePeople(viewer)) return [];
    const rows: { location: string }[] = await this.database.read.query(
      `SELECT location FROM person WHERE ended_at IS NULL AND location IS NOT NULL
        GROUP BY location ORDER BY location COLLATE "und-x-icu"`,
    );
    return rows.map(({ location }) => location);
  }

  private matching(viewer: Viewer, { search, ended }: PeopleQuery): SelectQueryBuilder<PersonEntity> {
    const people = this.database.read.createQueryBuilder(PersonEntity, 'person').where('true');
    if (!ended) people.andWhere('person.endedAt IS NULL');
    if (!canSeePeople(viewer)) people.andWhere('person.id = :self', { self: viewer.personId });
    const words = search?.trim();
    if (!words) return people;
    const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    return people.andWhere('(person.name ILIKE :pattern OR person.email ILIKE :pattern)', { pattern });
  }
}
