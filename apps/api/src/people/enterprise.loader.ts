import { defineLoader } from '../platform/graphql/loaders.js';
import { EnterpriseEntity } from './enterprise.entity.js';

/** The one enterprise, and which day it is there. */
export const enterpriseToday = defineLoader<'enterprise', { enterprise: EnterpriseEntity; today: string }>(
  async (keys, { manager, act }) => {
    const enterprise = await manager.findOneByOrFail(EnterpriseEntity, { only: true });
    const today = new Intl.DateTimeFormat('sv', { timeZone: enterprise.timeZone }).format(act.at);
    return keys.map(() => ({ enterprise, today }));
  },
);
