import { chargesInWords, type LocalDay, sameCharges } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notices } from '../../people/notices/notices.js';
import type { Act } from '../../platform/act/act.js';
import { officeToday } from '../office-today.js';
import type { Promised } from '../plans/promised.js';
import type { ServiceEntity } from '../services/service.entity.js';
import type { ChangedPrices } from './publish-plans.js';
import type { ServiceVersionEntity } from './service-version.entity.js';

/** What a publication did to prices. */
export interface Repriced {
  changed: readonly ChangedPrices[];
  /** Before the publication. */
  promised: readonly Promised[];
  today: LocalDay;
  /** What the service says beside it; may be empty. */
  text: string;
}

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

  /** Those who pay, or will: what until now, and from when on another price; or that what was announced is called off. */
  async repriced(tx: EntityManager, act: Act, service: ServiceEntity, told: Repriced): Promise<void> {
    const { changed, promised, today, text } = told;
    const subject = subjectOf(service);
    for (const { plan, lists, change, charges } of changed) {
      const words = { service: service.name, plan: plan.name, ...(text && { text }) };
      const paying = promised.filter(({ planId }) => planId === plan.id);
      const stays = (one: Promised) => change.next === null || sameCharges(one, charges);
      for (const [before, to] of personsBy(
        paying.filter((one) => !stays(one)),
        plan.currency,
      )) {
        const facts = { from: change.next!.subscribersFrom, before, after: chargesInWords(charges, plan.currency) };
        await this.notices.tell(tx, act, { kind: 'priceChange', to, subject, facts: { ...words, ...facts } });
      }
      if (!lists.some(({ subscribersFrom: from }) => from !== null && from > today)) continue;
      for (const [price, to] of personsBy(paying.filter(stays), plan.currency))
        await this.notices.tell(tx, act, { kind: 'priceChangeCalledOff', to, subject, facts: { ...words, price } });
    }
  }
}

/** Who pays a price, by its words. */
function personsBy(paying: readonly Promised[], currency: string): Map<string, string[]> {
  const persons = new Map<string, string[]>();
  for (const one of paying) {
    const words = chargesInWords(one, currency);
    persons.set(words, [...(persons.get(words) ?? []), ...one.personIds]);
  }
  return persons;
}

const subjectOf = ({ id }: ServiceEntity) => ({ type: 'service', id });
