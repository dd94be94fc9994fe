import type { Hands } from '@accord/api/demo/builders/hands.js';
import type { Role } from '@accord/domain';
import type { Api } from './api.js';

const ALWAYS = new Date('2000-01-01T00:00:00Z');
const MAY: Role[] = ['administrator', 'btOffice', 'vendorManager'];

/** Somebody who may add everything, is nobody in the database, and did it all long before a story begins. */
export function longAgo(api: Api): Hands {
  const roles = MAY.map((role) => ({ role, kind: 'organisation' as const, ids: [] }));
  const viewer = { personId: '00000000-0000-7000-8000-000000000001', name: 'The builders', roles };
  const act = async () => ({ viewer, at: ALWAYS });
  return { get: api.get, proposer: act, decider: act };
}
