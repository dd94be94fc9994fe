import { assertCanAddPlan, assertCanEndPlan } from './plan.js';

describe('plans of a service', () => {
  const mail = { name: 'Mail', lifecycle: 'live' } as const;

  it('are added until it retires', () => {
    expect(() => assertCanAddPlan(mail)).not.toThrow();
    expect(() => assertCanAddPlan({ ...mail, lifecycle: 'proposed' })).not.toThrow();
    expect(() => assertCanAddPlan({ ...mail, lifecycle: 'retiring' })).toThrow(
      'Mail is retiring and gets no new plans.',
    );
  });

  it('end, but not the last one of a live service', () => {
    expect(() => assertCanEndPlan(mail, { name: 'Basic' }, 2)).not.toThrow();
    expect(() => assertCanEndPlan({ ...mail, lifecycle: 'retiring' }, { name: 'Basic' }, 1)).not.toThrow();
    expect(() => assertCanEndPlan(mail, { name: 'Basic' }, 1)).toThrow(expect.objectContaining({ code: 'LAST_PLAN' }));
  });
});
