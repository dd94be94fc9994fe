import { Notices, type Told } from '@accord/api/people/notices/notices.js';
import { Database } from '@accord/api/platform/database/database.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import type { NoticeKind } from '@accord/domain';
import { startStory } from '../../builders/index.js';
import { startMailServer } from '../../platform/mail-server.js';

const mail = await startMailServer();
const { api, given } = await startStory([], { SMTP_URL: mail.url, MAIL_FROM: 'Accord <accord@example.org>' });
const [jobs, notices, database] = [api.get(Jobs), api.get(Notices), api.get(Database)];
const began = api.clock.now();
const service = await given.service({ lifecycle: 'live', name: 'Laptops' });
const proposer = await given.person({ name: 'Pia' });

beforeEach(async () => {
  api.clock.set(began);
  await jobs.settle();
  mail.received.length = 0;
  mail.refuses(null);
});

const INBOX = `query ($unread: Boolean, $first: Int, $after: String) {
  unreadNotices
  inbox(unread: $unread, first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
    subjectType unread subject { name path } notices { id kind at readAt facts { name value } } } } } }`;
const SET = `mutation ($input: ChangeNoticeSettingInput!) {
  changeNoticeSetting(input: $input) { settings { kinds { kind inbox mail } } errors { code } } }`;

const tell = async <K extends NoticeKind>(told: Told<K>) =>
  database.transaction(async (tx) => notices.tell(tx, await given.act(proposer), told));

const asked = (to: { id: string }[], id = service.id) => ({
  kind: 'versionProposed' as const,
  to: to.map((person) => person.id),
  subject: { type: 'service', id },
  facts: { service: 'Laptops', by: 'Pia' },
});

const failed = (to: { id: string }[], reason = 'No laptop is left.') => ({
  kind: 'taskFailed' as const,
  to: to.map((person) => person.id),
  subject: { type: 'service', id: service.id },
  facts: { order: 'A-7', task: 'Hand over', reason },
});

interface Topic {
  subject: { name: string; path: string } | null;
  notices: { id: string; kind: string; facts: { name: string; value: string }[] }[];
}
interface Inbox {
  unreadNotices: number;
  inbox: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: Topic }[] };
}
const inboxOf = async (person: { cookie: string | null }, variables = {}) =>
  api.as(person).run<Inbox>(INBOX, variables);
const hoursLater = (hours: number) => api.clock.set(new Date(began.getTime() + hours * 3_600_000));

describe('the inbox', () => {
  it('shows what one was told, by what it is about, and what is unread', async () => {
    const ada = await given.person();
    const other = await given.service({ lifecycle: 'live', name: 'Phones' });
    await tell(asked([ada, proposer, ada]));
    hoursLater(1);
    await tell(asked([ada], other.id));
    hoursLater(2);
    await tell(failed([ada]));

    const { unreadNotices, inbox } = await inboxOf(ada);
    expect(unreadNotices).toBe(3);
    expect(inbox.edges.map(({ node }) => [node.subject?.name, node.notices.map(({ kind }) => kind)])).toEqual([
      ['Laptops', ['TASK_FAILED', 'VERSION_PROPOSED']],
      ['Phones', ['VERSION_PROPOSED']],
    ]);
    expect(inbox.edges[0]?.node.subject?.path).toBe(`/catalog/${service.slug}`);
    expect(inbox.edges[0]?.node.notices[1]?.facts).toEqual(
      expect.arrayContaining([
        { name: 'service', value: 'Laptops' },
        { name: 'by', value: 'Pia' },
      ]),
    );
    const first = await inboxOf(ada, { first: 1 });
    const next = await inboxOf(ada, { first: 1, after: first.inbox.pageInfo.endCursor });
    expect([first.inbox.pageInfo.hasNextPage, next.inbox.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(next.inbox.edges[0]?.node.subject?.name).toBe('Phones');
    expect((await inboxOf(proposer)).unreadNotices).toBe(0);
  });

  it('marks read what one has read, and nothing of others', async () => {
    const [ada, bea] = [await given.person(), await given.person()];
    await tell(asked([ada, bea]));
    await tell(failed([ada]));
    const { node } = (await inboxOf(ada)).inbox.edges[0]!;
    const markRead = async (person: typeof ada, ids: string[] | null) =>
      (await api.as(person).run('mutation ($ids: [ID!]) { markNoticesRead(ids: $ids) { unread } }', { ids }))
        .markNoticesRead.unread;

    expect(await markRead(bea, [node.notices[0]!.id, 'none'])).toBe(1);
    expect(await markRead(ada, [node.notices[0]!.id])).toBe(1);
    expect((await inboxOf(ada, { unread: true })).inbox.edges).toHaveLength(1);
    expect(await markRead(ada, null)).toBe(0);
    expect((await inboxOf(ada, { unread: true })).inbox.edges).toEqual([]);
    expect((await inboxOf(bea)).unreadNotices).toBe(1);
  });

  it('forgets what is older than 13 months, read or not', async () => {
    const ada = await given.person();
    await tell(asked([ada]));
    await api.as(ada).run('mutation { markNoticesRead { unread } }');
    await tell(failed([ada]));
    const kinds = async () =>
      (await inboxOf(ada)).inbox.edges.flatMap(({ node }) => node.notices.map(({ kind }) => kind));

    api.clock.set(new Date(Date.UTC(began.getUTCFullYear() + 1, began.getUTCMonth() + 1, began.getUTCDate())));
    await tell(asked([ada]));
    await jobs.run('oldNotices');
    expect(await kinds()).toEqual(['VERSION_PROPOSED', 'TASK_FAILED', 'VERSION_PROPOSED']);

    api.clock.set(new Date(api.clock.now().getTime() + 86_400_000));
    await jobs.run('oldNotices');
    expect(await kinds()).toEqual(['VERSION_PROPOSED']);
    expect((await inboxOf(ada)).unreadNotices).toBe(1);
  });

  it('shows nothing that its reader may not read any more', async () => {
    const ada = await given.person();
    const hidden = await given.service({ lifecycle: 'proposed', name: 'Secret' });
    await tell({ ...asked([ada], hidden.id), facts: { service: 'Secret', by: 'Pia' } });
    await tell({ ...asked([ada]), subject: { type: 'unheardOf', id: service.id } });

    const { inbox } = await inboxOf(ada);
    expect(inbox.edges).toHaveLength(2);
    for (const { node } of inbox.edges) expect(node).toMatchObject({ subject: null, notices: [{ facts: [] }] });
    await jobs.settle();
    expect(mail.received).toEqual([]);
  });

  it.each([
    'order',
    'service',
    'agreement',
    'provider',
    'budget',
    'subscription',
    'chargeRun',
    'chargeDispute',
    'approvalSubstitute',
    'webhook',
    'accessToken',
  ])('shows nothing of a subject that is not there: %s', async (type) => {
    const ada = await given.person({ roles: ['administrator', 'btOffice', 'auditor'] });
    await tell({ ...asked([ada]), subject: { type, id: '018f0000-0000-7000-8000-000000000000' } });
    await tell({ ...asked([ada]), subject: { type, id: 'no id' } });

    const { inbox } = await inboxOf(ada);
    expect(inbox.edges.map(({ node }) => node.subject)).toEqual([null, null]);
  });

  it('reads an order that the reader takes part in, and the order of nobody else', async () => {
    const place = await given.orderPlace();
    const order = await given.order(place, 'awaitingApproval');
    const stranger = await given.person();
    const told = {
      kind: 'orderChanged' as const,
      to: [stranger.id, place.requester.id],
      subject: { type: 'order', id: order.id },
      facts: { order: 'A-1', what: 'Laptops', state: 'approved' },
    };
    await tell(told);

    const ofRequester = (await inboxOf(place.requester)).inbox.edges[0]!.node;
    expect(ofRequester.subject).toMatchObject({ path: `/orders/${order.id}` });
    expect((await inboxOf(stranger)).inbox.edges[0]?.node.subject).toBeNull();
  });

  it('takes as many statements for many notices as for one', async () => {
    const ada = await given.person();
    const count = async () => (await api.statementsOf(() => inboxOf(ada))).length;
    await tell(asked([ada]));
    const few = await count();
    for (let n = 0; n < 6; n++) await tell(asked([ada], (await given.service({ lifecycle: 'live' })).id));

    expect(await count()).toBe(few);
  });
});

describe('mail', () => {
  const plain = (raw: string) => raw.replace(/=\r?\n/g, '').replace(/=3D/g, '=');

  it('is sent at once, as text and as HTML, with a link and no more than the sentence', async () => {
    const ada = await given.person({ name: 'Ada', email: 'ada@example.org' });
    await tell(failed([ada], 'No <b>laptop</b> is left.'));
    expect(mail.received).toEqual([]);
    await jobs.settle();

    const [{ from, to, raw }] = mail.received as [(typeof mail.received)[number]];
    expect([from, to]).toEqual(['accord@example.org', ['ada@example.org']]);
    expect(raw).toContain('Subject: Task Hand over of order A-7 has failed: No <b>laptop</b> is left.');
    expect(raw).toContain('Content-Type: text/plain');
    expect(plain(raw)).toContain(`http://localhost:3000/catalog/${service.slug}`);
    expect(plain(raw)).toContain('No &lt;b&gt;laptop&lt;/b&gt; is left.');
    expect(raw).toMatch(/Message-ID: <[0-9a-f-]{36}@localhost>/i);
    expect(await jobs.settle()).toBe(0);
  });

  it('is kept while the server is down, said to administrators, and sent once it is back', async () => {
    const [ada, admin] = [
      await given.person({ email: 'late@example.org' }),
      await given.person({ roles: ['administrator'] }),
    ];
    const serverOf = async () =>
      (await api.as(admin).run('{ mailServer { configured failingSince lastError lastSentAt } }')).mailServer;
    mail.refuses({ code: 421 });
    await tell(failed([ada]));
    await jobs.settle();
    expect(await serverOf()).toMatchObject({
      configured: true,
      failingSince: began.toISOString(),
      lastError: 'It answered 421.',
    });

    mail.refuses(null);
    expect(await jobs.settle()).toBe(0);
    hoursLater(1);
    await jobs.settle();
    expect(mail.received.map(({ to }) => to)).toEqual([['late@example.org']]);
    expect(await serverOf()).toMatchObject({ failingSince: null, lastError: null });
    expect(await api.as(ada).run('{ mailServer { configured } }')).toEqual({ mailServer: null });
  });

  it('is not tried again where the server will never take it', async () => {
    const ada = await given.person({ email: 'gone@example.org' });
    mail.refuses({ code: 550, recipient: 'gone@example.org' });
    await tell(failed([ada]));
    await jobs.settle();
    hoursLater(1);

    expect(await jobs.settle()).toBe(0);
    expect((await inboxOf(ada)).unreadNotices).toBe(1);
  });

  it('is not sent to who has left', async () => {
    const ada = await given.person();
    await tell(failed([ada]));
    await api.dataSource.query('UPDATE person SET ended_at = now() WHERE id = $1', [ada.id]);
    await jobs.settle();

    expect(mail.received).toEqual([]);
  });

  it('comes together once a day, at the hour that one chose where one is', async () => {
    await api.dataSource.query(`UPDATE notice SET mail = 'off' WHERE mail = 'daily'`);
    const [usual, tokyo] = [
      await given.person({ email: 'usual@example.org' }),
      await given.person({ email: 'tokyo@example.org' }),
    ];
    const { changeNoticeDigest } = await api
      .as(tokyo)
      .run(
        `mutation { changeNoticeDigest(input: { timeZone: "Asia/Tokyo", hour: 7 }) { settings { timeZone hour } errors { code } } }`,
      );
    expect(changeNoticeDigest).toEqual({ settings: { timeZone: 'Asia/Tokyo', hour: 7 }, errors: [] });
    await tell(asked([usual, tokyo]));
    await tell(asked([usual, tokyo]));
    expect(await jobs.settle()).toBe(0);

    // It is 9 in the morning of March 16 in UTC, and 18 hours in Tokyo.
    const due: [hours: number, to: string[]][] = [
      [12.9, []],
      [13.1, ['tokyo@example.org']],
      [22.9, []],
      [23.1, ['usual@example.org']],
      [40, []],
    ];
    for (const [hours, to] of due) {
      hoursLater(hours);
      mail.received.length = 0;
      await jobs.run('noticeDigests');
      expect([hours, mail.received.flatMap((received) => received.to)]).toEqual([hours, to]);
      for (const { raw } of mail.received) expect(raw).toContain('Subject: Accord: 2 notices of 2026-03-17');
    }
  });

  it('follows what one chose for the kind, which the audit keeps', async () => {
    const ada = await given.person();
    const choose = (inbox: boolean, choice: string) =>
      api.as(ada).run(SET, { input: { kind: 'TASK_FAILED', inbox, mail: choice } });

    await choose(false, 'AT_ONCE');
    await tell(failed([ada]));
    await choose(true, 'OFF');
    await tell(failed([ada]));
    await choose(false, 'OFF');
    await tell(failed([ada]));
    await jobs.settle();

    expect(mail.received).toHaveLength(1);
    expect((await inboxOf(ada)).unreadNotices).toBe(1);
    const { noticeSettings } = await api
      .as(ada)
      .run('{ noticeSettings { mailed hour timeZone kinds { kind inbox mail } } }');
    expect(noticeSettings).toMatchObject({ mailed: true, hour: 8, timeZone: 'UTC' });
    expect(noticeSettings.kinds).toContainEqual({ kind: 'TASK_FAILED', inbox: false, mail: 'OFF' });
    const [{ count }] = await api.dataSource.query(
      `SELECT count(*)::int AS count FROM audit_entry WHERE action = 'person.noticesSet' AND subject_id = $1`,
      [ada.id],
    );
    expect(count).toBe(3);
  });

  it('is not sent to the made-up people of a demo, and the settings say so', async () => {
    const ada = await given.person();
    await given.demo();
    await tell(failed([ada]));
    await jobs.settle();

    expect(mail.received).toEqual([]);
    expect((await api.as(ada).run('{ noticeSettings { mailed } }')).noticeSettings.mailed).toBe(false);
  });
});

it('refuses a zone or an hour that is none', async () => {
  const ada = await given.person();
  const set = async (input: object) =>
    (
      await api
        .as(ada)
        .run(
          'mutation ($input: ChangeNoticeDigestInput!) { changeNoticeDigest(input: $input) { errors { code field } } }',
          {
            input,
          },
        )
    ).changeNoticeDigest.errors;

  expect(await set({ timeZone: 'Mars', hour: 8 })).toEqual([{ code: 'UNKNOWN_TIME_ZONE', field: ['timeZone'] }]);
  expect(await set({ timeZone: 'UTC', hour: 24 })).toEqual([{ code: 'INVALID', field: ['hour'] }]);
});
