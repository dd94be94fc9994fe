import type { EntityManager } from 'typeorm';

/** What people call a commitment and its service. */
export async function namesOf(
  tx: EntityManager,
  commitmentId: string,
): Promise<{ commitment: string; service: string }> {
  const [names]: [{ commitment: string; service: string }] = await tx.query(
    'SELECT c.name AS commitment, s.name AS service FROM commitment c JOIN service s ON s.id = c.service_id WHERE c.id = $1',
    [commitmentId],
  );
  return names;
}
