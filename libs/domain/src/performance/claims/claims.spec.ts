import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import { type RemedyTerms, usualRemedy } from '../../agreements/remedy-terms.js';
import type { Viewer } from '../../people/viewer.js';
import { claimChanges, type PostedClaim } from './claim-changes.js';
import { CLAIM_MOVE_NAMES, CLAIM_STATES, canMoveClaim, claimTurn, isOpenClaim, movedClaim } from './claim-moves.js';
import { assertMayMoveClaim, claimParties, mayMoveClaim } from './claim-policy.js';
import { type CreditedPeriod, owedPeriods } from './settle-year.js';

const remedy = (other: Partial<RemedyTerms> = {}): RemedyTerms => ({ ...usualRemedy('uc')!, ...other });
const credit = (ref: string, percent: string, incident: string | null = null, isRepeated = false) => ({
  ref,
  percent,
  incident,
  isRepeated,
  following: [],
});
const month = (
  period: string,
  terms: RemedyTerms,
  ...credits: CreditedPeriod['credits'][number][]
): CreditedPeriod => ({
  period,
  year: '2026-01-01',
  terms,
  charge: { amount: '1000.00', currency: 'EUR' },
  credits,
  givenUp: '0',
});

describe('what an agreement owes for a period', () => {
  const three = [credit('a', '10', 'fire'), credit('b', '25', 'fire'), credit('c', '5')];

  it.each<[string, Partial<RemedyTerms>, string, Record<string, string>]>([
    ['is every credit', {}, '400.00', { a: '100.00', b: '250.00', c: '50.00' }],
    ['counts an incident once', { oncePerIncident: true }, '300.00', { b: '250.00', c: '50.00' }],
    ['is the highest alone', { combination: 'highest' }, '250.00', { b: '250.00' }],
    ['is capped', { periodCapPercent: '20' }, '200.00', { a: '50.00', b: '125.00', c: '25.00' }],
    [
      'is what a table pays for points',
      { combination: 'points', pointsTable: [{ points: 3, percent: '9' }], oncePerIncident: false },
      '90.00',
      { a: '30.00', b: '30.00', c: '30.00' },
    ],
  ])('%s', (_, terms, amount, parts) => {
    const [owed] = owedPeriods([month('2026-01', remedy(terms), ...three)]);

    expect(owed!.amount).toBe(amount);
    expect(Object.fromEntries(owed!.parts.map((part) => [part.ref, part.amount]))).toEqual(parts);
  });

  it('doubles the point of what failed the period before too', () => {
    const terms = remedy({
      combination: 'points',
      repeatDoubles: true,
      pointsTable: [
        { points: 1, percent: '1' },
        { points: 2, percent: '5' },
      ],
    });
    expect(owedPeriods([month('2026-01', terms, credit('a', '0', null, true))])[0]!.amount).toBe('50.00');
  });

  it('uses up the cap of the year month by month, and what was given up leaves room', () => {
    const terms = remedy({ yearCap: '250.00' });
    const months = ['2026-01', '2026-02', '2026-03'].map((period) => month(period, terms, credit('a', '10')));
    const owed = (given: CreditedPeriod[]) => owedPeriods(given).map(({ amount }) => amount);

    expect(owed(months)).toEqual(['100.00', '100.00', '50.00']);
    expect(owed([{ ...months[0]!, givenUp: '100.00' }, ...months.slice(1)])).toEqual(['100.00', '100.00', '100.00']);
    expect(owed([...months.slice(0, 2), { ...months[2]!, year: '2027-01-01' }])[2]).toBe('100.00');
    expect(owedPeriods(months)[2]).toMatchObject({ cappedBy: 'year' });
  });
});

describe('a credit that may be earned back', () => {
  const kept = (...percents: (string | null)[]) =>
    percents.map((goodPercent) => ({ isMet: goodPercent !== null && Number(goodPercent) >= 99.9, goodPercent }));
  const owed = (terms: RemedyTerms['earnBack'], following: ReturnType<typeof kept>, others: object[] = []) =>
    owedPeriods([
      month(
        '2026-01',
        remedy({ earnBack: terms, oncePerIncident: true }),
        {
          ...credit('a', '10', 'fire'),
          following,
        },
        ...(others as ReturnType<typeof credit>[]),
      ),
    ])[0]!;

  it.each<[string, RemedyTerms['earnBack'], ReturnType<typeof kept>, string, string]>([
    ['all periods after it are kept', { periods: 2, levelPercent: null }, kept('99.9', '100'), '0.00', 'refunded'],
    ['one more has to be kept', { periods: 2, levelPercent: null }, kept('99.9'), '100.00', 'pending'],
    ['one of them fell short', { periods: 2, levelPercent: null }, kept('99.9', '99.89'), '100.00', 'kept'],
    ['of one nothing is known', { periods: 2, levelPercent: null }, kept(null, '100'), '100.00', 'kept'],
    ['a higher level was not reached', { periods: 1, levelPercent: '99.95' }, kept('99.9'), '100.00', 'kept'],
    ['a higher level was reached', { periods: 1, levelPercent: '99.95' }, kept('99.95', '0'), '0.00', 'refunded'],
  ])('stands or not, where %s', (_, terms, following, amount, status) => {
    const { explanation, ...rest } = owed(terms, following);
    expect([rest.amount, explanation[0]!.rule, explanation[0]!.result]).toEqual([
      amount,
      'credit.earnBack',
      { status },
    ]);
    expect(rest.isEarnedBack).toBe(status === 'refunded');
  });

  it('counts as if it had been no miss: another one of the same incident is owed then', () => {
    const terms = { periods: 1, levelPercent: null };
    expect(owed(terms, kept('100'), [credit('b', '5', 'fire')])).toMatchObject({
      amount: '50.00',
      parts: [{ ref: 'b', amount: '50.00' }],
    });
  });
});

describe('claims of a period', () => {
  const part = (amount: string, commitmentId = 'c') => [{ commitmentId, amount }];
  const claim = (state: PostedClaim['state'], amount: string, id = 'k'): PostedClaim => ({
    id,
    state,
    amount,
    parts: part(amount),
  });

  it('stay as they are where the same is owed, in whatever order and digits it was stored', () => {
    const stored = [
      { commitmentId: 'b', amount: '40', claimId: 'k', creditId: 'x' },
      { commitmentId: 'a', amount: '60.0', claimId: 'k', creditId: 'y' },
    ];
    const parts = [...part('60.00', 'a'), ...part('40.00', 'b')];
    const open = { ...claim('claimable', '100'), parts: stored };
    expect(claimChanges({ amount: '100.00', parts }, [open], 'EUR')).toEqual([]);
    const others = [...part('40.00', 'a'), ...part('60.00', 'b')];
    expect(claimChanges({ amount: '100.00', parts: others }, [open], 'EUR')).toMatchObject([{ kind: 'adjust' }]);
  });
  const owed = (amount: string) => ({ amount, parts: amount === '0.00' ? [] : part(amount) });
  const change = (amount: string, ...claims: PostedClaim[]) =>
    claimChanges(owed(amount), claims, 'EUR').map((one) => ('amount' in one ? `${one.kind} ${one.amount}` : one.kind));

  it('are posted, adjusted while nobody agreed, cancelled when nothing is left', () => {
    expect(change('100.00')).toEqual(['post 100.00']);
    expect(change('100.00', claim('claimable', '100.00'))).toEqual([]);
    expect(change('80.00', claim('claimed', '100.00'))).toEqual(['adjust 80.00']);
    expect(change('0.00', claim('disputed', '100.00'))).toEqual(['cancel']);
  });

  it('stay when they were accepted: the difference is a further one', () => {
    expect(change('120.00', claim('credited', '100.00'))).toEqual(['post 20.00']);
    expect(change('30.00', claim('accepted', '100.00'))).toEqual(['post -70.00']);
    expect(change('0.00', claim('credited', '100.00'), claim('accepted', '-100.00', 'l'))).toEqual([]);
    expect(change('0.00', claim('credited', '100.00'), claim('claimable', '20.00', 'l'))).toEqual([
      'cancel',
      'post -100.00',
    ]);
  });

  it('are not made again for what was given up, nor is it taken back', () => {
    expect(change('100.00', claim('expired', '100.00'))).toEqual([]);
    expect(change('60.00', claim('waived', '100.00'))).toEqual([]);
    expect(change('110.00', claim('rejected', '100.00'))).toEqual(['post 10.00']);
  });

  it('come to what is owed, whatever restatements bring and whenever one is agreed', () => {
    const cents = fc.nat(50_000).map((units) => (units / 100).toFixed(2));
    const step = fc.oneof(
      fc.record({ owed: fc.array(cents, { minLength: 1, maxLength: 3 }) }),
      fc.constant('accept' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let claims: PostedClaim[] = [];
        let due = new Decimal(0);
        for (const one of steps) {
          if (one === 'accept') {
            claims = claims.map((each) => (isOpenClaim(each.state) ? { ...each, state: 'credited' } : each));
            continue;
          }
          const parts = one.owed.map((amount, i) => ({ commitmentId: `c${i}`, amount }));
          due = Decimal.sum(...one.owed);
          for (const made of claimChanges({ amount: due.toFixed(2), parts }, claims, 'EUR')) {
            if (made.kind === 'post')
              claims.push({
                id: String(claims.length),
                state: new Decimal(made.amount).gt(0) ? 'claimable' : 'accepted',
                amount: made.amount,
                parts: made.parts,
              });
            else
              claims = claims.map((each) =>
                each.id !== made.id
                  ? each
                  : made.kind === 'cancel'
                    ? { ...each, state: 'cancelled' }
                    : { ...each, ...made },
              );
          }
          const standing = claims.filter(({ state }) => state !== 'cancelled');
          expect(Decimal.sum(0, ...standing.map(({ amount }) => amount)).eq(due)).toBe(true);
          for (const each of standing)
            expect(Decimal.sum(0, ...each.parts.map(({ amount }) => amount)).eq(each.amount)).toBe(true);
          expect(standing.filter(({ state }) => isOpenClaim(state)).length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a claim', () => {
  it('leads to an end from wherever it stands, and from an end nowhere', () => {
    const ends = ['credited', 'rejected', 'expired', 'waived', 'cancelled'];
    for (const state of CLAIM_STATES) {
      const moves = CLAIM_MOVE_NAMES.filter((move) => canMoveClaim(move, state));
      expect(moves.length === 0).toBe(ends.includes(state));
    }
    expect(() => movedClaim('dispute', 'claimed', ' ')).toThrow(expect.objectContaining({ code: 'REASON_MISSING' }));
    expect(() => movedClaim('accept', 'waived', null)).toThrow(expect.objectContaining({ code: 'WRONG_STATE' }));
  });

  const viewer = (
    personId: string,
    role: Viewer['roles'][number]['role'],
    kind: 'organisation' | 'provider' | 'unit',
  ) =>
    ({ personId, name: personId, roles: [{ role, kind, ids: kind === 'organisation' ? [] : ['p'] }] }) satisfies Viewer;
  const manager = viewer('m', 'vendorManager', 'organisation');
  const other = viewer('o', 'vendorManager', 'provider');
  const contact = viewer('x', 'providerContact', 'provider');
  const owner = viewer('b', 'budgetOwner', 'unit');
  const uc = { kind: 'uc' as const, providerId: 'p', customerId: null, createdById: null, services: [] };
  const sla = { ...uc, kind: 'sla' as const, providerId: null, customerId: 'p' };
  const claimed = { state: 'claimed' as const, waiverAskedById: null, agreement: uc, isUnbilled: false };

  it('is made by whom it is owed and answered by who owes it', () => {
    expect(claimParties(manager, claimed)).toEqual(['claimant']);
    expect(claimParties(contact, claimed)).toEqual(['debtor']);
    expect(claimParties(owner, { ...claimed, agreement: sla })).toEqual(['claimant']);
    expect(mayMoveClaim(contact, 'accept', claimed)).toBe(true);
    expect(mayMoveClaim(owner, 'accept', { ...claimed, agreement: sla })).toBe(false);
    expect(mayMoveClaim(owner, 'credit', { ...claimed, state: 'accepted', agreement: sla })).toBe(false);
    expect(mayMoveClaim(contact, 'askWaiver', claimed)).toBe(false);
  });

  it('is credited by hand by who owes it under an SLA, only where no bill takes it, and of a company by who claims', () => {
    const accepted = { ...claimed, state: 'accepted' as const };
    const billed = { ...accepted, agreement: sla };
    const unbilled = { ...billed, isUnbilled: true };
    const ours = viewer('s', 'serviceManager', 'organisation');
    const may = (who: Viewer, standing: typeof unbilled | typeof accepted) => mayMoveClaim(who, 'credit', standing);

    expect([may(ours, unbilled), may(owner, unbilled), may(ours, billed)]).toEqual([true, false, false]);
    expect([may(manager, accepted), may(contact, accepted)]).toEqual([true, false]);
    expect(() => assertMayMoveClaim(ours, 'credit', billed)).toThrow(
      expect.objectContaining({ code: 'BILL_CREDITS_IT' }),
    );
    expect(() => assertMayMoveClaim(owner, 'credit', unbilled)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
  });

  it.each([
    ['debtor', 'sla', true],
    ['bill', 'sla', false],
    ['claimant', 'uc', false],
  ] as const)(
    'is, once accepted, the turn of the %s under an %s where no bill takes it: %s',
    (turn, kind, isUnbilled) => {
      expect(claimTurn({ state: 'accepted', isWaiverAsked: false, kind, isUnbilled })).toBe(turn);
      expect(claimTurn({ state: 'credited', isWaiverAsked: false, kind, isUnbilled: false })).toBe('nobody');
    },
  );

  it('is given up by a second person', () => {
    const asked = { ...claimed, waiverAskedById: 'm' };
    expect(mayMoveClaim(manager, 'waive', asked)).toBe(false);
    expect(mayMoveClaim(other, 'waive', asked)).toBe(true);
    expect(mayMoveClaim(other, 'waive', claimed)).toBe(false);
    const code = (who: Viewer, standing: typeof asked | typeof claimed) => {
      try {
        assertMayMoveClaim(who, 'waive', standing);
        return null;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect([code(manager, asked), code(other, asked), code(other, claimed), code(contact, asked)]).toEqual([
      'SECOND_PERSON_NEEDED',
      null,
      'NO_WAIVER',
      'FORBIDDEN',
    ]);
  });
});
