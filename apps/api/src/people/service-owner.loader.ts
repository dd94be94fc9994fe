import { defineLoader } from '../platform/graphql/loaders.js';

/** Whether a person is named as the owner of any service. */
export const ownsServices = defineLoader<string, boolean>(async (ids, { manager }) => {
  const owners: { id: string }[] = await manager.query(
    'SELECT DISTINCT owner_id AS id FROM service WHERE owner_id = ANY($1::uuid[])',
    [ids],
  );
  return ids.map((id) => owners.some((owner) => owner.id === id));
});
