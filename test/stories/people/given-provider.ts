import type { Api } from '../../builders/api.js';
import { uuidv7 } from '@accord/api/platform/uuid.js';

/** Some company, for roles to be given for. */
export async function givenProvider(api: Api): Promise<string> {
  const id = uuidv7();
  await api.dataSource.query(
    `INSERT INTO provider (id, slug, name, kind, description, version) VALUES ($1, $2, 'A company', 'external', '', 1)`,
    [id, `provider-${id}`],
  );
  return id;
}
