import * as fc from 'fast-check';
import { addDays } from '../agreements/local-day.js';
import { DomainError } from '../domain-error.js';
import type { PriceComponent } from '../catalog/price.js';
import type { OrderKind } from './order-kinds.js';
import { subscriptionRefusal } from './submission.js';
import { entriesOf, type HistoryEntry, holdingEntries, toldEntries } from './subscription-history.js';
import { type AcceptedItem, appliedTo, dayOf, lastServedOn, renewedTo, type SubscribedNow } from './subscription.js';

const FEE: PriceComponent = { kind: 'recurring', label: 'Fee', amount: '10', per: 'month', unitName: null };
const NEW: AcceptedItem & { planId: string } = {
  kind: 'subscribe',
  planId: 'small',
  planVersion: 1,
  quantity: 2,
  paidTo: null,
  termMonths: 3,
  renewal: 'onRequest',
  noticeDays: 30,
};

/** A subscription as the use cases keep it: the row, its history, and the order that is open on it. */
class Kept {
  now: Omit<SubscribedNow, 'fromDate'> | null = null;
  readonly written: HistoryEntry[] = [];
  private open: AcceptedItem | null = null;
  private asked: string | null = null;
  private items = 0;

  constructor(
    first: Partial<AcceptedItem>,
    public today: string,
  ) {
    this.accept({ ...NEW, ...first });
  }

  /** Submitted on its day, if it is taken. */
  submit(kind: OrderKind, wish: Partial<AcceptedItem> = {}): boolean {
    const { now } = this;
    const facts = { ...now!, unitId: 'unit', hasTerm: now!.renewsOn !== null, busyWith: this.open && 'A-1' };
    if (subscriptionRefusal(kind, facts)) return false;
    const { planId, planVersion, quantity, termMonths, renewal } = now!;
    this.open = { ...NEW, planId, planVersion, quantity, termMonths, renewal, kind, ...(kind === 'change' && wish) };
    return true;
  }

  /** Accepted, or given up where the subscription has ended meanwhile. */
  acceptOpen(): void {
    const { open } = this;
    if (!open) return;
    this.open = null;
    try {
      this.accept(open);
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

  private day(): void {
    const { now, today, asked } = this;
    const kept = now!;
    switch (dayOf(kept, null, today, { asked: this.open?.kind === 'renew' ? 'open' : asked })) {
      case 'renew':
        this.now = { ...kept, renewsOn: renewedTo(kept, kept.termMonths!) };
        break;
      case 'end': {
        const endsOn = lastServedOn(kept, asked)!;
        this.now = { ...kept, state: 'ended', endsOn };
        if (kept.endsOn === null) this.write({ ...this.held(today), fromDate: addDays(endsOn, 1), state: 'ended' });
      }
    }
  }

  private accept(item: AcceptedItem): void {
    const { fromDate, ...now } = appliedTo(this.now, item, this.today);
    for (const entry of entriesOf(this.written, { ...item, id: `item ${this.items++}`, prices: [FEE] }, fromDate))
      this.write(entry);
    this.now = now;
  }

  private write(entry: HistoryEntry): void {
    this.written.push(entry);
  }

  held(day: string): HistoryEntry {
    return holdingEntries(this.written).findLast(({ fromDate }) => fromDate <= day)!;
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
    expect(then('terminate').told()).toEqual([
      ['2026-03-16', 'active', 2],
      ['2026-06-04', 'ended', 2],
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

it('a history of any orders on any days says what the subscription is, and nothing begins after the end', () => {
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
      wish: fc.record({ quantity: fc.integer({ min: 1, max: 9 }), planId: fc.constantFrom('small', 'small', 'big') }),
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
        if (one.act === 'submit') kept.submit(one.kind, one.wish);
        else if (one.act === 'accept') kept.acceptOpen();
        else if (one.act === 'cancel') kept.cancelOpen();
        else kept.pass(one.days);

        const now = kept.now!;
        const ahead = holdingEntries(kept.written).filter(({ fromDate }) => fromDate > kept.today);
        for (const { fromDate, state, planId, quantity } of [
          { ...kept.held(kept.today), fromDate: kept.today },
          ...ahead,
        ]) {
          const isOver = now.endsOn !== null && now.endsOn < fromDate;
          expect({ fromDate, state, planId, quantity }).toEqual({
            fromDate,
            state: isOver ? 'ended' : now.state,
            planId: now.planId,
            quantity: now.quantity,
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
