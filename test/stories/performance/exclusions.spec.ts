import { AgreementVersions } from '@accord/api/agreements/agreement-versions.js';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';
import { temporaryFolder } from '../../platform/server-process.js';
import { APPROVE_EXCLUSION, EFFECT, PROPOSE_EXCLUSION, RESTATE } from './documents.js';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });
const [proposer, second] = await given.serviceManagers();
const vendorManager = await given.person({ name: 'Vic Endor', roles: ['vendorManager'] });

/** A commitment at 1,000 euros a month that was down for an hour of February: 99.85 % of 99.9 %. */
async function missedFebruary(ownerId?: string) {
  const service = await given.service({ ownerId });
  const { agreement, commitments } = await given.agreement({
    monthlyCharge: '1000.00',
    terms: [{ serviceId: service.id }],
  });
  const outage = await given.outage(service, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z');
  return { service, agreement, commitment: commitments[0]!, outage };
}

const TIME = { from: '2026-02-10T08:00:00Z', to: '2026-02-10T08:45:00Z' };

async function propose(commitment: { id: string }, differing: object = {}, who: SignedInPerson = proposer!) {
  const words = { category: 'CUSTOMER_CAUSE', reason: 'The customer pulled the plug.' };
  const input = { commitmentId: commitment.id, ...TIME, ...words, ...differing };
  return (await api.as(who).run(PROPOSE_EXCLUSION, { input })).proposeExclusion;
}

const approve = async (who: SignedInPerson, id: string, restate?: boolean) =>
  (await api.as(who).run(APPROVE_EXCLUSION, { id, restate })).approveExclusion;

const INBOX = `{ inbox(first: 50) { edges { node { subject { path } notices { kind facts { name value } } } } } }`;

it('is told once to those who may decide on it: not to who asks, who is measured by it, or who decides on others', async () => {
  const owner = await given.person({ roles: ['serviceManager'] });
  const { service, commitment } = await missedFebruary(owner.id);
  const own = await given.person({ roles: [{ role: 'serviceManager', kind: 'service', id: service.id }] });
  const elsewhere = await given.person({
    roles: [{ role: 'serviceManager', kind: 'service', id: (await given.service()).id }],
  });
  await propose(commitment);
  type Notice = { kind: string; facts: { name: string; value: string }[] };
  const told = async (who: { cookie: string | null }): Promise<number> => {
    const { inbox } = await api.as(who).run(INBOX);
    return inbox.edges
      .flatMap(({ node }: { node: { notices: Notice[] } }) => node.notices)
      .filter(({ kind }: Notice) => kind === 'EXCLUSION_PROPOSED')
      .filter(({ facts }: Notice) => facts.some(({ value }) => value === service.name)).length;
  };

  const everybody = [own, second!, vendorManager, elsewhere, owner, proposer!];
  expect(await Promise.all(everybody.map(told))).toEqual([1, 1, 1, 0, 0, 0]);
});

it('is of time that has passed: what is planned is maintenance, and anything else has to happen first', async () => {
  const { commitment } = await missedFebruary();
  const now = api.clock.now().toISOString();
  const inAnHour = new Date(api.clock.now().getTime() + 3_600_000).toISOString();
  const tomorrow = new Date(api.clock.now().getTime() + 86_400_000).toISOString();
  const refused = (field: string) => ({
    exclusion: null,
    errors: [
      {
        code: 'IN_THE_FUTURE',
        field: [field],
        message:
          'Only time that has passed is excluded: announce planned work as maintenance, 24 hours ahead, and propose an exclusion once anything else has happened.',
      },
    ],
  });

  expect(await propose(commitment, { from: inAnHour, to: tomorrow })).toEqual(refused('from'));
  expect(await propose(commitment, { to: inAnHour })).toEqual(refused('to'));
  expect((await propose(commitment, { from: '2026-03-16T07:00:00Z', to: now })).errors).toEqual([]);
});

describe('the reason of an exclusion', () => {
  it('is one that the version in force at that time names', async () => {
    const { agreement, commitment } = await missedFebruary();
    const draft = await given.nextVersion(agreement, '2026-02-01');
    const office = await given.act(await given.person({ roles: ['btOffice'] }));
    await api.get(AgreementVersions).change(office, draft.id, { exclusionCategories: ['forceMajeure', 'thirdParty'] });
    await given.inForce(draft);

    expect(await propose(commitment)).toMatchObject({
      exclusion: null,
      errors: [
        {
          code: 'CATEGORY_NOT_AGREED',
          field: ['category'],
          message:
            'Version 2 of the agreement excludes force majeure, what a third party caused only; for what the customer caused the time counts.',
        },
      ],
    });
    expect((await propose(commitment, { category: 'FORCE_MAJEURE' })).errors).toEqual([]);
    const january = { from: '2026-01-10T08:00:00Z', to: '2026-01-10T09:00:00Z' };
    expect((await propose(commitment, january)).errors).toEqual([]);
  });
});

/** A file as it is sent. */
function asText(sent: unknown, done: (error: Error | null, body: string) => void): void {
  void text(sent as Readable).then((body) => done(null, body));
}

describe('evidence', () => {
  const READ = `query ($commitmentId: ID!) { exclusions(commitmentId: $commitmentId) { edges { node {
    category evidence { kind id label } } } } }`;

  it('leads to what happened here, to an address, to a note, and to a file that stays', async () => {
    const { service, commitment, outage } = await missedFebruary();
    const [ticket] = await given.tickets(service, [{ number: 'INC77', openedAt: '2026-02-10T08:01:00Z' }]);
    const uploadId = await given.upload(proposer!, 'The grid was down.', 'letter of the grid.txt');
    const evidence = [
      { ticketId: ticket!.id },
      { outageId: outage.id },
      { uploadId },
      { url: 'https://grid.example/notice/7' },
      { note: 'Said by telephone at eight.' },
    ];
    expect((await propose(commitment, { evidence })).errors).toEqual([]);

    const { exclusions } = await api.as(second!).run(READ, { commitmentId: commitment.id });
    expect(exclusions.edges[0].node).toEqual({
      category: 'CUSTOMER_CAUSE',
      evidence: [
        { kind: 'TICKET', id: ticket!.id, label: 'INC77' },
        { kind: 'OUTAGE', id: outage.id, label: 'A cable was cut.' },
        { kind: 'FILE', id: uploadId, label: 'letter of the grid.txt' },
        { kind: 'LINK', id: null, label: 'https://grid.example/notice/7' },
        { kind: 'NOTE', id: null, label: 'Said by telephone at eight.' },
      ],
    });
    api.clock.set(new Date(api.clock.now().getTime() + 30 * 86_400_000));
    await given.upload(proposer!, 'Another one, which lets the expired ones go.', 'b.txt');
    const file = await api
      .as(second!)
      .get(`/evidence/${uploadId}`)
      .set('accept-encoding', 'identity')
      .buffer(true)
      .parse(asText);
    expect([file.status, file.body]).toEqual([200, 'The grid was down.']);
    expect(file.headers['content-disposition']).toContain('letter of the grid.txt');
    expect((await api.as(await given.person({ roles: ['requester'] })).get(`/evidence/${uploadId}`)).status).toBe(404);
    api.clock.set('2026-03-16T09:00:00Z');
  });

  it.each<[string, (other: Awaited<ReturnType<typeof missedFebruary>>) => Promise<object> | object, string]>([
    ['an outage of another service', ({ outage }) => ({ outageId: outage.id }), 'NOT_FOUND'],
    ['a file of somebody else', async () => ({ uploadId: await given.upload(second!, 'a', 'a.txt') }), 'NOT_FOUND'],
    ['nothing', () => ({}), 'WRONG_EVIDENCE'],
    ['two things at once', () => ({ note: 'A.', url: 'https://a.example' }), 'WRONG_EVIDENCE'],
    ['an address that runs a script', () => ({ url: 'javascript:alert(1)' }), 'INVALID'],
  ])('is not %s', async (_, evidenceOf, code) => {
    const { commitment } = await missedFebruary();
    const evidence = [await evidenceOf(await missedFebruary())];

    expect(await propose(commitment, { evidence })).toMatchObject({ exclusion: null, errors: [{ code }] });
    const [{ kept }] = await api.dataSource.query(
      'SELECT count(*)::int AS kept FROM exclusion WHERE commitment_id = $1',
      [commitment.id],
    );
    expect(kept).toBe(0);
  });
});

describe('what an exclusion would change', () => {
  const NOW = `query ($id: ID!) { exclusionEffects(id: $id) { ...Effect } } ${EFFECT}`;
  const STORED = `query ($commitmentId: ID!) { exclusions(commitmentId: $commitmentId) { edges { node { effects { ...Effect } } } } } ${EFFECT}`;

  it('is told anew to who decides, of every period, and kept as it was told', async () => {
    const { service, commitment } = await missedFebruary();
    const february = { from: '2026-02-10T08:00:00Z', to: '2026-03-02T00:00:00Z' };
    const { exclusion } = await propose(commitment, february);
    expect(exclusion.effects).toMatchObject([
      { period: '2026-02', restates: false, before: { figure: '99.85' }, after: { figure: '100.00' } },
      { period: '2026-03', before: { figure: '100.00' } },
    ]);
    await given.outage(service, '2026-02-05T08:00:00Z', '2026-02-05T10:00:00Z', 'Found in an old log.');
    await given.closed('2026-02', commitment);

    const { exclusionEffects } = await api.as(second!).run(NOW, { id: exclusion.id });
    expect(exclusionEffects).toMatchObject([
      {
        period: '2026-02',
        state: 'FROZEN',
        restates: true,
        before: { figure: '99.55', verdict: 'MISSED', credit: { percent: '10', amount: '100.00' } },
        after: { figure: '99.10', verdict: 'MISSED', credit: { percent: '10', amount: '100.00' } },
      },
      { period: '2026-03', state: 'OPEN', restates: false },
    ]);
    await api
      .as(second!)
      .run(`mutation ($id: ID!) { refuseExclusion(id: $id, reason: "The plug was ours.") { errors { code } } }`, {
        id: exclusion.id,
      });
    const { exclusions } = await api.as(second!).run(STORED, { commitmentId: commitment.id });
    expect(exclusions.edges[0].node.effects).toEqual(exclusionEffects);
    expect((await api.as(second!).run(NOW, { id: exclusion.id })).exclusionEffects).toEqual(exclusionEffects);
  });
});

describe('an approved exclusion of closed time', () => {
  it('waits for a service manager where who approves it may not restate, and says so', async () => {
    const { service, commitment } = await missedFebruary();
    await given.closed('2026-02', commitment);
    const { exclusion } = await propose(commitment);

    expect(await approve(vendorManager, exclusion.id, true)).toMatchObject({
      exclusion: null,
      errors: [{ code: 'FORBIDDEN' }],
    });
    expect(await approve(vendorManager, exclusion.id)).toMatchObject({
      errors: [],
      restated: [],
      waiting: [{ period: '2026-02', revision: 1 }],
    });

    expect(await given.resultOf(commitment, '2026-02')).toMatchObject({ revision: 1, hasLateData: true });
    const { inbox } = await api.as(proposer!).run(INBOX);
    expect(inbox.edges[0].node).toEqual({
      subject: { path: `/commitments/${service.slug}/uptime` },
      notices: [
        {
          kind: 'RESTATEMENT_NEEDED',
          facts: expect.arrayContaining([
            { name: 'service', value: service.name },
            { name: 'periods', value: 'February 2026' },
            { name: 'by', value: 'Vic Endor' },
          ]),
        },
      ],
    });
  });

  it('restates at once, or not yet, as the service manager who approves it says', async () => {
    const [later, atOnce] = [await missedFebruary(), await missedFebruary()];
    for (const { commitment } of [later, atOnce]) await given.closed('2026-02', commitment);
    const [one, other] = [await propose(later.commitment), await propose(atOnce.commitment)];

    expect(await approve(second!, one.exclusion.id, false)).toMatchObject({ restated: [], waiting: [{ revision: 1 }] });
    expect(await approve(second!, other.exclusion.id, true)).toMatchObject({
      restated: [{ revision: 2 }],
      waiting: [],
    });
  });

  it('says where it takes in late data too, and restates no period for late data alone', async () => {
    const { service, commitment } = await missedFebruary();
    await given.outage(service, '2026-01-10T08:00:00Z', '2026-01-10T09:00:00Z');
    for (const period of ['2026-01', '2026-02']) await given.closed(period, commitment);
    await given.outage(service, '2026-01-05T08:00:00Z', '2026-01-05T10:00:00Z', 'Found in an old log.');
    await given.outage(service, '2026-02-05T08:00:00Z', '2026-02-05T10:00:00Z', 'Found in an old log.');
    const time = { from: '2026-01-10T08:00:00Z', to: '2026-01-10T08:45:00Z' };
    const { exclusion } = await propose(commitment, time);
    expect(exclusion.effects).toMatchObject([{ period: '2026-01', restates: true, hasLateData: true }]);

    const { restated, waiting } = await approve(second!, exclusion.id);

    const late = 'It also counts what became known of 2026-01 after closing.';
    expect(restated).toMatchObject([
      { period: '2026-01', reason: `Exclusion approved: The customer pulled the plug. ${late}` },
    ]);
    expect(waiting).toEqual([]);
    expect(await given.resultOf(commitment, '2026-02')).toMatchObject({ revision: 1, hasLateData: true });
  });

  it('is told apart from late data, where that alone changes a period that it touches', async () => {
    const { service, commitment } = await missedFebruary();
    await given.maintenance(service, '2026-02-20T08:00:00Z', '2026-02-20T09:00:00Z');
    await given.closed('2026-02', commitment);
    await given.outage(service, '2026-02-05T08:00:00Z', '2026-02-05T10:00:00Z', 'Found in an old log.');
    const { exclusion } = await propose(commitment, { from: '2026-02-20T08:00:00Z', to: '2026-02-20T08:30:00Z' });

    expect(exclusion.effects).toMatchObject([
      {
        period: '2026-02',
        restates: false,
        hasLateData: true,
        before: { figure: '99.85' },
        after: { figure: '99.55' },
      },
    ]);
  });

  it('changes nothing where it covers a part of a count only, which cannot be split, and says so', async () => {
    const service = await given.service();
    const indicator = { goodOfTotal: { series: 'orders' } } as never;
    const commitment = await given.commitment({ serviceId: service.id, indicator, target: '90' });
    await given.counts(service, 'orders', '2026-02-05T00:00:00Z', '2026-02-06T00:00:00Z', 50, 100);
    await given.counts(service, 'orders', '2026-02-07T00:00:00Z', '2026-02-08T00:00:00Z', 60, 100);
    await given.closed('2026-02', commitment);
    const half = { from: '2026-02-05T06:00:00Z', to: '2026-02-05T18:00:00Z' };
    const { exclusion } = await propose(commitment, half);

    const outcome = { figure: '55.00', verdict: 'MISSED' };
    expect(exclusion.effects).toMatchObject([
      { period: '2026-02', changes: false, restates: false, hasLateData: false, before: outcome, after: outcome },
    ]);
    expect(await approve(second!, exclusion.id)).toMatchObject({ errors: [], restated: [], waiting: [] });
    expect(await given.resultOf(commitment, '2026-02')).toMatchObject({ revision: 1, hasLateData: false });

    const whole = { from: '2026-02-05T18:00:00Z', to: '2026-02-08T00:00:00Z' };
    const { exclusion: longer } = await propose(commitment, whole);
    expect(longer.effects).toMatchObject([{ changes: true, restates: true, after: { figure: '50.00' } }]);
  });

  it('waits for another service manager where who approves it brought the late data that betters it', async () => {
    const service = await given.service();
    const indicator = { goodOfTotal: { series: 'orders' } } as never;
    const commitment = await given.commitment({ serviceId: service.id, indicator, target: '90' });
    await given.counts(service, 'orders', '2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z', 80, 100);
    await given.counts(service, 'orders', '2026-02-05T00:00:00Z', '2026-02-06T00:00:00Z', 0, 100);
    await given.closed('2026-02', commitment);
    const time = { from: '2026-02-05T00:00:00Z', to: '2026-02-06T00:00:00Z' };
    const { exclusion } = await propose(commitment, time);
    await recordCounts(second!, service, 1000);
    const seenBy = async (person: SignedInPerson) =>
      (
        await api
          .as(person)
          .run(
            `query ($id: ID!) { exclusionEffects(id: $id) { period restates hasLateData viewerBetteredIt result { viewerCanRestate } } }`,
            { id: exclusion.id },
          )
      ).exclusionEffects;
    const effect = { period: '2026-02', restates: true, hasLateData: true, result: { viewerCanRestate: true } };
    const notByThem = { result: { viewerCanRestate: false }, viewerBetteredIt: true };
    expect(await seenBy(second!)).toEqual([{ ...effect, ...notByThem }]);
    const third = await given.person({ roles: ['serviceManager'] });
    expect(await seenBy(third)).toEqual([{ ...effect, viewerBetteredIt: false }]);

    expect(await approve(second!, exclusion.id, true)).toMatchObject({
      exclusion: null,
      errors: [
        {
          code: 'SECOND_PERSON_NEEDED',
          message: 'You brought the data that betters this figure: another service manager has to restate it.',
        },
      ],
    });
    expect(await approve(second!, exclusion.id)).toMatchObject({
      errors: [],
      restated: [],
      waiting: [{ period: '2026-02', revision: 1 }],
    });
    expect(await restate(second!, commitment)).toMatchObject({ errors: [{ code: 'SECOND_PERSON_NEEDED' }] });
  });

  describe('by one person where late data made no difference', () => {
    async function betteredByExclusion() {
      const service = await given.service();
      const indicator = { goodOfTotal: { series: 'orders' } } as never;
      const commitment = await given.commitment({ serviceId: service.id, indicator, target: '90' });
      for (const [day, good] of [
        ['01', 80],
        ['05', 0],
        ['15', 10],
      ] as const)
        await given.counts(service, 'orders', `2026-02-${day}T00:00:00Z`, `2026-02-${day}T12:00:00Z`, good, 100);
      await given.closed('2026-02', commitment);
      api.clock.set(new Date(api.clock.now().getTime() + 60_000));
      await recordCounts(second!, service, 1000, 'returns');
      const approvedOn = async (day: string, now: boolean) => {
        const time = { from: `2026-02-${day}T00:00:00Z`, to: `2026-02-${day}T12:00:00Z` };
        return approve(second!, (await propose(commitment, time)).exclusion.id, now);
      };
      expect(await approvedOn('05', false)).toMatchObject({ errors: [], restated: [], waiting: [{ revision: 1 }] });
      return { commitment, approvedOn };
    }

    it('by hand, once the exclusion is approved', async () => {
      const { commitment } = await betteredByExclusion();
      expect(await restate(second!, commitment)).toMatchObject({
        errors: [],
        result: { revision: 2, figure: '45.00' },
      });
    });

    it('with another exclusion', async () => {
      const { approvedOn } = await betteredByExclusion();
      expect(await approvedOn('15', true)).toMatchObject({ errors: [], restated: [{ revision: 2, figure: '80.00' }] });
    });
  });

  it('restates at once where the figure gets worse by the late data of who approves it', async () => {
    const service = await given.service();
    const indicator = { goodOfTotal: { series: 'orders' } } as never;
    const commitment = await given.commitment({ serviceId: service.id, indicator, target: '90' });
    await given.counts(service, 'orders', '2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z', 80, 100);
    await given.counts(service, 'orders', '2026-02-05T00:00:00Z', '2026-02-06T00:00:00Z', 99, 100);
    await given.closed('2026-02', commitment);
    const { exclusion } = await propose(commitment, { from: '2026-02-05T00:00:00Z', to: '2026-02-06T00:00:00Z' });
    await recordCounts(second!, service, 10);

    expect(await approve(second!, exclusion.id, true)).toMatchObject({ errors: [], restated: [{ revision: 2 }] });
  });
});

async function restate(person: SignedInPerson, commitment: { id: string }) {
  const { id } = await given.resultOf(commitment, '2026-02');
  return (await api.as(person).run(RESTATE, { id, reason: 'The customer pulled the plug.' })).restateResult;
}

/** Of a thousand, later than February was closed. */
async function recordCounts(person: SignedInPerson, service: { id: string }, good: number, series = 'orders') {
  const time = { from: '2026-02-10T00:00:00Z', to: '2026-02-10T12:00:00Z' };
  const input = { serviceId: service.id, series, ...time, good, total: 1000 };
  const record = `mutation ($input: RecordCountsInput!) { recordCounts(input: $input) { errors { code } } }`;
  expect((await api.as(person).run(record, { input })).recordCounts.errors).toEqual([]);
}
