import * as fc from 'fast-check';
import { addDays } from '../agreements/local-day.js';
import { DomainError } from '../domain-error.js';
import type { PriceComponent } from '../catalog/price.js';
import type { OrderKind } from './order-kinds.js';
import { subscriptionRefusal } from './submission.js';
import { entriesOf, type HistoryEntry, holdingEntries, toldEntries } from './subscription-history.js';
import { type AcceptedItem, appliedTo, begun, dayOf, type SubscribedNow } from './subscription.js';
import { boundTo, heldBackTo, lastServedDay, renewedTo } from './term.js';

const FEE: PriceComponent = { kind: 'recurring', label: 'Fee', amount: '10', per: 'month', unitName: null };
const NEW: AcceptedItem & { planId: string } = {
  kind: 'subscribe',
  planId: 'small',
  planVersion: 1,
  quantity: 2,
  heldBackTo: null,
  termMonths: 3,
  renewal: 'onRequest',
  noticeDays: 30,
};

const priced = (amount: string): PriceComponent[] => [{ ...FEE, amount }];
/** Another plan may cost more, and bind for less long. */
const PRICES: Record<string, PriceComponent[]> = { small: [FEE], big: priced('25'), loose: priced('30') };

/** A subscription as the use cases keep it: the row, its history, and the order that is open on it. */
class Kept {
  now: Omit<SubscribedNow, 'fromDate'> | null = null;
  readonly written: HistoryEntry[] = [];
  private open: AcceptedItem | null = null;
  private asked: string | null = null;
  private items = 0;
  private readonly terms: Pick<AcceptedItem, 'termMonths' | 'renewal'>;

  constructor(
    first: Partial<AcceptedItem>,
    public today: string,
  ) {
    this.terms = { ...NEW, ...first };
    this.accept({ ...NEW, ...first });
  }

  /** Submitted on its day, if it is taken. */
  submit(kind: OrderKind, wish: Partial<AcceptedItem> = {}): boolean {
    const { now } = this;
    const facts = { ...now!, unitId: 'unit', hasTerm: now!.renewsOn !== null, busyWith: this.open && 'A-1' };
    if (subscriptionRefusal(kind, facts)) return false;
    const { planId, planVersion, quantity, termMonths, renewal } = now!;
    const asked = { ...NEW, planId, planVersion, quantity, termMonths, renewal, kind, ...(kind === 'change' && wish) };
    const before = { ...now!, paidTo: null, ahead: null, suspendedIsCharged: true, prices: PRICES[planId]! };
    const priced = { prices: PRICES[asked.planId]!, currency: 'EUR', from: this.today, to: null, before };
    const item = { ...asked, ...priced, months: asked.termMonths };
    this.open = { ...asked, heldBackTo: heldBackTo(item, boundTo(now!, this.today, false)) };
    return true;
  }

  /** Accepted, or given up where the subscription has ended meanwhile. */
  acceptOpen(): void {
    const { open } = this;
    if (!open) return;
    this.open = null;
    try {
      this.accept(open);
      this.begin();
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'SUBSCRIPTION_ENDED')) throw error;
    }
  }

  cancelOpen(): void {
    if (this.open?.kind === 'renew') this.asked = this.today;
    this.open = null;
  }

  pass(days: number): void {
    for (; days > 0; days--) {
      this.today = addDays(this.today, 1);
      this.day();
    }
  }

  /** Of the plan that holds by now; the terms of the one that is dearer than its term are none. */
  private begin(): void {
    const { fromDate, planId, planVersion, quantity, state } = this.held(this.today);
    const now = this.now!;
    if (state === 'ended' || (planId === now.planId && quantity === now.quantity)) return;
    const terms = planId === 'loose' ? { termMonths: null, renewal: null } : this.terms;
    this.now = begun(now, { ...NEW, ...terms, planId, planVersion, quantity }, fromDate) ?? now;
  }

  private day(): void {
    this.begin();
    const { now, today, asked } = this;
    const kept = now!;
    switch (dayOf(kept, null, today, { asked: this.open?.kind === 'renew' ? 'open' : asked })) {
      case 'renew':
        this.now = { ...kept, renewsOn: renewedTo(kept, kept.termMonths!) };
        break;
      case 'end': {
        const endsOn = lastServedDay(kept, asked);
        this.now = { ...kept, state: 'ended', endsOn };
        if (kept.endsOn === null) this.write({ ...this.held(today), fromDate: addDays(endsOn, 1), state: 'ended' });
      }
    }
  }

  private accept(item: AcceptedItem): void {
    const { fromDate, ...now } = appliedTo(this.now, item, this.today);
    for (const entry of entriesOf(
      this.written,
      { ...item, id: `item ${this.items++}`, prices: PRICES[item.planId]! },
      fromDate,
    ))
      this.write(entry);
    this.now = now;
  }

  private write(entry: HistoryEntry): void {
    this.written.push(entry);
  }

  held(day: string): HistoryEntry {
    return holdingEntries(this.written).findLast(({ fromDate }) => fromDate <= day)!;
  }

  /** What recurs, as it is known of the days until one. */
  owed(last: string): { day: string; amount: number }[] {
    const days = [this.today, ...this.written.map(({ fromDate }) => fromDate), last];
    return days.filter((day) => day >= this.today && day <= last).map((day) => ({ day, amount: this.owedOn(day) }));
  }

  /** Suspended days of a term are charged. */
  owedOn(day: string): number {
    const { state, quantity, planId } = this.held(day);
    return state === 'ended' ? 0 : quantity * Number(PRICES[planId]![0]!.amount);
  }

  /** From which day on it is what, as it is told. */
  told() {
    return toldEntries(this.inOrder()).map(({ fromDate, state, quantity }) => [fromDate, state, quantity]);
  }

  inOrder() {
    return [...this.written].sort((one, other) =>
      one.fromDate < other.fromDate ? -1 : one.fromDate > other.fromDate ? 1 : 0,
    );
  }
}

/** A term from 16 March that was renewed on 1 May, and begins again on 16 June. */
function renewedEarly(): Kept {
  const kept = new Kept({}, '2026-03-16');
  kept.today = '2026-05-01';
  kept.submit('renew');
  kept.acceptOpen();
  kept.today = '2026-05-04';
  return kept;
}

describe('what is accepted between an early renewal and its day', () => {
  const then = (kind: OrderKind, wish: Partial<AcceptedItem> = {}) => {
    const kept = renewedEarly();
    kept.submit(kind, wish);
    kept.acceptOpen();
    return kept;
  };

  it('holds on that day as well', () => {
    expect(then('change', { quantity: 5 }).told()).toEqual([
      ['2026-03-16', 'active', 2],
      ['2026-05-04', 'active', 5],
      ['2026-06-16', 'active', 5],
    ]);
    expect(then('suspend').told()).toEqual([
      ['2026-03-16', 'active', 2],
      ['2026-05-04', 'suspended', 2],
      ['2026-06-16', 'suspended', 2],
    ]);
  });

  it('leaves nothing to begin once it has ended', () => {
    const kept = renewedEarly();
    kept.submit('change', { quantity: 1 });
    kept.acceptOpen();
    kept.submit('terminate');
    kept.acceptOpen();
    expect(kept.told()).toEqual([
      ['2026-03-16', 'active', 2],
      ['2026-06-16', 'active', 2],
      ['2026-09-16', 'ended', 1],
    ]);
  });

  it('keeps what was agreed for later, when it is resumed', () => {
    const kept = then('suspend');
    kept.today = '2026-05-10';
    kept.submit('resume');
    kept.acceptOpen();
    expect(kept.told().slice(2)).toEqual([
      ['2026-05-10', 'active', 2],
      ['2026-06-16', 'active', 2],
    ]);
  });
});

describe('a term', () => {
  it('is renewed on the day on which it began, or the last of a shorter month', () => {
    const kept = new Kept({ termMonths: 1, renewal: 'automatic' }, '2026-10-31');
    const days = [kept.now!.renewsOn];
    for (let term = 0; term < 5; term++) {
      while (kept.now!.renewsOn === days.at(-1)) kept.pass(1);
      days.push(kept.now!.renewsOn);
    }
    expect(days).toEqual(['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  });

  it('is kept by an order that renews it, and ends with the day on which that comes to nothing', () => {
    const kept = renewedEarly();
    kept.pass(130); // 11 September
    kept.submit('renew');
    kept.pass(8); // 19 September
    expect([kept.now!.state, kept.now!.renewsOn]).toEqual(['active', '2026-09-16']);
    kept.cancelOpen();
    kept.pass(1);
    expect(kept.now).toMatchObject({ state: 'ended', endsOn: '2026-09-19' });
    expect(kept.told().at(-1)).toEqual(['2026-09-20', 'ended', 2]);
  });

  it('goes on from its day where the order that renews it is accepted after it', () => {
    const kept = new Kept({}, '2026-03-16');
    kept.pass(88); // 12 June
    kept.submit('renew');
    kept.pass(8); // 20 June
    kept.acceptOpen();
    expect(kept.now).toMatchObject({ state: 'active', renewsOn: '2026-09-16', endsOn: null });
    expect(kept.told().at(-1)).toEqual(['2026-06-16', 'active', 2]);
  });

  it('is not drawn out by a termination', () => {
    const kept = new Kept({}, '2026-03-16');
    kept.pass(80); // 4 June
    kept.submit('terminate');
    kept.acceptOpen();
    expect(kept.now!.endsOn).toBe('2026-06-15');
  });
});

describe('a term that binds', () => {
  const ordered = (kind: OrderKind, wish: Partial<AcceptedItem> = {}, terms: Partial<AcceptedItem> = {}) => {
    const kept = new Kept(terms, '2026-03-16');
    kept.pass(1);
    kept.submit(kind, wish);
    kept.acceptOpen();
    return kept;
  };

  it.each([
    ['no termination', 'automatic', '2026-06-15'],
    ['no termination', 'onRequest', '2026-06-15'],
  ] as const)('lets %s end it earlier (%s)', (_, renewal, endsOn) => {
    expect(ordered('terminate', {}, { renewal }).now).toMatchObject({ state: 'active', endsOn });
  });

  it('lets a longer notice end it, where it is renewed by itself', () => {
    const kept = ordered('terminate', {}, { renewal: 'automatic', termMonths: 1, noticeDays: 30 });
    expect(kept.now!.endsOn).toBe('2026-04-16');
  });

  it('takes more at once, and less with the next term', () => {
    const kept = ordered('change', { quantity: 5 }, { renewal: 'automatic' });
    kept.submit('change', { quantity: 1 });
    kept.acceptOpen();
    expect(kept.now).toMatchObject({ quantity: 5 });
    expect(kept.told()).toEqual([
      ['2026-03-16', 'active', 2],
      ['2026-03-17', 'active', 5],
      ['2026-06-16', 'active', 1],
    ]);
    kept.pass(91);
    expect(kept.now).toMatchObject({ quantity: 1, renewsOn: '2026-09-16' });
  });

  it('holds back a dearer plan that binds for less long', () => {
    const kept = ordered('change', { planId: 'loose', termMonths: null, renewal: null }, { renewal: 'automatic' });
    expect(kept.now).toMatchObject({ planId: 'small', renewsOn: '2026-06-16' });
    kept.pass(91);
    expect(kept.now).toMatchObject({ planId: 'loose', renewsOn: null, termMonths: null });
  });

  it('is renewed for what was ordered for then, and ends where nobody renews it', () => {
    const kept = ordered('change', { quantity: 1 });
    kept.submit('renew');
    kept.acceptOpen();
    kept.pass(91);
    expect(kept.now).toMatchObject({ quantity: 1, renewsOn: '2026-09-16', state: 'active' });
    const left = ordered('change', { quantity: 1 });
    left.pass(91);
    expect(left.now).toMatchObject({ state: 'ended', endsOn: '2026-06-15' });
  });
});

it('a history of any orders on any days says what the subscription is, nothing begins after the end, and no order lowers what a term owes', () => {
  const step = fc.oneof(
    fc.record({
      act: fc.constant('submit' as const),
      kind: fc.constantFrom<OrderKind>(
        'change',
        'change',
        'renew',
        'renew',
        'suspend',
        'resume',
        'resume',
        'terminate',
      ),
      wish: fc
        .record({ quantity: fc.integer({ min: 1, max: 9 }), planId: fc.constantFrom('small', 'small', 'big', 'loose') })
        .map((wish) => ({ ...wish, ...(wish.planId === 'loose' && { termMonths: null, renewal: null }) })),
    }),
    fc.constant({ act: 'accept' as const }),
    fc.constant({ act: 'accept' as const }),
    fc.constant({ act: 'cancel' as const }),
    fc.record({ act: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 70 }) }),
  );
  const first = fc.record({
    termMonths: fc.constantFrom(1, 3, 12),
    renewal: fc.constantFrom('automatic' as const, 'onRequest' as const),
    noticeDays: fc.constantFrom(0, 30, 90),
  });
  fc.assert(
    fc.property(first, fc.array(step, { maxLength: 40 }), (terms, steps) => {
      const kept = new Kept(terms, '2026-01-31');
      for (const one of steps) {
        const bound = kept.now!.state === 'ended' ? null : boundTo(kept.now!, kept.today, false);
        const owed = bound === null ? [] : kept.owed(bound);
        if (one.act === 'submit') kept.submit(one.kind, one.wish);
        else if (one.act === 'accept') kept.acceptOpen();
        else if (one.act === 'cancel') kept.cancelOpen();
        else kept.pass(one.days);

        for (const { day, amount } of owed) expect(kept.owedOn(day)).toBeGreaterThanOrEqual(amount);
        const now = kept.now!;
        const ahead = holdingEntries(kept.written).filter(({ fromDate }) => fromDate > kept.today);
        for (const { fromDate, state, planId, quantity } of [
          { ...kept.held(kept.today), fromDate: kept.today },
          ...ahead,
        ]) {
          const isOver = now.endsOn !== null && now.endsOn < fromDate;
          // What comes may be less, and so may what waits for an order that renews it.
          const mayDiffer = fromDate > kept.today || (now.renewal === 'onRequest' && now.renewsOn! <= kept.today);
          const { planId: hasPlan, quantity: has } = mayDiffer ? { planId, quantity } : now;
          expect({ fromDate, state, planId, quantity }).toEqual({
            fromDate,
            state: isOver ? 'ended' : now.state,
            planId: hasPlan,
            quantity: has,
          });
        }
        for (const entries of [holdingEntries(kept.written), toldEntries(kept.inOrder())]) {
          const end = entries.findIndex(({ state }) => state === 'ended');
          const after = end < 0 ? [] : entries.slice(end);
          expect(after.filter(({ state }) => state !== 'ended')).toEqual([]);
        }
      }
    }),
    { numRuns: 300 },
  );
});
