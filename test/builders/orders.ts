import type { ServiceManagementEntity } from '@accord/api/catalog/management/service-management.entity.js';
import type { PlanEntity } from '@accord/api/catalog/plans/plan.entity.js';
import type { ServiceEntity } from '@accord/api/catalog/services/service.entity.js';
import { orderingBy, ordersBy, type Wanted } from '@accord/api/demo/builders/orders.js';
import { BudgetEntity } from '@accord/api/orders/budgets/budget.entity.js';
import type { AddBudgetInput } from '@accord/api/orders/budgets/budget.type.js';
import { ChargeRunEntity } from '@accord/api/orders/charges/charge-run.entity.js';
import type { OrderRow } from '@accord/api/orders/order-rows.js';
import { BusinessUnitEntity } from '@accord/api/people/business-unit.entity.js';
import { TeamEntity } from '@accord/api/people/team.entity.js';
import type { OrderState } from '@accord/domain';
import type { Api } from './api.js';
import type { catalogBuilders, GivenPlan } from './catalog.js';
import { longAgo } from './hands.js';
import type { peopleBuilders, SignedInPerson } from './people.js';

type Parents = ReturnType<typeof peopleBuilders> & ReturnType<typeof catalogBuilders>;

/** Everything that one order needs, with a person for each part in it. */
export interface OrderPlace {
  unit: BusinessUnitEntity;
  team: TeamEntity;
  service: ServiceEntity;
  plan: PlanEntity;
  /** Of the team. */
  member: SignedInPerson;
  /** Of the unit's budget. */
  owner: SignedInPerson;
  requester: SignedInPerson;
  budget: BudgetEntity;
}

export interface GivenOrderPlace {
  /** The unit that pays and the team that fulfils; new ones, unless said otherwise. */
  at?: { unit: { id: string }; team: { id: string } };
  plan?: GivenPlan;
  budget?: Partial<AddBudgetInput>;
}

/** How far an order came. */
type Reached = Exclude<OrderState, 'submitted'>;

/** A day on which no order of a story begins by itself. */
const LATER = '2026-06-01';

/** Orders made through the use cases, each move by whoever makes it. */
export function orderBuilders(api: Api, parents: Parents) {
  const { manager } = api.dataSource;
  const by = ordersBy(api.get);
  const office = orderingBy(longAgo(api));

  const given = {
    management: (
      service: { id: string },
      team: { id: string },
      from = '2000-01-01',
    ): Promise<ServiceManagementEntity> => office.team({ serviceId: service.id, teamId: team.id, from }),

    /** 10,000 euros for the year in which stories begin, unless said otherwise. */
    budget: (unit: { id: string }, differing: Partial<AddBudgetInput> = {}): Promise<BudgetEntity> =>
      office.budget({
        unitId: unit.id,
        name: 'Year 2026',
        from: '2026-01-01',
        to: '2026-12-31',
        amount: '10000',
        ...differing,
      }),

    /** A live service with a plan and a team, and a unit with budget, owner and requester. */
    async orderPlace({ at, plan: wanted = {}, budget = {} }: GivenOrderPlace = {}): Promise<OrderPlace> {
      const unit = await manager.findOneByOrFail(BusinessUnitEntity, { id: (at?.unit ?? (await parents.unit())).id });
      const team = await manager.findOneByOrFail(TeamEntity, { id: (at?.team ?? (await parents.team())).id });
      const service = await parents.service();
      const plan = await parents.plan(service, wanted);
      await given.management(service, team);
      const member = await parents.person({ name: 'Tia Team' });
      await parents.membership(team, member);
      const role = (name: 'requester' | 'budgetOwner') => [{ role: name, kind: 'unit' as const, id: unit.id }];
      return {
        unit,
        team,
        service,
        plan,
        member,
        owner: await parents.person({ name: 'Olga Owner', roles: role('budgetOwner') }),
        requester: await parents.person({ name: 'Rita Requester', roles: role('requester'), unitId: unit.id }),
        budget: await given.budget(unit, budget),
      };
    },

    /** An order of the place that came as far as the state says. */
    async order(place: OrderPlace, state: Reached = 'draft', input: Wanted = {}): Promise<OrderRow> {
      const as = (person: SignedInPerson) => parents.act(person);
      const [requester, owner, member] = [await as(place.requester), await as(place.owner), await as(place.member)];
      const startOn = state === 'scheduled' ? LATER : null;
      const draft = await by.draft(requester, { planId: place.plan.id, startOn, ...input });
      if (state === 'draft') return draft;
      const order = await by.submitted(requester, draft);
      const ends = {
        awaitingApproval: [],
        needsInformation: [() => by.asked(owner, order, 'For whom?')],
        rejected: [() => by.rejected(owner, order, 'Too much.')],
        cancelled: [() => by.cancelled(requester, order, 'Not needed.')],
        approved: [() => by.approved(owner, order)],
        scheduled: [() => by.approved(owner, order)],
        onHold: [
          () => by.approved(owner, order),
          () => by.started(member, order),
          () => by.held(member, order, 'Parts are missing.'),
        ],
        failed: [() => by.approved(owner, order), () => by.failed(member, order, 'Out of stock.')],
        fulfilling: [() => by.approved(owner, order), () => by.started(member, order)],
        delivered: [
          () => by.approved(owner, order),
          () => by.started(member, order),
          () => by.delivered(member, order),
        ],
        completed: [
          () => by.approved(owner, order),
          () => by.started(member, order),
          () => by.delivered(member, order),
          () => by.completed(requester, order),
        ],
      } satisfies Record<Exclude<Reached, 'draft'>, (() => Promise<OrderRow>)[]>;
      let reached = order;
      for (const move of ends[state]) reached = await move();
      return reached;
    },

    /** The charges of a month as they stand; null when nobody has opened it. */
    chargeRun: (month: string): Promise<ChargeRunEntity | null> =>
      manager.findOneBy(ChargeRunEntity, { fromDate: `${month}-01` }),

    /** What the budget holds now, in the digits of its currency. */
    async budgetNow({ id }: { id: string }): Promise<BudgetEntity> {
      const budget = await manager.findOneByOrFail(BudgetEntity, { id });
      const inDigits = (value: string) => Number(value).toFixed(2);
      const { reserved, committed, spent, overrun } = budget;
      return {
        ...budget,
        reserved: inDigits(reserved),
        committed: inDigits(committed),
        spent: inDigits(spent),
        overrun: inDigits(overrun),
      };
    },
  };
  return given;
}
