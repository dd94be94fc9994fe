import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const everybody = ['btOffice', 'serviceManager', 'vendorManager', 'auditor', 'administrator'] as const;
const ada = await given.person({ roles: [...everybody] });
const ID = '018f0000-0000-7000-8000-000000000000';
const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

describe('a cursor that no list gave out', () => {
  const places = [
    cursor(),
    cursor('a', 'b'),
    cursor({}, {}),
    cursor(null, null, null),
    cursor('NaN', 'a\0', ID),
    cursor('a\0', ID),
    cursor('a', 'b', 'c', 'd'),
    'no cursor',
  ];

  it.each([
    'people',
    'providers',
    'services',
    'agreements',
    'breaches',
    'outages',
    'maintenances',
    'exclusions',
    'commitments',
    'imports',
    'audit',
    'inbox',
  ])('is refused by %s', async (list) => {
    for (const after of places) {
      const { errors } = await api
        .as(ada)
        .ask(`query ($after: String) { ${list}(after: $after) { edges { cursor } } }`, { after });
      expect([after, errors?.[0]?.extensions]).toMatchObject([after, { code: 'INVALID', field: ['after'] }]);
    }
  });
});

it.each(['breaches', 'outages', 'maintenances', 'exclusions', 'imports'])(
  'refuses days that are none as a cursor of %s',
  async (list) => {
    for (const day of ['2026-02-31', '2026-02-31T00:00:00.000Z', '0000-01-01T00:00:00.000Z', 'yesterday']) {
      const after = cursor(day, ID);
      const { errors } = await api
        .as(ada)
        .ask(`query ($after: String) { ${list}(after: $after) { edges { cursor } } }`, { after });
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID', field: ['after'] } }]);
    }
  },
);

it('refuses figures that are none as a cursor of the heat table', async () => {
  for (const figure of ['NaN', '1e309', 'Infinity', '']) {
    const { errors } = await api
      .as(ada)
      .ask('query ($after: String) { commitments(after: $after) { totalCount } }', { after: cursor(figure, 'a', ID) });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID', field: ['after'] } }]);
  }
});

it.each([
  ['breaches(providerId: "none")'],
  ['outages(serviceId: "none")'],
  ['maintenances(serviceId: "none")'],
  ['exclusions(commitmentId: "none")'],
])('finds nothing under an id that is none: %s', async (list) => {
  expect(await api.as(ada).ask(`{ list: ${list} { totalCount } }`)).toEqual({ data: { list: { totalCount: 0 } } });
});

it.each(['services', 'providers', 'commitments'])('checks the filter of %s', async (list) => {
  const query = `query ($search: String) { ${list}(filter: { search: $search }) { totalCount } }`;
  const { errors } = await api.as(ada).ask(query, { search: 'x'.repeat(201) });

  expect(errors).toMatchObject([{ extensions: { code: 'INVALID', field: ['search'] } }]);
});

it('finds nothing by an id that is none, as by one that nobody has', async () => {
  const { data } = await api.as(ada).ask('{ services(filter: { ownerIds: ["none"] }) { totalCount } }');

  expect(data).toEqual({ services: { totalCount: 0 } });
});

it.each(['people', 'agreements', 'audit'])('shows a usual page of %s where the size is null', async (list) => {
  await given.agreement();
  const answer = await api.as(ada).run(`{ list: ${list}(first: null) { edges { cursor } } }`);

  expect(answer.list.edges.length).toBeGreaterThan(0);
});

it('names each field of which the value is malformed, and says what it has to be', async () => {
  const document = `mutation ($input: SetShareInput!) { setShare(input: $input) { errors { code } } }`;
  const input = { teamId: ID, personId: ID, weight: 'NaN', from: '9999-12-31' };
  const { errors } = await api.as(ada).ask(document, { input });

  expect(errors).toMatchObject([
    {
      message:
        'input.weight: "NaN" is not a Decimal: digits as text, such as "99.95", at most 30 before the point and 30 after it.',
      extensions: { code: 'BAD_USER_INPUT', field: ['input', 'weight'] },
    },
    {
      message:
        'input.from: "9999-12-31" is not a Date: a calendar date, such as 2026-03-16, of the years 1900 to 2999.',
      extensions: { code: 'BAD_USER_INPUT', field: ['input', 'from'] },
    },
  ]);
});

describe('text that the database cannot keep', () => {
  it.each(['a\0b', '\ud800', 'b\udc00'])('is refused, and the place named: %j', async (search) => {
    const { errors } = await api
      .as(ada)
      .ask('query ($search: String) { people(search: $search) { totalCount } }', { search });

    expect(errors).toMatchObject([
      { message: expect.stringContaining('search'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('is refused in the document too', async () => {
    const { errors } = await api.as(ada).ask('{ provider(slug: "a\\u0000") { id } }');

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('is not whatever else people write', async () => {
    const { people } = await api.as(ada).run('query ($search: String) { people(search: $search) { totalCount } }', {
      search: "🔑 é \u202e %_\\ '; --",
    });

    expect(people.totalCount).toBe(0);
  });
});

describe('a document made to cost much', () => {
  const refusal = async (query: string) => (await api.anonymously().ask(query)).errors?.[0]?.message;

  it('is not even read beyond a length', async () => {
    expect(await refusal(`{ session { ${'demoPeople { id } '.repeat(20_000)} } }`)).toContain('5000 tokens');
  });

  it('does not do more than a screen needs at once, in fragments neither', async () => {
    const many = Array.from({ length: 31 }, (_, i) => `s${i}: session { needsFirstAdministrator }`).join(' ');

    expect(await refusal(`{ ${many} }`)).toContain('30 things');
    expect(await refusal(`{ ...A } fragment A on Query { ${many} }`)).toContain('30 things');
  });

  it('does not go round in circles', async () => {
    const round = '{ provider(slug: "a") { ...A } } fragment A on Provider { services { provider { ...B } } }';
    const query = `${round} fragment B on Provider { services { provider { services { id } } } }`;

    expect(await refusal(query)).toContain('within itself');
  });
});
