import { pricesInWords } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notices } from '../../people/notices/notices.js';
import type { Act } from '../../platform/act/act.js';
import { officeToday } from '../office-today.js';
import { subscribersOf } from '../plans/subscribers.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { todayOf } from '../today.js';
import type { ChangedPrices } from './publish-plans.js';
import type { ServiceVersionEntity } from './service-version.entity.js';

/** Who is told what of the versions of a service. */
@Injectable()
export class VersionNotices {
  constructor(private readonly notices: Notices) {}

  /** Those who may publish it: the owner of the service, and the BT office. */
  async proposed(tx: EntityManager, act: Act, service: ServiceEntity): Promise<void> {
    const to = [...(service.ownerId ? [service.ownerId] : []), ...(await officeToday(tx, act.at))];
    const facts = { service: service.name, by: act.viewer.name };
    await this.notices.tell(tx, act, { kind: 'versionProposed', to, subject: subjectOf(service), facts });
  }

  /** Those who wrote it. */
  async decided(tx: EntityManager, act: Act, service: ServiceEntity, version: ServiceVersionEntity): Promise<void> {
    const { proposedById, writtenByIds, state } = version;
    if (!proposedById) return;
    const facts = { service: service.name, state, by: act.viewer.name };
    const to = [proposedById, ...writtenByIds];
    await this.notices.tell(tx, act, { kind: 'versionDecided', to, subject: subjectOf(service), facts });
  }

  /** Those who pay, what they pay now and from when on another price. */
  async repriced(
    tx: EntityManager,
    act: Act,
    service: ServiceEntity,
    changed: readonly ChangedPrices[],
  ): Promise<void> {
    const planIds = changed.map(({ plan }) => plan.id);
    const subscribers = planIds.length > 0 ? await subscribersOf(tx, { planIds }, await todayOf(tx, act.at)) : [];
    for (const { plan, change, prices } of changed) {
      if (!change.next) continue;
      const told = new Map<string, string[]>();
      for (const { planId, personIds, prices: paid } of subscribers) {
        if (planId !== plan.id) continue;
        const before = pricesInWords(paid, plan.currency);
        told.set(before, [...(told.get(before) ?? []), ...personIds]);
      }
      const after = pricesInWords(prices, plan.currency);
      for (const [before, to] of told) {
        const facts = { service: service.name, plan: plan.name, from: change.next.subscribersFrom, before, after };
        await this.notices.tell(tx, act, { kind: 'priceChange', to, subject: subjectOf(service), facts });
      }
    }
  }
}

const subjectOf = ({ id }: ServiceEntity) => ({ type: 'service', id });
