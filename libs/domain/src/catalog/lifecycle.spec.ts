import {
  LIFECYCLES,
  LIFECYCLE_MOVES,
  moveService,
  movesFrom,
  type LifecycleMove,
  type ServiceMoveFacts,
} from './lifecycle.js';

const ready: ServiceMoveFacts = {
  name: 'Mail',
  lifecycle: 'chartered',
  ownerId: 'ada',
  plans: 1,
  commitmentsInForce: 1,
  restedOnBy: 0,
  carries: [],
  openOrders: [],
};
const refusal = (facts: Partial<ServiceMoveFacts>, name: LifecycleMove) => () =>
  moveService({ ...ready, ...facts }, name);

describe('the lifecycle of a service', () => {
  it('goes from proposed to retired, one step after the other', () => {
    const names = (Object.keys(LIFECYCLE_MOVES) as LifecycleMove[]).filter((name) => name !== 'undoRetiring');

    expect(names.map((name) => LIFECYCLE_MOVES[name].from)).toEqual(LIFECYCLES.slice(0, -1));
    expect(names.map((name) => LIFECYCLE_MOVES[name].to)).toEqual(LIFECYCLES.slice(1));
    expect(movesFrom('chartered')).toEqual(['publish']);
    expect(movesFrom('retired')).toEqual([]);
  });

  it('allows each move from its own start alone', () => {
    for (const name of Object.keys(LIFECYCLE_MOVES) as LifecycleMove[]) {
      for (const lifecycle of LIFECYCLES) {
        if (lifecycle === LIFECYCLE_MOVES[name].from)
          expect(refusal({ lifecycle }, name)()).toBe(LIFECYCLE_MOVES[name].to);
        else expect(refusal({ lifecycle }, name)).toThrow(expect.objectContaining({ code: 'WRONG_LIFECYCLE' }));
      }
    }
  });

  it('publishes only what has a plan, an owner and a promise', () => {
    expect(refusal({ plans: 0 }, 'publish')).toThrow(expect.objectContaining({ code: 'NO_PLAN', field: ['plans'] }));
    expect(refusal({ ownerId: null }, 'publish')).toThrow(
      expect.objectContaining({ code: 'NO_OWNER', field: ['ownerId'] }),
    );
    expect(refusal({ commitmentsInForce: 0 }, 'publish')).toThrow(
      expect.objectContaining({ code: 'NO_COMMITMENT', field: ['commitments'] }),
    );
  });

  it('publishes what nobody orders, without plan or promise, where other services rest on it', () => {
    const technical = { plans: 0, commitmentsInForce: 0, restedOnBy: 2 };

    expect(refusal(technical, 'publish')()).toBe('live');
    expect(refusal({ ...technical, plans: 1 }, 'publish')).toThrow(expect.objectContaining({ code: 'NO_COMMITMENT' }));
    expect(refusal({ ...technical, ownerId: null }, 'publish')).toThrow(expect.objectContaining({ code: 'NO_OWNER' }));
  });

  it('retires nothing that a service in use rests on', () => {
    expect(refusal({ lifecycle: 'retiring', carries: ['Webmail', 'CRM'] }, 'retire')).toThrow(
      expect.objectContaining({ code: 'IN_USE', message: 'Mail still supports Webmail, CRM.' }),
    );
  });

  it('retires nothing of which orders are still open, and names the first five', () => {
    const openOrders = [1, 2, 3, 4, 5, 6, 7].map((number) => `A-${number}`);
    const sentence = /^Mail still has open orders: A-1, A-2, A-3, A-4, A-5 and 2 more\./;

    expect(refusal({ lifecycle: 'retiring', openOrders }, 'retire')).toThrow(
      expect.objectContaining({ code: 'ORDERS_OPEN', message: expect.stringMatching(sentence) }),
    );
  });
});
