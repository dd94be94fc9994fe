import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AgreementImport, type EntryOutcome } from '@accord/api/agreements/import/agreement-import.js';
import { readPublishedFile } from '@accord/api/agreements/import/published-file.js';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();

const AGREEMENT = /* GraphQL */ `
  query ($slug: String!) {
    agreement(slug: $slug) {
      name
      kind
      timeZone
      currency
      provider {
        slug
        name
        kind
      }
      versions {
        state
        effectiveFrom
        capText
        claimText
        exclusionsText
        sourceText
        notesText
      }
      commitments {
        slug
        name
        service {
          slug
          name
          lifecycle
        }
        terms {
          target
          window
          windowText
          indicator {
            ... on AvailabilityIndicator {
              source
              shortestOutageMs
            }
            ... on GoodOfTotalIndicator {
              series
            }
          }
          credit {
            tiers {
              gte
              lt
              percent
            }
            minimum {
              amount
              currency
            }
            capPercent
          }
        }
      }
    }
  }
`;

const entry = {
  id: 'nimbus-compute',
  provider: 'Nimbus Cloud',
  service: 'Compute, two zones',
  indicator: 'monthly uptime percentage',
  indicator_definition: 'Downtime Period = >= 5 consecutive minutes',
  unit: 'percent',
  window: 'billing month',
  target: 99.95,
  comparator: '>=',
  credit_tiers: [
    { lt: 99.9, gte: 99.0, credit_pct: 10 },
    { lt: 99.0, gte: null, credit_pct: 25 },
  ],
  credit_base: 'monthly fees',
  credit_cap: '50% of the amount due for the covered service in the month',
  credit_minimum: { amount: '1.00', currency: 'USD' },
  claim: { deadline: '30 days after the month', how: 'ticket', status: 'confirmed' },
  exclusions: ['force majeure', 'beta features'],
  status: 'confirmed',
  source: { type: 'official_page', ref: 'https://example.com/sla' },
  notes: null,
};
const fileOf = (...entries: unknown[]) => readPublishedFile(JSON.stringify({ compiled: '2026', entries }));

const office = await given.person({ name: 'Olga', roles: ['btOffice'] });
const run = async (file: ReturnType<typeof fileOf>, who: { id: string } = office): Promise<EntryOutcome[]> =>
  api.get(AgreementImport).run(await given.act(who), file);

describe('importing published terms', () => {
  it('makes provider, service and a contract that waits for a second person', async () => {
    expect(await run(fileOf(entry))).toEqual([
      { id: 'nimbus-compute', outcome: 'stored', state: 'proposed', reason: null, column: null },
    ]);
    expect((await api.as(office).run(AGREEMENT, { slug: 'nimbus-compute' })).agreement).toEqual({
      name: 'Nimbus Cloud: Compute, two zones',
      kind: 'UC',
      timeZone: expect.stringMatching(/UTC/),
      currency: 'USD',
      provider: { slug: 'nimbus-cloud', name: 'Nimbus Cloud', kind: 'EXTERNAL' },
      versions: [
        {
          state: 'PROPOSED',
          effectiveFrom: '2026-01-01',
          capText: '50% of the amount due for the covered service in the month',
          claimText: '30 days after the month. By: ticket. (confirmed)',
          exclusionsText: 'force majeure; beta features',
          sourceText: 'https://example.com/sla (official_page; confirmed)',
          notesText: expect.stringContaining('Window: Billing month, judged as a calendar month.'),
        },
      ],
      commitments: [
        {
          slug: 'uptime',
          name: 'Monthly uptime percentage',
          service: { slug: 'nimbus-compute', name: 'Compute, two zones', lifecycle: 'PROPOSED' },
          terms: {
            target: '99.95',
            window: 'MONTH',
            windowText: 'Billing month, judged as a calendar month',
            indicator: { source: 'OUTAGES', shortestOutageMs: 300_000 },
            credit: {
              tiers: [
                { gte: '99', lt: '99.9', percent: '10' },
                { gte: null, lt: '99', percent: '25' },
              ],
              minimum: { amount: '1.00', currency: 'USD' },
              capPercent: '50',
            },
          },
        },
      ],
    });
  });

  it('changes nothing the second time', async () => {
    const statements = await api.statementsOf(async () => {
      expect(await run(fileOf(entry))).toMatchObject([{ outcome: 'known' }]);
    });
    expect(statements.filter((statement) => /^\s*(INSERT|UPDATE|DELETE)/i.test(statement))).toEqual([]);
  });

  it('does not overwrite a contract that says something else', async () => {
    expect(await run(fileOf({ ...entry, target: 99.99 }))).toEqual([
      {
        id: 'nimbus-compute',
        outcome: 'refused',
        state: null,
        reason: 'The agreement nimbus-compute stands here with other terms; draft a new version of it.',
        column: 'id',
      },
    ]);
  });

  it('takes a provider that is known, and another service of it', async () => {
    await run(fileOf({ ...entry, id: 'nimbus-store', service: 'Store' }));
    const [{ count }] = await api.dataSource.query(`SELECT count(*)::int FROM provider WHERE name = 'Nimbus Cloud'`);
    expect(count).toBe(1);
  });

  it('holds the good entries and says of the others why it does not', async () => {
    const outcomes = await run(
      fileOf(
        { ...entry, id: 'in-proportion', credit_tiers: [{ lt: 99.95, gte: null, credit: 'lost time' }] },
        { ...entry, id: 'in-business-days', indicator: 'percentage of tickets resolved within 3 business days' },
        {
          ...entry,
          id: 'with-hole',
          credit_tiers: [
            { lt: 99.9, gte: 99, credit_pct: 10 },
            { lt: 98, gte: null, credit_pct: 25 },
          ],
        },
        { ...entry, id: 'Not a slug' },
        { ...entry, id: 'no-target', target: 'high' },
        'nothing',
        { ...entry, id: 'good', service: 'Good' },
      ),
    );
    expect(
      outcomes.map(({ id, outcome, column, reason }) => [id, outcome, column, reason?.slice(0, 60) ?? null]),
    ).toEqual([
      ['in-proportion', 'refused', 'credit_tiers', 'A credit in proportion ("lost time") is not yet held.'],
      [
        'in-business-days',
        'refused',
        'indicator',
        'Targets in business days are not yet held: "percentage of tic'.slice(0, 60),
      ],
      ['with-hole', 'refused', expect.stringMatching(/^credit\.tiers/), expect.stringContaining('must touch tier')],
      ['Not a slug', 'refused', 'id', expect.stringContaining('not readable')],
      ['no-target', 'refused', 'target', expect.stringContaining('not readable')],
      ['entry 6', 'refused', null, expect.stringContaining('not readable')],
      ['good', 'stored', null, null],
    ]);
    const [{ count }] = await api.dataSource.query(`SELECT count(*)::int FROM service WHERE slug = 'with-hole'`);
    expect(count).toBe(0);
  });

  it('puts terms in force at once while there is nobody else to ask', async () => {
    const only = await given.person({ roles: ['administrator', 'btOffice'] });
    const outcomes = await run(fileOf({ ...entry, id: 'alone', service: 'Alone' }), only);
    expect(outcomes).toMatchObject([{ outcome: 'stored', state: 'inForce' }]);
  });

  it('is for vendor managers and the BT office', async () => {
    const manager = await given.person({ roles: ['serviceManager'] });
    await expect(run(fileOf(entry), manager)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('tells a vendor manager who may not propose services that the service has to be there first', async () => {
    const vendorManager = await given.person({ roles: ['vendorManager'] });
    const unknown = await run(fileOf({ ...entry, id: 'unknown', service: 'Unknown' }), vendorManager);
    expect(unknown).toMatchObject([{ outcome: 'refused', reason: expect.stringContaining('propose') }]);
    await given.service({ slug: 'unknown' });
    expect(await run(fileOf({ ...entry, id: 'unknown', service: 'Unknown' }), vendorManager)).toMatchObject([
      { outcome: 'stored' },
    ]);
  });

  it.each([
    [
      'not JSON',
      '{',
      'This file is neither JSON of published terms nor OpenSLO, whose documents begin with apiVersion: openslo/v1.',
    ],
    ['no entries', '{"compiled":"2026","entries":[]}', /This is no collection of published terms: entries/],
    ['something else', '[1]', /This is no collection of published terms/],
  ])('refuses a file that is %s, before anything is written', (_, text, message) => {
    expect(() => readPublishedFile(text)).toThrow(message);
  });
});

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shared = resolve(root, process.env.ACCORD_SHARED ?? '../shared', 'facts/cloud_sla_terms.json');
const withShared = existsSync(shared) ? describe : describe.skip;

withShared('the terms of 68 published service levels', () => {
  it('are held but for those that pay in proportion, in days or by choice, and those counted in business days', async () => {
    const outcomes = await run(readPublishedFile(readFileSync(shared, 'utf8')));
    const refused = outcomes.filter(({ outcome }) => outcome === 'refused').map(({ id }) => id);
    expect(refused).toEqual([
      'aws-r53-dns',
      'github-online-2026',
      'do-droplet',
      'do-marketplace-response',
      'do-marketplace-resolution',
      'cloudflare-business',
    ]);
    expect(outcomes.length - refused.length).toBe(62);
  });
});
