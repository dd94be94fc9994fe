import { audienceOf, DomainError, type Entitlement } from '@accord/domain';
import type { EntityManager } from 'typeorm';

const UNITS = 'SELECT slug AS name FROM business_unit WHERE slug = ANY ($1::text[]) AND ended_at IS NULL';
const LOCATIONS = 'SELECT DISTINCT location AS name FROM person WHERE location = ANY ($1::text[]) AND ended_at IS NULL';

/**
 * Whom an entitlement names has to be there: a slip of the pen would shut everybody out.
 *
 * @throws {DomainError} `UNKNOWN_UNIT` or `UNKNOWN_LOCATION`, with the path.
 */
export async function assertNamedInEntitlement(
  tx: EntityManager,
  entitlement: Entitlement,
  path: readonly string[],
): Promise<void> {
  for (const part of ['see', 'order'] as const) {
    const audience = audienceOf(entitlement[part]);
    const unknown = async (sql: string, names: readonly string[] = []) => {
      const known: { name: string }[] = names.length > 0 ? await tx.query(sql, [names]) : [];
      return names.findIndex((name) => known.every((one) => one.name !== name));
    };
    const unit = await unknown(UNITS, audience?.units);
    if (unit >= 0) {
      const sentence = `There is no unit "${audience!.units![unit]}", or it has ended.`;
      throw new DomainError('UNKNOWN_UNIT', sentence, [...path, part, 'units', String(unit)]);
    }
    const location = await unknown(LOCATIONS, audience?.locations);
    if (location >= 0) {
      const sentence = `Nobody works in "${audience!.locations![location]}".`;
      throw new DomainError('UNKNOWN_LOCATION', sentence, [...path, part, 'locations', String(location)]);
    }
  }
}
