import type { RemedyTerms } from '@accord/domain';
import * as fc from 'fast-check';
import { startStory } from '../../builders/index.js';

/** What other terms of one commitment would cost beside all others of its agreement. It is the middle of March 2026. */
const { api, given } = await startStory();
const manager = await given.person({ roles: ['vendorManager'] });
const second = await given.person({ roles: ['vendorManager'] });
const provider = await given.provider({ kind: 'external' });

const WHAT_IF = /* GraphQL */ `
  query ($id: ID!, $variants: [SupposedTermsInput!]!, $period: String) {
    whatIf(commitmentId: $id, variants: $variants, period: $period) {
      months
      asked {
        amount
      }
      asAgreed {
        ...Terms
      }
      variants {
        ...Terms
      }
    }
  }
  fragment Terms on SupposedTerms {
    credit {
      amount
    }
    agreement {
      owed {
        amount
      }
      givenUp {
        amount
      }
      left {
        amount
      }
    }
    results {
      period
      credit {
        amount
      }
      counted {
        amount
      }
      owing {
        rule
      }
    }
  }
`;

type Money = { amount: string } | null;
interface Terms {
  credit: Money;
  agreement: { owed: Money; givenUp: Money; left: Money } | null;
  results: { period: string; credit: Money; counted: Money; owing: { rule: string }[] }[];
}
interface Compared {
  months: string[];
  asked: Money;
  asAgreed: Terms;
  variants: Terms[];
}
type One = { id: string };

const compare = async ({ id }: One, variants: object[] = [], period?: string): Promise<Compared> =>
  (await api.as(manager).run(WHAT_IF, { id, variants, period })).whatIf;
/** What is owed for the commitment, and under its agreement: owed, given up, left. */
const sums = ({ credit, agreement }: Terms) => [
  credit?.amount ?? null,
  ...(agreement ? [agreement.owed, agreement.givenUp, agreement.left].map((one) => one!.amount) : []),
];
/** Of what it would be alone, what counts. */
const counted = ({ results }: Terms, period: string) => {
  const found = results.find((result) => result.period === period)!;
  return `${found.counted?.amount} of ${found.credit?.amount}`;
};

/** Of a month with a hole in it: 99.8 %, or 98.5 %, which cost 10 and 25 % of a charge of 1,000.00. */
const hole = (month: string, hours = 1) =>
  [`${month}-25T08:00:00Z`, new Date(Date.parse(`${month}-25T08:00:00Z`) + hours * 3_600_000).toISOString()] as const;

interface Promised {
  /** Months in which its service was down, with the hours. */
  down: Record<string, number>;
  service?: One;
  window?: 'month' | 'quarter';
}

/** A contract of promises, each on a service of its own, with every period closed in which anything failed. */
async function contract(
  remedy: Partial<RemedyTerms>,
  promises: Promised[],
  closed?: string[],
  effectiveFrom = '2025-01-01',
) {
  const services: One[] = [];
  for (const { service } of promises) services.push(service ?? (await given.service()));
  const made = await given.agreement({
    kind: 'uc',
    providerId: provider.id,
    monthlyCharge: '1000.00',
    effectiveFrom,
    terms: services.map(({ id }, i) => ({
      serviceId: id,
      slug: `promise-${i}`,
      window: promises[i]!.window ?? 'month',
    })),
    remedy,
  });
  for (const [i, { down }] of promises.entries())
    for (const [month, hours] of Object.entries(down)) await given.outage(services[i] as never, ...hole(month, hours));
  const periods = closed ?? [...new Set(promises.flatMap(({ down }) => Object.keys(down)))].sort();
  const windowOf = new Map(services.map(({ id }, i) => [id, promises[i]!.window ?? 'month']));
  for (const period of periods) {
    const window = period.includes('Q') ? 'quarter' : 'month';
    const own = made.commitments.filter(({ serviceId }) => windowOf.get(serviceId) === window);
    if (own.length > 0) await given.closed(period, ...own);
  }
  const on = (i: number) => made.commitments.find(({ serviceId }) => serviceId === services[i]!.id)!;
  return { ...made, services, on };
}

/** What claims of the twelve months ask for, and what of it for one commitment. */
async function claimed(
  { id: agreementId }: One,
  { id: commitmentId }: One,
  [first, last] = ['2025-03', '2026-02'] as [string, string],
) {
  const [row] = await api.dataSource.query(
    `SELECT coalesce(sum(p.amount), 0)::numeric(12, 2)::text AS all,
        (coalesce(sum(p.amount) FILTER (WHERE p.commitment_id = $2), 0))::numeric(12, 2)::text AS own
       FROM claim m JOIN claim_part p ON p.claim_id = m.id
      WHERE m.agreement_id = $1 AND m.state NOT IN ('cancelled', 'waived', 'rejected', 'expired')
        AND to_char(m.period_ends_on, 'YYYY-MM') BETWEEN $3 AND $4`,
    [agreementId, commitmentId, first, last],
  );
  return row as { all: string; own: string };
}

async function givenUp({ id: agreementId }: One, period: string) {
  const [{ id }] = await api.dataSource.query(
    'SELECT id FROM claim WHERE agreement_id = $1 AND period = $2 ORDER BY number LIMIT 1',
    [agreementId, period],
  );
  const version = async () =>
    (await api.as(manager).run(`query ($id: ID!) { claim(id: $id) { version } }`, { id })).claim.version;
  const ASK = `mutation ($id: ID!, $version: Int!, $reason: String!) { askClaimWaiver(id: $id, version: $version, reason: $reason) { errors { code } } }`;
  const APPROVE = `mutation ($id: ID!, $version: Int!) { approveClaimWaiver(id: $id, version: $version) { errors { code } } }`;
  await api.as(manager).run(ASK, { id, version: await version(), reason: 'For the sake of the new price.' });
  expect((await api.as(second).run(APPROVE, { id, version: await version() })).approveClaimWaiver.errors).toEqual([]);
}

describe('credits under other terms', () => {
  it('are capped with those of the other commitments, which stay as they were', async () => {
    const { agreement, on } = await contract({ periodCapPercent: '15' }, [
      { down: { '2025-06': 1 } },
      { down: { '2025-06': 1, '2025-07': 1 } },
    ]);
    const { asked, asAgreed, variants } = await compare(on(0), [{ target: '99' }, { withoutCredit: true }]);

    // Of June 10 and 10 % are capped at 15; July is of the other alone.
    expect(sums(asAgreed)).toEqual(['75.00', '250.00', '0.00', '250.00']);
    expect(counted(asAgreed, '2025-06')).toBe('75.00 of 100.00');
    expect(asAgreed.results.find(({ period }) => period === '2025-06')!.owing.map(({ rule }) => rule)).toEqual([
      'credit.incidents',
      'credit.combined',
      'credit.cap',
      'credit.amount',
    ]);
    expect(await claimed(agreement, on(0))).toEqual({ all: asked!.amount, own: '75.00' });
    expect(asked).toEqual(asAgreed.agreement!.left);
    // Kept, so that the other one gets all of its own.
    expect(sums(variants[0]!)).toEqual(['0.00', '200.00', '0.00', '200.00']);
    expect(sums(variants[1]!)).toEqual([null, '200.00', '0.00', '200.00']);
  });

  it('count an incident once, whichever of the commitments it made fail', async () => {
    const service = await given.service();
    const { agreement, commitments } = await contract({ oncePerIncident: true }, [
      { down: { '2025-06': 1 }, service },
      { down: {}, service },
    ]);
    const { asAgreed, variants } = await compare(commitments[0]!, [
      { credit: { tiers: [{ gte: null, lt: '99.9', percent: '30' }] } },
    ]);

    const own = (await claimed(agreement, commitments[0]!)).own;
    expect(sums(asAgreed)).toEqual([own, '100.00', '0.00', '100.00']);
    expect(sums(variants[0]!)).toEqual(['300.00', '300.00', '0.00', '300.00']);
  });

  it('leave less of the cap of the year to later months, and what stood before the twelve months has used up its own', async () => {
    // The year of the contract begins in January; what is compared begins in March.
    const down = { '2025-02': 1, '2025-06': 1, '2025-10': 1 };
    const { agreement, on } = await contract({ yearCap: '250.00' }, [{ down }]);
    const { asAgreed, variants } = await compare(on(0), [{ withoutMaintenance: true }, { target: '99' }]);

    expect(sums(asAgreed)).toEqual(['150.00', '150.00', '0.00', '150.00']);
    expect(counted(asAgreed, '2025-10')).toBe('50.00 of 100.00');
    expect(await claimed(agreement, on(0))).toEqual({ all: '150.00', own: '150.00' });
    expect(sums(variants[0]!)).toEqual(sums(asAgreed));
    expect(sums(variants[1]!)).toEqual(['0.00', '0.00', '0.00', '0.00']);
    // One month alone is explained by what the months before it have used up.
    const { asAgreed: october } = await compare(on(0), [], '2025-10');
    expect(counted(october, '2025-10')).toBe('50.00 of 100.00');
  });

  it('are not asked for again where they were given up, by other terms as little as by those agreed', async () => {
    const { agreement, on } = await contract({}, [{ down: { '2025-06': 1, '2025-07': 1 } }]);
    await givenUp(agreement, '2025-06');
    const higher = { credit: { tiers: [{ gte: null, lt: '99.9', percent: '30' }] } };
    const lower = { credit: { tiers: [{ gte: null, lt: '99.9', percent: '4' }] } };
    const { asked, asAgreed, variants } = await compare(on(0), [higher, lower]);

    expect(sums(asAgreed)).toEqual(['200.00', '200.00', '100.00', '100.00']);
    expect(asked).toEqual({ amount: '100.00' });
    expect(sums(variants[0]!)).toEqual(['600.00', '600.00', '100.00', '500.00']);
    // Of June 40.00 are owed, all of which were given up; nothing is taken from July.
    expect(sums(variants[1]!)).toEqual(['80.00', '80.00', '40.00', '40.00']);
  });

  it('are earned back by the months that other terms let count as kept', async () => {
    const earnBack = { periods: 1, levelPercent: null };
    const { agreement, on } = await contract(
      { earnBack },
      [{ down: { '2025-06': 11, '2025-07': 1 } }],
      ['2025-06', '2025-07', '2025-08'],
    );
    const { asAgreed, variants } = await compare(on(0), [{ target: '99.5' }]);

    // July is earned back by August; June is not, as July was missed.
    expect(sums(asAgreed)).toEqual(['250.00', '250.00', '0.00', '250.00']);
    expect(await claimed(agreement, on(0))).toEqual({ all: '250.00', own: '250.00' });
    expect(sums(variants[0]!)).toEqual(['0.00', '0.00', '0.00', '0.00']);
  });

  it('double the points of a miss that follows another one, also of the month before the twelve', async () => {
    const remedy = {
      combination: 'points' as const,
      repeatDoubles: true,
      pointsTable: [
        { points: 1, percent: '1' },
        { points: 2, percent: '5' },
      ],
    };
    const { agreement, on } = await contract(remedy, [{ down: { '2025-02': 1, '2025-03': 1, '2025-04': 1 } }]);
    const { asAgreed, variants } = await compare(on(0), [{ withoutExclusions: true, target: '99.8' }]);

    expect(sums(asAgreed)).toEqual(['100.00', '100.00', '0.00', '100.00']);
    expect(await claimed(agreement, on(0))).toEqual({ all: '100.00', own: '100.00' });
    expect(sums(variants[0]!)).toEqual(['0.00', '0.00', '0.00', '0.00']);
  });

  it('are none where no money moves: between us and our own teams', async () => {
    const service = await given.service();
    const { commitments } = await given.agreement({
      kind: 'ola',
      monthlyCharge: '1000.00',
      effectiveFrom: '2025-01-01',
      terms: [{ serviceId: service.id }],
    });
    await given.outage(service, ...hole('2025-06'));
    const { asked, asAgreed } = await compare(commitments[0]!);

    expect([asked, asAgreed.credit, asAgreed.agreement]).toEqual([null, null, null]);
    expect(counted(asAgreed, '2025-06')).toBe('undefined of 100.00');
  });

  it('tell apart what claims ask for, where a month is not closed or more became known since', async () => {
    const { services, on } = await contract({}, [{ down: { '2025-06': 1 } }]);
    await given.outage(services[0] as never, ...hole('2025-07'));
    await given.outage(services[0] as never, '2025-06-20T00:00:00Z', '2025-06-20T10:00:00Z');
    const { asked, asAgreed } = await compare(on(0));

    expect(asked).toEqual({ amount: '100.00' });
    expect(sums(asAgreed)).toEqual(['350.00', '350.00', '0.00', '350.00']);
  });
});

/** Every period that has ended, so that nothing that is compared is open. */
const ALL = [
  ...Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`),
  ...['2026-01', '2026-02', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'],
];

it('come to what claims ask for, whatever was agreed and whatever failed, where nothing else is supposed', async () => {
  const months = ['2025-02', '2025-03', '2025-04', '2025-11', '2026-01', '2026-02'];
  const cap = fc.option(fc.integer({ min: 5, max: 40 }).map(String));
  const remedy = fc.record({
    combination: fc.constantFrom('sum' as const, 'highest' as const),
    oncePerIncident: fc.boolean(),
    periodCapPercent: cap,
    yearCap: fc.option(fc.integer({ min: 100, max: 500 }).map((euros) => `${euros}.00`)),
    yearFromMonth: fc.constantFrom(1, 4, 11),
    earnBack: fc.option(fc.record({ periods: fc.integer({ min: 1, max: 2 }), levelPercent: fc.constant(null) })),
  });
  const hours = fc.constantFrom(0, 0, 1, 11);
  const down = fc.array(hours, { minLength: months.length, maxLength: months.length });
  const how = fc.record({ isShared: fc.boolean(), isQuarterly: fc.boolean(), isGivenUp: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(remedy, fc.array(down, { minLength: 2, maxLength: 3 }), how, async (agreed, all, chosen) => {
      const service = chosen.isShared ? await given.service() : undefined;
      const promises = all.map((each, i): Promised => {
        const entries = months.map((month, nth) => [month, each[nth]!] as const).filter(([, lost]) => lost > 0);
        return {
          down: service && i > 0 ? {} : Object.fromEntries(entries),
          window: chosen.isQuarterly && !service && i === 0 ? 'quarter' : 'month',
          ...(service && { service }),
        };
      });
      const { agreement, commitments } = await contract(agreed, promises, ALL);
      if (chosen.isGivenUp) await firstGivenUp(agreement);
      for (const commitment of commitments) {
        const { months: compared, asked, asAgreed } = await compare(commitment);
        const { all: sum, own } = await claimed(agreement, commitment, [compared[0]!, compared.at(-1)!]);
        expect([asAgreed.agreement!.left!.amount, asked!.amount]).toEqual([sum, sum]);
        if (!chosen.isGivenUp) expect(asAgreed.credit!.amount).toBe(own);
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

async function firstGivenUp(agreement: One) {
  const [first] = await api.dataSource.query(
    `SELECT period FROM claim WHERE agreement_id = $1 AND state = 'claimable' ORDER BY period_ends_on, period LIMIT 1`,
    [agreement.id],
  );
  if (first) await givenUp(agreement, first.period);
}

it('take as many statements for three variants and many commitments as for one', async () => {
  const one = await contract({ oncePerIncident: true }, [{ down: { '2025-06': 1 } }]);
  const many = await contract({ oncePerIncident: true }, [
    { down: { '2025-06': 1, '2025-07': 1 } },
    { down: { '2025-06': 1 } },
    { down: { '2025-08': 1 } },
  ]);
  const statements = async (commitment: One, variants: object[]) =>
    (await api.statementsOf(() => compare(commitment, variants))).length;
  await statements(one.on(0), [{}]);

  const few = await statements(one.on(0), [{}]);
  expect(await statements(many.on(0), [{}, { target: '99.95' }, { withoutCredit: true }])).toBe(few);
});
