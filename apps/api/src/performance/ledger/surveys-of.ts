import { type Scale, scaleText } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** A survey by what it is called, and the scale that an answer to it is on. */
export interface SurveyName extends Scale {
  readonly serviceId: string;
  readonly name: string;
}

/** The number of a survey, or why a source cannot bring answers to it. */
export type Survey = { readonly id: number } | { readonly reason: string };

/**
 * Surveys of a source, in the order asked for; those that it has no answer to yet are made, with the scale of the first
 * answer. What is answered on two scales cannot be added up.
 */
export async function surveysOf(tx: EntityManager, sourceId: string, names: readonly SurveyName[]): Promise<Survey[]> {
  const values = [
    sourceId,
    names.map(({ serviceId }) => serviceId),
    names.map(({ name }) => name),
    names.map(({ lowest }) => lowest),
    names.map(({ highest }) => highest),
  ];
  await tx.query(MAKE, values);
  const known: (Scale & { id: number; sourceId: string })[] = await tx.query(FIND, values.slice(1, 3));
  return names.map((asked, i) => {
    const survey = known[i]!;
    const reason = surveyFault(survey, asked, survey.sourceId === sourceId);
    return reason === null ? { id: survey.id } : { reason };
  });
}

/** Why answers to a survey that stands are not taken; null = they are. */
export function surveyFault(standing: Scale, asked: Scale, isOurs: boolean): string | null {
  if (!isOurs) return 'is brought by another source; what both bring would be added up';
  if (scaleText(standing) === scaleText(asked)) return null;
  return `is answered on ${scaleText(standing)} so far; give the other scale a name of its own`;
}

const MAKE = `
  INSERT INTO series (source_id, service_id, kind, name, lowest, highest)
  SELECT $1::uuid, a.service_id, 'answers', a.name, a.lowest, a.highest
  FROM unnest($2::uuid[], $3::text[], $4::smallint[], $5::smallint[]) WITH ORDINALITY
    AS a(service_id, name, lowest, highest, position)
  WHERE NOT EXISTS (
    SELECT FROM series s WHERE s.service_id = a.service_id AND s.name = a.name AND s.kind = 'answers'
  )
  ORDER BY a.position
  ON CONFLICT DO NOTHING`;

const FIND = `
  SELECT s.id, s.source_id AS "sourceId", s.lowest, s.highest
  FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS a(service_id, name, position)
  JOIN series s ON s.service_id = a.service_id AND s.name = a.name AND s.kind = 'answers'
  ORDER BY a.position`;
