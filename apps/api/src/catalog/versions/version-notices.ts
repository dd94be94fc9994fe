import { chargesInWords, type LocalDay, sameCharges, samePromise } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notices } from '../../people/notices/notices.js';
import type { Act } from '../../platform/act/act.js';
import { officeToday } from '../office-today.js';
import { hasItOn, type Promised } from '../plans/promised.js';
import type { ChangedPromise } from '../plans/plan-promises.js';
import type { ServiceEntity } from '../services/service.entity.js';
import type { ChangedPrices } from './publish-plans.js';
import { promiseWords } from './promise-words.js';
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
      const priceOf = (one: Promised) => chargesInWords(one, plan.currency);
      const moved = paying.filter((one) => !stays(one) && hasItOn(one, change.next!.subscribersFrom));
      for (const [before, to] of byWords(moved, priceOf)) {
        const facts = { from: change.next!.subscribersFrom, before, after: chargesInWords(charges, plan.currency) };
        await this.notices.tell(tx, act, { kind: 'priceChange', to, subject, facts: { ...words, ...facts } });
      }
      const announced = lists.flatMap(({ subscribersFrom: from }) => (from !== null && from > today ? from : []));
      if (announced.length === 0) continue;
      const spared = paying.filter((one) => stays(one) && announced.some((from) => hasItOn(one, from)));
      for (const [what, to] of byWords(spared, priceOf))
        await this.notices.tell(tx, act, { kind: 'changeCalledOff', to, subject, facts: { ...words, what } });
    }
  }

  /** Those who have a plan that promises something else: what until when; or that it goes on as before. */
  async promised(
    tx: EntityManager,
    act: Act,
    service: ServiceEntity,
    { changed, text }: { changed: readonly ChangedPromise[]; text: string },
  ): Promise<void> {
    const subject = subjectOf(service);
    const inWords = await promiseWords(tx, changed);
    for (const { plan, after, subscribersFrom: from, callsOff, held } of changed) {
      const words = { service: service.name, plan: plan.name, ...(text && { text }) };
      const told = (same: boolean) => held.filter(({ before }) => samePromise(before, after) === same);
      for (const [before, to] of byWords(told(false), (one) => inWords(one.before))) {
        const facts = { ...words, from, before, after: inWords(after) };
        await this.notices.tell(tx, act, { kind: 'promiseChange', to, subject, facts });
      }
      if (!callsOff) continue;
      for (const [what, to] of byWords(told(true), (one) => inWords(one.before)))
        await this.notices.tell(tx, act, { kind: 'changeCalledOff', to, subject, facts: { ...words, what } });
    }
  }
}

/** Who is told the same. */
function byWords<T extends { readonly personIds: readonly string[] }>(told: readonly T[], wordsOf: (one: T) => string) {
  const persons = new Map<string, string[]>();
  for (const one of told) {
    const words = wordsOf(one);
    persons.set(words, [...(persons.get(words) ?? []), ...one.personIds]);
  }
  return persons;
}

const subjectOf = ({ id }: ServiceEntity) => ({ type: 'service', id });
