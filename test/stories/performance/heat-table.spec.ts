import { startStory } from '../../builders/index.js';
import { COMMITMENTS } from './documents.js';

const { api, given } = await startStory();
const manager = await given.person({ roles: ['serviceManager'] });

const DOWN: Record<string, string | null> = {
  Mail: '2026-03-02T03:00:00Z',
  Desks: null,
  Files: '2026-03-02T00:20:00Z',
};

/** Three services at 99.9 %: one far beyond its budget, one untouched, one in between. */
const [provider, unit] = [await given.provider({ name: 'Acme' }), await given.unit()];
for (const [name, until] of Object.entries(DOWN)) {
  const service = await given.service({ name, slug: name.toLowerCase(), providerId: provider.id, unitId: unit.id });
  await given.commitment({ serviceId: service.id, name: `${name} uptime` }, { effectiveFrom: '2025-06-01' });
  if (until) await given.outage(service, '2026-03-02T00:00:00Z', until);
}
const contractor = await given.provider({ name: 'Zeta' });
const backbone = await given.service({ name: 'Backbone', slug: 'backbone', lifecycle: 'chartered' });
await given.commitment({ serviceId: backbone.id, name: 'Backbone uptime' }, { kind: 'uc', providerId: contractor.id });

const read = async (variables: object = {}, person = manager) =>
  (await api.as(person).run(COMMITMENTS, variables)).commitments;
const names = ({ edges }: { edges: { node: { service: { name: string } } }[] }) =>
  edges.map(({ node }) => node.service.name);

it('shows a year of results, the smallest budget left first', async () => {
  const page = await read();

  expect(names(page)).toEqual(['Mail', 'Files', 'Backbone', 'Desks']);
  expect(page.periods).toHaveLength(12);
  expect([page.periods[0], page.periods[11]]).toEqual(['2025-04', '2026-03']);
  expect(page).toMatchObject({ totalCount: 4, standing: { met: 3, missed: 1, atRisk: 0, insufficientData: 0 } });
  expect(page.edges[0].node).toMatchObject({
    service: { provider: { name: 'Acme' } },
    agreement: { kind: 'SLA', provider: null },
    terms: { target: '99.9', indicator: { __typename: 'AvailabilityIndicator' } },
  });
  const mail = page.edges[0].node.results;
  expect(mail.map(({ period }: { period: string }) => period)).toEqual([
    '2025-06',
    '2025-07',
    '2025-08',
    '2025-09',
    '2025-10',
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
    '2026-03',
  ]);
  expect(mail.at(-1)).toMatchObject({ verdict: 'MISSED', state: 'OPEN', hasLateData: false });
  expect(Number(mail.at(-1).budget.leftPercent)).toBeLessThan(0);
});

it('tells behind each result of the table whatever is asked for, also by itself', async () => {
  const ask = (fields: string) =>
    api.as(manager).run(`{ commitments(first: 1) { edges { node { results { ${fields} } } } } }`);
  for (const fields of [
    'contributions { totalCount edges { node { keptRuns { keptUntil } } } }',
    'explanation { rule }',
    'points { series }',
  ]) {
    const { commitments } = await ask(fields);
    expect(commitments.edges[0].node.results.length).toBeGreaterThan(0);
  }
});

it('goes on where the last page ended, in every order', async () => {
  for (const sort of ['BUDGET_LEFT', 'NAME', 'SERVICE', 'PROVIDER']) {
    const whole = names(await read({ sort }));
    const first = await read({ sort, first: 3 });
    const rest = await read({ sort, first: 3, after: first.pageInfo.endCursor });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect([...names(first), ...names(rest)]).toEqual(whole);
  }
  expect(names(await read({ sort: 'NAME' }))).toEqual(['Backbone', 'Desks', 'Files', 'Mail']);
});

it('answers with the same rows where nothing is asked about everything found', async () => {
  const ROWS = `query ($filter: CommitmentFilter, $sort: CommitmentSort) {
    commitments(filter: $filter, sort: $sort, first: 3) { periods edges { node { service { name } } } pageInfo { endCursor } } }`;
  for (const sort of ['BUDGET_LEFT', 'NAME', 'SERVICE', 'PROVIDER']) {
    for (const filter of [{}, { verdicts: ['MET'] }, { search: 's' }]) {
      const { edges, ...alone } = (await api.as(manager).run(ROWS, { sort, filter })).commitments;
      const { pageInfo, ...page } = await read({ sort, filter, first: 3 });
      expect(names({ edges })).toEqual(names(page));
      expect(alone).toEqual({ periods: page.periods, pageInfo: { endCursor: pageInfo.endCursor } });
    }
  }
});

it('filters, and counts each facet with the other filters applied', async () => {
  const page = await read({ filter: { verdicts: ['MISSED'] } });
  const facet = (name: string) => page.facets.find((one: { name: string }) => one.name === name).values;

  expect(names(page)).toEqual(['Mail']);
  expect(facet('verdict')).toEqual([
    { value: 'MET', label: 'Met', count: 3 },
    { value: 'MISSED', label: 'Missed', count: 1 },
  ]);
  expect(facet('provider')).toEqual([{ value: provider.id, label: 'Acme', count: 1 }]);
  expect(facet('agreementKind')).toEqual([{ value: 'SLA', label: 'SLA', count: 1 }]);
  expect(names(await read({ filter: { agreementKinds: ['UC'] } }))).toEqual(['Backbone']);
  expect(names(await read({ filter: { providerIds: [contractor.id] } }))).toEqual(['Backbone']);
  expect(names(await read({ filter: { indicatorKinds: ['GOOD_OF_TOTAL'] } }))).toEqual([]);
  expect(names(await read({ filter: { search: 'fíles acme' } }))).toEqual(['Files']);
});

it('finds nothing by an id that nothing has, such as a short name in an old link, and counts the rest', async () => {
  for (const filter of [{ providerIds: ['acme-networks'] }, { serviceIds: ['abc'] }])
    expect(await read({ filter })).toMatchObject({ edges: [], totalCount: 0 });
  expect(names(await read({ filter: { providerIds: ['acme-networks', contractor.id] } }))).toEqual(['Backbone']);
});

it('shows earlier months when asked', async () => {
  const page = await read({ until: '2025-07', periods: 2 });

  expect(page.periods).toEqual(['2025-06', '2025-07']);
  expect(page.edges[0].node.results.map(({ period }: { period: string }) => period)).toEqual(['2025-06', '2025-07']);
  expect(page.standing).toMatchObject({ met: 3, missed: 0 });
});

it('refuses a month, a number of columns or a cursor that makes no sense', async () => {
  for (const variables of [
    { until: '2026-13' },
    { until: '0001-01' },
    { until: '3000-01' },
    { periods: 0 },
    { periods: 100 },
    { after: 'nonsense' },
    { after: 'WzEsMiwzXQ' },
  ]) {
    const { errors } = await api.as(manager).ask(COMMITMENTS, variables);
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID' } }]);
  }
});

it('shows each what they may see: colleagues the promises, a contact of a provider their own, a stranger nothing', async () => {
  const colleague = await given.person();
  const contact = await given.person({ roles: [{ role: 'providerContact', kind: 'provider', id: contractor.id }] });
  const foreign = await given.person({ roles: [{ role: 'providerContact', kind: 'provider', id: provider.id }] });
  const unitManager = await given.person({ roles: [{ role: 'serviceManager', kind: 'unit', id: unit.id }] });

  expect(names(await read({ sort: 'NAME' }, colleague))).toEqual(['Desks', 'Files', 'Mail']);
  expect(names(await read({}, contact))).toEqual(['Backbone']);
  expect(names(await read({}, foreign))).toEqual([]);
  expect(names(await read({ sort: 'NAME' }, unitManager))).toEqual(['Desks', 'Files', 'Mail']);
  expect((await api.anonymously().ask(COMMITMENTS)).errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

it('takes as many statements for many rows as for few', async () => {
  const few = await api.statementsOf(() => read({ first: 1 }));
  const many = await api.statementsOf(() => read({ first: 50 }));

  expect(many.length).toBe(few.length);
  const page = `{ commitments { periods edges { node { id name viewerCanClose service { name provider { name } owner { name } }
    agreement { kind timeZone provider { name } } terms { target comparator } results { period verdict figure viewerCanClose budget { left } } } } } }`;
  expect(await api.statementsOf(() => api.as(manager).run(page))).toHaveLength(2);
});

it('says by one statement whether anything was judged anew since', async () => {
  const document = 'query ($commitmentId: ID) { performanceRevision(commitmentId: $commitmentId) }';
  const [{ id: mail }, { id: desks }] = await api.dataSource.query(
    `SELECT id FROM commitment WHERE name IN ('Mail uptime', 'Desks uptime') ORDER BY name DESC`,
  );
  const revisionOf = async (commitmentId: string | null | undefined, who = manager): Promise<string> =>
    (await api.as(who).run(document, { commitmentId })).performanceRevision;
  // Of all, as a screen asks: it names none.
  const now = () => Promise.all([revisionOf(undefined), revisionOf(mail), revisionOf(desks), revisionOf(null)]);
  const before = await now();

  expect(await now()).toEqual(before);
  const mailService = await api.dataSource.query(`SELECT id FROM service WHERE slug = 'mail'`);
  await given.outage(mailService[0], '2026-03-03T00:00:00Z', '2026-03-03T00:30:00Z');
  const after = await now();
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(after[2]).toBe(before[2]);
  expect(after[3]).toBe(after[0]);
  const contact = await given.contactOf(contractor);
  expect(await revisionOf(mail, contact)).toBe(await revisionOf('00000000-0000-7000-8000-000000000000', contact));
  expect(await revisionOf(null, contact)).not.toBe(after[0]);
  // The session's is the other.
  expect(await api.statementsOf(() => revisionOf(null))).toHaveLength(2);
});

it('counts the breaches of each column, of everything found and not only of the page; a quarter in its last month', async () => {
  const bursar = await given.service({ name: 'Bursar', slug: 'bursar' });
  const [monthly, quarterly] = [
    await given.commitment(
      { serviceId: bursar.id, name: 'By month', slug: 'by-month' },
      { effectiveFrom: '2025-06-01' },
    ),
    await given.commitment(
      { serviceId: bursar.id, name: 'By quarter', slug: 'by-quarter', window: 'quarter' },
      { effectiveFrom: '2025-07-01' },
    ),
  ];
  await given.outage(bursar, '2025-11-05T00:00:00Z', '2025-11-07T00:00:00Z');
  await given.closed('2025-11', monthly);
  await given.closed('2025-Q4', quarterly);
  const document = `query ($filter: CommitmentFilter, $until: String, $first: Int) {
    commitments(filter: $filter, until: $until, periods: 3, first: $first) {
      periods breaches totalCount edges { node { results { period breached } } } } }`;
  const { commitments } = await api
    .as(manager)
    .run(document, { until: '2026-01', first: 1, filter: { search: 'bursar' } });

  expect(commitments).toMatchObject({ periods: ['2025-11', '2025-12', '2026-01'], breaches: [1, 1, 0], totalCount: 2 });
  const clipped = await api.as(manager).run(document, { until: '2025-11', filter: { search: 'bursar' } });
  expect(clipped.commitments.breaches).toEqual([0, 0, 2]);
  const breached = clipped.commitments.edges.flatMap(({ node }: { node: { results: { breached: boolean }[] } }) =>
    node.results.filter((result) => result.breached),
  );
  expect(breached).toHaveLength(2);
  expect((await api.as(manager).run(document, { filter: { search: 'mail' } })).commitments.breaches).toEqual([0, 0, 0]);
});
