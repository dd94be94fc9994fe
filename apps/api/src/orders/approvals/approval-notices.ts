import { type Concerned, concernedBy, moneyInWords, orderNumber, standInsFor } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Notices } from '../../people/notices/notices.js';
import { PersonEntity } from '../../people/person.entity.js';
import { todayOf } from '../../people/today.js';
import type { PublicAct } from '../../platform/act/act.js';
import { standInsOf } from './known-people.js';
import type { SeatRow } from './stage-rows.js';

/** An order, as far as approvers are told of it. */
export interface ToldOrder {
  readonly id: string;
  readonly number: number;
  readonly requesterId: string;
  readonly total: string | null;
  readonly currency: string | null;
}

const WHAT = `
  SELECT string_agg(DISTINCT s.name, ', ' ORDER BY s.name) AS what
    FROM order_item i JOIN plan p ON p.id = i.plan_id JOIN service s ON s.id = p.service_id WHERE i.order_id = $1`;

/** Tells approvers, and who stands in for them, that they are asked. */
@Injectable()
export class ApprovalNotices {
  constructor(private readonly notices: Notices) {}

  /** @param only Of the people of the seats, to whom it is told; omitted: to all who have not decided. */
  async ask(
    tx: EntityManager,
    act: PublicAct,
    order: ToldOrder & Concerned,
    seats: readonly SeatRow[],
    only?: readonly string[],
  ): Promise<void> {
    const waiting = seats.filter(({ verdict }) => verdict === null);
    const asked = waiting.flatMap(({ personId, delegateId }) => [personId, ...(delegateId ? [delegateId] : [])]);
    const facts = await this.factsOf(tx, order);
    const subject = { type: 'order', id: order.id };
    const to = asked.filter((id) => !only || only.includes(id));
    await this.notices.tell(tx, act, { kind: 'approvalNeeded', to, subject, facts });
    if (only) return;
    const people = waiting.map(({ personId }) => personId);
    const away = await standInsOf(tx, people, await todayOf(tx, act.at));
    const absent = await tx.findBy(PersonEntity, { id: In(away.map(({ personId }) => personId)) });
    for (const { id, name: standsInFor } of absent) {
      const seat = waiting.find(({ personId }) => personId === id)!;
      const to = standInsFor(seat, seats, away, concernedBy(order));
      await this.notices.tell(tx, act, { kind: 'approvalNeeded', to, subject, facts: { ...facts, standsInFor } });
    }
  }

  async remind(
    tx: EntityManager,
    act: PublicAct,
    order: ToldOrder,
    to: readonly string[],
    since: string,
  ): Promise<void> {
    const { amount: _, ...facts } = await this.factsOf(tx, order);
    const subject = { type: 'order', id: order.id };
    await this.notices.tell(tx, act, { kind: 'approvalReminder', to, subject, facts: { ...facts, since } });
  }

  private async factsOf(tx: EntityManager, { id, number, requesterId, total, currency }: ToldOrder) {
    const [{ what }]: [{ what: string }] = await tx.query(WHAT, [id]);
    const requester = await tx.findOneByOrFail(PersonEntity, { id: requesterId });
    const amount = total !== null && currency !== null ? moneyInWords(total, currency) : '';
    return { order: orderNumber(number), requester: requester.name, what, amount };
  }
}
