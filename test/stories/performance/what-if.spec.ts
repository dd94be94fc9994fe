import { startStory } from '../../builders/index.js';
import { COMMITMENT } from './documents.js';

/** Twelve months under other terms; each sum stands above what it comes to. It is the middle of March 2026. */
const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });
const HOUR = 3_600_000;

const WHAT_IF = /* GraphQL */ `
  query ($id: ID!, $variants: [SupposedTermsInput!]!, $period: String) {
    whatIf(commitmentId: $id, variants: $variants, period: $period) {
      months
      asAgreed {
        ...Terms
      }
      variants {
        ...Terms
      }
    }
  }
  fragment Terms on SupposedTerms {
    met
    missed
    credit {
      amount
      currency
    }
    results {
      period
      verdict
      figure
      target
      budget {
        left
      }
      creditPercent
      credit {
        amount
      }
      explanation {
        rule
      }
    }
  }
`;
const compare = async (id: string, variants: object[], period?: string) =>
  (await api.as(manager).run(WHAT_IF, { id, variants, period })).whatIf;
type Terms = { results: { period: string; figure: string; verdict: string }[] };
const of = ({ results }: Terms, period: string) => results.find((result) => result.period === period);

const service = await given.service();
const commitment = await given.commitment(
  { serviceId: service.id, target: '99.5' },
  { effectiveFrom: '2025-01-01', monthlyCharge: '1000.00' },
);
// June 2025 has 720 hours: 4 of them down are 99.44 %; of July's 744, 2 down are 99.73 %.
await given.outage(service, '2025-06-10T08:00:00Z', '2025-06-10T12:00:00Z');
await given.outage(service, '2025-07-10T16:00:00Z', '2025-07-10T18:00:00Z');
await given.outage(service, '2025-11-05T10:00:00Z', '2025-11-05T22:00:00Z');
await given.approvedExclusion(commitment, '2025-11-05T10:00:00Z', '2025-11-05T20:00:00Z');

describe('the last twelve months under other terms', () => {
  it('are what was stored where nothing is supposed, and nothing of the comparison is kept', async () => {
    const stored = async () => {
      const address = { service: service.slug, slug: 'uptime', period: '2025-06' };
      return (await api.as(manager).run(COMMITMENT, address)).commitment.result;
    };
    const [before] = await api.dataSource.query('SELECT count(*), max(evaluated_at) FROM period_result');
    const { months, asAgreed, variants } = await compare(commitment.id, [{}]);

    expect([months[0], months.at(-1), months.length]).toEqual(['2025-03', '2026-02', 12]);
    expect(variants[0]).toEqual(asAgreed);
    expect(of(asAgreed, '2025-06')).toMatchObject({ figure: (await stored()).figure, verdict: 'MISSED' });
    expect(await api.dataSource.query('SELECT count(*), max(evaluated_at) FROM period_result')).toEqual([before]);
  });

  it('are met or missed by other targets, hours and exclusions, with what each would cost', async () => {
    const office = await given.calendar({ effectiveFrom: '2025-12-01' });
    const { asAgreed, variants } = await compare(commitment.id, [
      { target: '99.9' },
      { calendarId: office.id },
      { withoutExclusions: true, withoutCredit: true },
    ]);
    const [higher, inHours, nothingExcluded] = variants;

    // Of 99 to 99.9 %, 10 % of 1,000.00 are credited.
    expect(asAgreed).toMatchObject({ met: 11, missed: 1, credit: { amount: '100.00', currency: 'EUR' } });
    expect(higher).toMatchObject({ met: 9, missed: 3, credit: { amount: '300.00' } });
    expect(of(higher, '2025-07')).toMatchObject({ figure: '99.73', verdict: 'MISSED', target: '99.9' });
    // June 2025 has 21 working days of 8 hours; of 08:00 to 12:00, 3 hours lie between 09:00 and 17:00: 165 of 168.
    expect(of(inHours, '2025-06')).toMatchObject({ figure: '98.21', verdict: 'MISSED' });
    // Of July's 184 hours, 1 is lost.
    expect(of(inHours, '2025-07')).toMatchObject({ figure: '99.45', verdict: 'MISSED' });
    // 12 of November's 720 hours.
    expect(of(nothingExcluded, '2025-11')).toMatchObject({ figure: '98.33', creditPercent: null, credit: null });
    expect(nothingExcluded).toMatchObject({ missed: 2, credit: null });
  });

  it('are four quarters where anything is judged by quarters, and one of them is explained alone', async () => {
    const { months, asAgreed, variants } = await compare(commitment.id, [{ window: 'QUARTER' }]);
    expect([months[0], months.at(-1)]).toEqual(['2025-01', '2025-12']);
    expect(asAgreed.results).toHaveLength(12);
    expect(variants[0].results.map(({ period }: { period: string }) => period)).toEqual([
      '2025-Q1',
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
    ]);
    // 4 of the 2,184 hours of the second quarter.
    expect(of(variants[0], '2025-Q2')).toMatchObject({ figure: '99.81', verdict: 'MET' });

    const one = await compare(commitment.id, [{ window: 'QUARTER' }], '2025-Q2');
    expect(one.asAgreed.results).toEqual([]);
    expect(one.variants[0].results[0].explanation.map(({ rule }: { rule: string }) => rule)).toEqual(
      expect.arrayContaining(['period', 'availability.downtime', 'verdict']),
    );
  });

  it('are tickets with other times, each by those of the month in which it began', async () => {
    const desk = await given.service();
    const eightHours = { metric: 'resolution', targets: [{ priority: 1, targetMs: 8 * HOUR }] };
    const inTime = await given.commitment(
      { serviceId: desk.id, target: '90', credit: null, indicator: { ticketsInTime: eightHours } as never },
      { effectiveFrom: '2025-01-01' },
    );
    await given.tickets(desk, [
      { priority: 1, openedAt: '2025-12-31T22:00:00Z', resolvedAt: '2026-01-01T04:00:00Z' },
      { priority: 1, openedAt: '2026-01-05T08:00:00Z', resolvedAt: '2026-01-05T11:00:00Z' },
    ]);
    const { asAgreed, variants } = await compare(inTime.id, [{ targets: [{ priority: 1, targetMs: 5 * HOUR }] }]);

    expect(of(asAgreed, '2026-01')).toMatchObject({ figure: '100.00' });
    expect(of(variants[0], '2026-01')).toMatchObject({ figure: '50.00', verdict: 'MISSED' });
  });
});

describe('a comparison', () => {
  const refused = async (who: { cookie: string | null }, variants: object[] = [{}]) =>
    (await api.as(who).ask(WHAT_IF, { id: commitment.id, variants })).errors?.[0];

  it('is of terms that somebody could promise, and of three at most', async () => {
    expect(await refused(manager, [{}, { target: '101' }])).toMatchObject({
      extensions: { code: 'WRONG_TARGET', field: ['variants', '1', 'target'] },
    });
    expect(await refused(manager, [{ targets: [] }])).toMatchObject({ extensions: { code: 'WRONG_INDICATOR' } });
    expect(await refused(manager, [{}, {}, {}, {}])).toMatchObject({ extensions: { code: 'TOO_MANY' } });
    expect(await refused(manager, [{}, { calendarId: 'office' }])).toMatchObject({
      extensions: { code: 'INVALID', field: ['variants', '1', 'calendarId'] },
    });
    for (const period of ['May', '0001-01']) {
      const { errors } = await api.as(manager).ask(WHAT_IF, { id: commitment.id, variants: [], period });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'UNKNOWN_PERIOD' } });
    }
  });

  it('waits for no more than three others of the same person', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const AT_ONCE = `query ($id: ID!) { ${names.map((name) => `${name}: whatIf(commitmentId: $id, variants: []) { months }`).join(' ')} }`;
    const asked = async () => (await api.as(manager).ask(AT_ONCE, { id: commitment.id })).errors;

    const tooMany = {
      message: '4 comparisons are being made for you; wait for one of them.',
      extensions: { code: 'TOO_MANY' },
    };
    expect(await asked()).toMatchObject([tooMany]);
    expect(await refused(manager)).toBeUndefined();
  });

  it('is for who oversees the commitment: no customer and no provider', async () => {
    const provider = await given.provider({ kind: 'external' });
    const role = { role: 'providerContact', kind: 'provider', id: provider.id };
    const contact = await given.person({ roles: [role] as never });
    const uc = await given.commitment({ serviceId: service.id, slug: 'uc' }, { kind: 'uc', providerId: provider.id });
    const asked = (await api.as(contact).ask(WHAT_IF, { id: uc.id, variants: [{}] })).errors;

    expect(asked?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    expect(await refused(contact)).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    expect(await refused(await given.person())).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});
