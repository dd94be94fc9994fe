import {
  assertCanAddPlan,
  assertCanChangeService,
  assertCanEndPlan,
  assertCurrency,
  assertPrices,
  assertSlug,
  DomainError,
  reasonOf,
  type PriceComponent,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { IsNull, type EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { refusing } from '../../platform/database/refusing.js';
import { assertFresh } from '../../platform/errors/assert-fresh.js';
import { uuidv7 } from '../../platform/uuid.js';
import { lockedService } from '../services/locked-service.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { PlanEntity } from './plan.entity.js';
import { deliveryColumns } from './plan-delivery.js';
import { pricesOf, replacePrices } from './plan-prices.js';
import { assertSla } from './plan-sla.js';

export interface PriceDescription extends Omit<PriceComponent, 'per' | 'unitName'> {
  per?: PriceComponent['per'];
  unitName?: string | null;
}

/** A promise to deliver an order within open time. */
export interface DeliveryDescription {
  targetHours: string;
  calendarId: string;
}

export interface PlanDescription {
  name: string;
  description: string;
  agreementId?: string | null;
  delivery?: DeliveryDescription | null;
  prices: readonly PriceDescription[];
}

/** Left-out fields stay as they are. */
export interface PlanChange extends Partial<PlanDescription> {
  /** The version that was edited; not checked when left out. */
  version?: number | null;
}

@Injectable()
export class Plans {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} When the viewer may not, the slug is taken, or prices, currency or SLA are not in order. */
  add(act: Act, plan: PlanDescription & { serviceId: string; slug: string; currency: string }): Promise<PlanEntity> {
    return this.database.transaction(async (tx) => {
      const service = await lockedService(tx, act.viewer, plan.serviceId, 'serviceId');
      assertCanChangeService(act.viewer, service);
      assertCanAddPlan(service);
      assertSlug(plan.slug);
      assertCurrency(plan.currency, ['currency']);
      const prices = whole(plan.prices);
      assertPrices(prices, plan.currency);
      if (plan.agreementId) await assertSla(tx, act, plan.agreementId);
      const delivery = await deliveryColumns(tx, plan.delivery ?? null);

      const { slug, description, currency, agreementId = null } = plan;
      const added = tx.create(PlanEntity, {
        id: uuidv7(act.at),
        serviceId: service.id,
        slug,
        name: plan.name.trim(),
        description,
        currency,
        agreementId,
        ...delivery,
        endedAt: null,
      });
      const taken = new DomainError('SLUG_TAKEN', `${service.name} has, or had, a plan with the slug "${slug}".`, [
        'slug',
      ]);
      await refusing('plan_slug_key', taken, () => tx.insert(PlanEntity, added));
      await replacePrices(tx, added.id, prices, act.at);
      await this.record(tx, act, 'plan.added', null, { ...added, prices });
      return added;
    });
  }

  /** Prices that differ end now, and new ones take their place. */
  change(act: Act, id: string, { version, prices: wanted, ...change }: PlanChange): Promise<PlanEntity> {
    return this.database.transaction(async (tx) => {
      const { plan } = await this.changeable(tx, act, id);
      assertFresh(plan, version);
      const before = { ...plan, prices: await pricesOf(tx, id) };
      const prices = wanted && whole(wanted);
      if (prices) assertPrices(prices, plan.currency);
      if (change.agreementId && change.agreementId !== plan.agreementId) await assertSla(tx, act, change.agreementId);
      plan.name = change.name?.trim() ?? plan.name;
      plan.description = change.description ?? plan.description;
      if (change.agreementId !== undefined) plan.agreementId = change.agreementId;
      if (change.delivery !== undefined) Object.assign(plan, await deliveryColumns(tx, change.delivery));
      if (prices) await replacePrices(tx, id, prices, act.at);
      await tx.save(plan);
      // A new price is a change of the plan, though no column of it says so.
      if (prices) await tx.increment(PlanEntity, { id }, 'version', 1);
      const after = await tx.findOneByOrFail(PlanEntity, { id });
      await this.record(tx, act, 'plan.changed', before, { ...after, prices: await pricesOf(tx, id) });
      return after;
    });
  }

  /** It can no longer be chosen; who has it keeps it. */
  end(act: Act, id: string): Promise<PlanEntity> {
    return this.database.transaction(async (tx) => {
      reasonOf(act.reason ?? '');
      const { plan, service } = await this.changeable(tx, act, id);
      const before = { ...plan };
      const plans = await tx.countBy(PlanEntity, { serviceId: service.id, endedAt: IsNull() });
      assertCanEndPlan(service, plan, plans);
      plan.endedAt = act.at;
      await tx.save(plan);
      await this.record(tx, act, 'plan.ended', before, plan);
      return plan;
    });
  }

  /** The service first: it is locked in the same order as everywhere. */
  private async changeable(
    tx: EntityManager,
    act: Act,
    id: string,
  ): Promise<{ plan: PlanEntity; service: ServiceEntity }> {
    const unknown = new DomainError('NOT_FOUND', 'There is no such plan.', ['id']);
    const found = isUUID(id) ? await tx.findOneBy(PlanEntity, { id }) : null;
    if (!found) throw unknown;
    const service = await lockedService(tx, act.viewer, found.serviceId).catch((error: unknown) => {
      throw error instanceof DomainError ? unknown : error;
    });
    assertCanChangeService(act.viewer, service);
    const plan = await tx.findOneByOrFail(PlanEntity, { id });
    if (plan.endedAt) throw new DomainError('ALREADY_ENDED', `The plan ${plan.name} has ended.`, ['id']);
    return { plan, service };
  }

  private record(
    tx: EntityManager,
    act: Act,
    action: string,
    before: object | null,
    after: PlanEntity & { prices?: readonly PriceComponent[] },
  ): Promise<void> {
    return this.audit.record(tx, act, action, { type: 'plan', id: after.id }, before, after);
  }
}

/** With null for everything that was left out. */
function whole(prices: readonly PriceDescription[]): PriceComponent[] {
  return prices.map(({ kind, label, amount, per = null, unitName = null }) => ({
    kind,
    label: label.trim(),
    amount,
    per,
    unitName,
  }));
}
