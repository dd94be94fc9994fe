import type { Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { searchWords } from '../services/search-words.js';
import type { BundleEntity } from './bundle.entity.js';
import { changedBundles, visibleBundles } from './visible-bundles.js';

/** Which bundles somebody looks for. */
export interface BundleQuestion {
  slug?: string;
  search?: string | null;
  /** Those that the viewer changes, whatever their state; else those that are offered. */
  managed?: boolean | null;
  /** Those that the viewer marked. */
  favourites?: boolean | null;
}

/** More would be a catalog of its own. */
const MOST = 200;

/** By name. A search also finds what is in a bundle. */
export function readBundles(
  manager: EntityManager,
  viewer: Viewer,
  { slug, search, managed, favourites }: BundleQuestion,
): Promise<BundleEntity[]> {
  const parameters = new Parameters();
  const words = searchWords(search);
  const conditions = [
    managed ? changedBundles(viewer, parameters) : visibleBundles(viewer, parameters),
    ...(slug === undefined ? [] : [`b.slug = ${parameters.add(slug)}`]),
    ...(slug === undefined && !managed ? ['b.live_version_id IS NOT NULL AND b.ended_at IS NULL'] : []),
    ...(favourites ? [markedBy(viewer, parameters)] : []),
    ...(words?.length === 0 ? ['false'] : []),
    ...(words ?? []).map((forms) => `words ~ ${anyWord(parameters.add(forms.join('|')))}`),
  ];
  return manager.query(
    `SELECT b.id, b.slug, b.name, b.outcome, b.description, b.synonyms, b.owner_id AS "ownerId",
            b.live_version_id AS "liveVersionId", b.ended_at AS "endedAt"
       FROM bundle b CROSS JOIN LATERAL (
         SELECT lower(unaccent(concat_ws(' ', b.name, b.outcome, b.description, array_to_string(b.synonyms, ' '),
           compounds(ARRAY[b.name] || b.synonyms), (
           SELECT string_agg(concat_ws(' ', s.name, p.name, array_to_string(s.synonyms, ' '), compounds(ARRAY[s.name] || s.synonyms)), ' ')
             FROM bundle_part x JOIN plan p ON p.id = x.plan_id JOIN service s ON s.id = p.service_id
            WHERE x.bundle_id = b.id)))) AS words) w
      WHERE ${conditions.join(' AND ')}
      ORDER BY b.name COLLATE "und-x-icu", b.id LIMIT ${MOST}`,
    parameters.values,
  );
}

/** As a regular expression: where a word begins with one of them. Without its accent, a letter can be a sign. */
const anyWord = (forms: string) => `('\\m(' || regexp_replace(unaccent(${forms}), '[^[:alnum:]|]', '', 'g') || ')')`;

const markedBy = ({ personId }: Viewer, parameters: Parameters) =>
  `EXISTS (SELECT FROM bundle_favourite f WHERE f.bundle_id = b.id AND f.person_id = ${parameters.add(personId)})`;
