import type { EntityManager } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { searchWords } from './search-words.js';
import type { ServiceQuestion } from './service-rows.js';
import { visibleServices } from './visible-services.js';

/** Below, words have hardly a letter in common. */
const NEAR = 0.25;

/** How near a word comes to a name; the shortest words tell too little, and are near to others of which one letter differs. */
const NEARNESS = `
  CASE WHEN length(word) > 3 THEN word_similarity(word, name)
    WHEN length(word) = 3 AND EXISTS (
      SELECT FROM regexp_split_to_table(name, '[^[:alnum:]]+') part
       WHERE CASE WHEN length(part) <= 4 THEN levenshtein(word, part) <= 1 END) THEN 0.5 END`;

/** Ids of up to five services whose names come nearest to a word that was sought. */
export async function nearestNames(manager: EntityManager, { viewer, filter }: ServiceQuestion): Promise<string[]> {
  const words = searchWords(filter.search);
  if (!words?.length) return [];
  const parameters = new Parameters();
  const sought = parameters.add(words.map(([typed]) => typed));
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM (
       SELECT s.id, s.name,
              (SELECT max(${NEARNESS}) FROM unaccent(lower(s.name)) name,
                 (SELECT unaccent(word) FROM unnest(${sought}::text[]) word) sought(word)) AS nearness
         FROM service s WHERE ${visibleServices(viewer, parameters)}
     ) s
     WHERE nearness >= ${NEAR} ORDER BY nearness DESC, name COLLATE "und-x-icu", id LIMIT 5`,
    parameters.values,
  );
  return rows.map(({ id }) => id);
}
