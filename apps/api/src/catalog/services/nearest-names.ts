import type { EntityManager } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { searchWords } from './search-words.js';
import type { ServiceQuestion } from './service-rows.js';
import { visibleServices } from './visible-services.js';

/** A word of three letters with one of them wrong is as near as this; below, words have hardly a letter in common. */
const NEAR = 0.25;

/** Ids of up to five services whose names come nearest to a word that was sought. */
export async function nearestNames(manager: EntityManager, { viewer, filter }: ServiceQuestion): Promise<string[]> {
  const words = searchWords(filter.search);
  if (!words?.length) return [];
  const parameters = new Parameters();
  const sought = parameters.add(words);
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM (
       SELECT s.id, s.name,
              (SELECT max(word_similarity(unaccent(word), lower(unaccent(s.name)))) FROM unnest(${sought}::text[]) word) AS nearness
         FROM service s WHERE ${visibleServices(viewer, parameters)}
     ) s
     WHERE nearness >= ${NEAR} ORDER BY nearness DESC, name COLLATE "und-x-icu", id LIMIT 5`,
    parameters.values,
  );
  return rows.map(({ id }) => id);
}
