import { FigureDays } from '@accord/api/performance/records/figure-days.js';
import { NoticeEntity } from '@accord/api/people/notices/notice.entity.js';
import type { RecordTerms } from '@accord/domain';
import { startStory } from '../../builders/index.js';
import { RESTATE } from './documents.js';

const { api, given } = await startStory();
const manager = await given.person({ name: 'Vera Ndor', roles: ['vendorManager'] });
const other = await given.person({ name: 'Sam Econd', roles: ['vendorManager'] });
const stranger = await given.person({ roles: ['requester'] });
const provider = await given.provider({ kind: 'external' });
const contact = await given.person({ roles: [{ role: 'providerContact', kind: 'provider', id: provider.id }] });
const competitor = await given.contactOf(await given.provider({ kind: 'external' }));

type Who = { cookie: string | null };

const FIGURE = `fragment Figure on ProviderFigure {
  id number figure state lastDay side reason ourFigure viewerCanAgreeTo viewerCanObject statedBy { name } answeredBy { name }
  comparison { ours { label countedSeconds } theirs { label countedSeconds } differenceSeconds }
}`;
const RESULT = `query ($service: String!, $slug: String!) {
  commitment(service: $service, slug: $slug) { result(period: "2026-02") {
    id revision state verdict figure reason hasLateData measuredBy viewerCanStateFigure viewerCanRestate breach { id } credit { amount { amount } }
    explanation { rule } changes { kind count } contributions { totalCount }
    providerFigure { ...Figure } settledFigure { id figure }
  } }
} ${FIGURE}`;

const CUT = ['2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z'] as const;

/** A contract of which an hour down misses February, which is closed unless said otherwise. */
async function contract(record: RecordTerms, { isClosed = true } = {}) {
  const service = await given.service();
  const { commitments, agreement } = await given.agreement({
    kind: 'uc',
    providerId: provider.id,
    monthlyCharge: '1000.00',
    terms: [{ serviceId: service.id }],
    record,
  });
  await given.outage(service, ...CUT);
  const [commitment] = commitments;
  if (isClosed) await given.closed('2026-02', commitment!);
  const result = async (who: Who = manager) =>
    (await api.as(who).run(RESULT, { service: service.slug, slug: commitment!.slug })).commitment?.result;
  return { agreement, commitment: commitment!, service, result };
}

const said = (answer: { errors: { code: string }[]; figure: { state: string } | null }) =>
  answer.errors[0]?.code ?? answer.figure!.state;
async function state(who: Who, { id }: { id: string }, figure: string, incidentsText?: string) {
  const document = `mutation ($input: StateProviderFigureInput!) {
    stateProviderFigure(input: $input) { figure { state } errors { code message } } }`;
  return said(
    (await api.as(who).run(document, { input: { resultId: id, figure, incidentsText } })).stateProviderFigure,
  );
}
async function agree(who: Who, { id }: { id: string }, figure: 'OURS' | 'PROVIDER') {
  const document = `mutation ($id: ID!, $figure: FigureSide!) {
    agreeToFigure(id: $id, figure: $figure) { figure { state } errors { code } } }`;
  return said((await api.as(who).run(document, { id, figure })).agreeToFigure);
}
async function object(who: Who, { id }: { id: string }, reason: string) {
  const document = `mutation ($id: ID!, $reason: String!) {
    objectToFigure(id: $id, reason: $reason) { figure { state } errors { code } } }`;
  return said((await api.as(who).run(document, { id, reason })).objectToFigure);
}

it('compares what the provider measured with ours, incident by incident, and nobody else sees it', async () => {
  const { result } = await contract({ measuredBy: 'both', objectionDays: 10 });
  const ours = await result();
  expect(ours).toMatchObject({ measuredBy: 'BOTH', viewerCanStateFigure: true, providerFigure: null });
  const file = `label,from,to,minutes
    Fibre cut,2026-02-10T08:10:00Z,2026-02-10T08:40:00Z,
    Router,2026-02-20T10:00:00Z,2026-02-20T10:10:00Z,5`;

  expect(await state(stranger, ours, '99.95')).toBe('NOT_FOUND');
  expect(await state(competitor, ours, '99.95')).toBe('NOT_FOUND');
  expect(await state(contact, ours, '100.5')).toBe('WRONG_FIGURE');
  expect(await state(contact, ours, '99.95', 'label,from,to\nx,today,tomorrow')).toBe('WRONG_INCIDENTS');
  expect(await state(contact, ours, '99.95', file.split('\n').slice(1).join('\n'))).toBe('WRONG_INCIDENTS');
  expect(await state(contact, ours, '99.95', file.replaceAll('2026-02-20', '2026-03-20'))).toBe('WRONG_INCIDENTS');
  expect(await state(contact, ours, '99.95', file)).toBe('STATED');

  expect((await result()).providerFigure).toMatchObject({
    figure: '99.95',
    lastDay: '2026-03-26',
    ourFigure: null,
    viewerCanAgreeTo: ['PROVIDER'],
    viewerCanObject: true,
    comparison: [
      {
        ours: { countedSeconds: 3600 },
        theirs: { label: 'Fibre cut', countedSeconds: 1800 },
        differenceSeconds: -1800,
      },
      { ours: null, theirs: { label: 'Router', countedSeconds: 300 }, differenceSeconds: 300 },
    ],
  });
  expect((await result(contact)).providerFigure).toMatchObject({ viewerCanAgreeTo: ['OURS'], viewerCanObject: false });
});

it('goes by the figure of the provider who measures for the record, once nobody objected in time: verdict, breach and credit follow', async () => {
  const { result, service, commitment, agreement } = await contract({ measuredBy: 'provider', objectionDays: 10 });
  const ours = await result();
  expect(ours).toMatchObject({ verdict: 'MISSED', credit: { amount: { amount: '100.00' } } });
  await state(contact, ours, '99.95');
  const days = api.get(FigureDays);
  const [restater] = await given.serviceManagers();
  expect((await result(restater)).viewerCanRestate).toBe(true);

  await days.run(new Date('2026-03-26T12:00:00Z'));
  expect((await result()).providerFigure.state).toBe('STATED');
  await days.run(new Date('2026-03-27T00:00:00Z'));

  expect(await result()).toMatchObject({
    revision: 2,
    verdict: 'MET',
    figure: '99.95',
    reason: 'Nobody objected in time to the figure of the provider.',
    breach: null,
    credit: { amount: { amount: '0.00' } },
    providerFigure: { state: 'SILENT', side: 'PROVIDER', ourFigure: ours.figure },
    contributions: { totalCount: 0 },
    changes: [{ kind: 'RECORD', count: 1 }],
  });
  expect((await result()).explanation.map(({ rule }: { rule: string }) => rule)).toContain('record');
  const { claims } = await api
    .as(manager)
    .run(`query ($id: ID) { claims(agreementId: $id) { edges { node { state } } } }`, { id: agreement.id });
  expect(claims.edges).toEqual([{ node: { state: 'CANCELLED' } }]);

  // One side alone does not restate it, nor does what it measures later.
  await given.outage(service, '2026-02-20T00:00:00Z', '2026-02-20T10:00:00Z');
  expect((await result()).hasLateData).toBe(false);
  expect((await result(restater)).viewerCanRestate).toBe(false);
  const { id } = await given.resultOf(commitment, '2026-02');
  expect((await api.as(restater!).run(RESTATE, { id, reason: 'Late.' })).restateResult.errors).toMatchObject([
    { code: 'OF_RECORD' },
  ]);
});

it('stays with ours where we measure and say nothing; another figure counts only when both agree to it anew', async () => {
  const { result } = await contract({ measuredBy: 'us', objectionDays: 5 });
  await state(contact, await result(), '99.95');
  await api.get(FigureDays).run(new Date('2026-03-22T00:00:00Z'));
  expect(await result()).toMatchObject({
    revision: 1,
    verdict: 'MISSED',
    providerFigure: { state: 'SILENT', side: 'OURS' },
  });

  expect(await state(contact, await result(), '99.93')).toBe('STATED');
  const [anew, settled] = [(await result()).providerFigure, (await result()).settledFigure];
  expect([anew.lastDay, settled.figure]).toEqual([null, '99.95']);
  expect(await agree(manager, anew, 'PROVIDER')).toBe('AGREED');
  expect(await result()).toMatchObject({
    revision: 2,
    verdict: 'MET',
    figure: '99.93',
    settledFigure: { figure: '99.93' },
  });
});

it('is objected to with a reason, stated again and agreed by another person than who wrote it down', async () => {
  const { result } = await contract({ measuredBy: 'both', objectionDays: null });
  await state(manager, await result(), '99.95');
  const { providerFigure: first } = await result();
  expect(first).toMatchObject({ lastDay: null, statedBy: { name: 'Vera Ndor' } });

  expect(await agree(manager, first, 'PROVIDER')).toBe('SECOND_PERSON_NEEDED');
  expect(await agree(contact, first, 'PROVIDER')).toBe('FORBIDDEN');
  expect(await object(contact, first, 'No.')).toBe('FORBIDDEN');
  expect(await object(other, first, ' ')).toBe('REASON_MISSING');
  expect(await object(other, first, 'The cut lasted an hour.')).toBe('OBJECTED');
  expect((await result()).providerFigure).toMatchObject({ reason: 'The cut lasted an hour.', viewerCanAgreeTo: [] });
  expect(await state(contact, await result(), '99.86')).toBe('STATED');
  const { providerFigure: next } = await result();
  expect(next.number).toBe(2);
  expect(await agree(other, next, 'PROVIDER')).toBe('AGREED');

  expect(await result()).toMatchObject({
    verdict: 'MISSED',
    figure: '99.86',
    credit: { amount: { amount: '100.00' } },
  });
  expect(await object(other, next, 'Too late.')).toBe('WRONG_STATE');
});

describe('an audit of a settled figure', () => {
  const AUDIT = `fragment Audit on FigureAudit { id state figure settledFigure report url reason decisionReason
    proposedBy { name } decidedBy { name } viewerCanDecide viewerCanWithdraw }`;
  const audits = async (who: Who, service: { slug: string }, commitment: { slug: string }) =>
    (
      await api.as(who).run(
        `query ($service: String!, $slug: String!) { commitment(service: $service, slug: $slug) {
          result(period: "2026-02") { viewerCanProposeAudit audits { ...Audit } } } } ${AUDIT}`,
        { service: service.slug, slug: commitment.slug },
      )
    ).commitment.result;
  const FOUND = { report: 'Audit 7 of Nova', url: 'https://audits.example/7', reason: 'Two outages were left out.' };
  async function bring(who: Who, { id }: { id: string }, figure: string) {
    const document = `mutation ($input: ProposeFigureAuditInput!) {
      proposeFigureAudit(input: $input) { audit { id } errors { code } } }`;
    const { audit, errors } = (await api.as(who).run(document, { input: { resultId: id, figure, ...FOUND } }))
      .proposeFigureAudit;
    return errors[0]?.code ?? audit.id;
  }
  async function decide(name: string, who: Who, id: string, reason?: string) {
    const [declared, passed] = reason === undefined ? ['', ''] : [', $reason: String!', ', reason: $reason'];
    const document = `mutation ($id: ID!${declared}) { ${name}(id: $id${passed}) { audit { state } errors { code } } }`;
    const { audit, errors } = (await api.as(who).run(document, { id, reason }))[name];
    return errors[0]?.code ?? audit.state;
  }
  const claimsOf = async ({ id }: { id: string }): Promise<string[]> => {
    const document = `query ($id: ID) { claims(agreementId: $id) { edges { node { state reason amount { amount } } } } }`;
    type Node = { state: string; reason: string | null; amount: { amount: string } };
    const { claims } = await api.as(manager).run(document, { id });
    return claims.edges.map(({ node }: { node: Node }) => `${node.state} ${node.amount.amount} ${node.reason ?? ''}`);
  };

  it('is brought with its report, confirmed by another, and restates result, credit and claim; both may agree anew', async () => {
    const { result, service, commitment, agreement } = await contract({ measuredBy: 'both', objectionDays: null });
    expect(await bring(contact, await result(), '99.8')).toBe('NOT_SETTLED');
    await state(contact, await result(), '99.95');
    await agree(manager, (await result()).providerFigure, 'PROVIDER');
    expect(await claimsOf(agreement)).toEqual(['CANCELLED 100.00 ']);

    expect(await bring(stranger, await result(), '99.8')).toBe('NOT_FOUND');
    expect(await bring(manager, await result(), '99.950')).toBe('NOTHING_CHANGED');
    const id = await bring(manager, await result(), '99.86');
    expect(await bring(contact, await result(), '99.8')).toBe('AUDIT_WAITS');
    expect(await result()).toMatchObject({ revision: 2, verdict: 'MET' });
    expect(await audits(other, service, commitment)).toEqual({
      viewerCanProposeAudit: false,
      audits: [
        {
          ...{ id, state: 'PROPOSED', figure: '99.86', settledFigure: '99.95', ...FOUND, decisionReason: null },
          ...{ proposedBy: { name: 'Vera Ndor' }, decidedBy: null, viewerCanDecide: true, viewerCanWithdraw: false },
        },
      ],
    });
    expect(await decide('confirmFigureAudit', manager, id)).toBe('SECOND_PERSON_NEEDED');
    expect(await decide('confirmFigureAudit', contact, id)).toBe('FORBIDDEN');
    expect(await decide('withdrawFigureAudit', other, id)).toBe('FORBIDDEN');
    expect(await decide('confirmFigureAudit', other, id)).toBe('CONFIRMED');

    const restated = await result();
    expect(restated).toMatchObject({
      revision: 3,
      verdict: 'MISSED',
      figure: '99.86',
      reason: 'Audit (Audit 7 of Nova): Two outages were left out.',
      credit: { amount: { amount: '100.00' } },
    });
    expect(restated.explanation.map(({ rule }: { rule: string }) => rule)).toContain('record');
    expect(await claimsOf(agreement)).toEqual([`CLAIMABLE 100.00 ${restated.reason}`, 'CANCELLED 100.00 ']);

    await state(contact, restated, '99.92');
    expect(await agree(manager, (await result()).providerFigure, 'PROVIDER')).toBe('AGREED');
    expect(await result()).toMatchObject({ revision: 4, figure: '99.92', verdict: 'MET' });
    expect((await audits(manager, service, commitment)).audits).toMatchObject([{ state: 'SUPERSEDED' }]);
  });

  it('is withdrawn by who brought it, or refused with a reason: the figure stays', async () => {
    const { result } = await contract({ measuredBy: 'both', objectionDays: null });
    await state(contact, await result(), '99.95');
    await agree(manager, (await result()).providerFigure, 'PROVIDER');

    expect(await decide('withdrawFigureAudit', contact, await bring(contact, await result(), '99.99'))).toBe(
      'WITHDRAWN',
    );
    const id = await bring(contact, await result(), '99.99');
    expect(await decide('refuseFigureAudit', other, id, ' ')).toBe('BLANK');
    expect(await decide('refuseFigureAudit', other, id, 'It audits another year.')).toBe('REFUSED');
    expect(await decide('confirmFigureAudit', other, id)).toBe('WRONG_STATE');
    expect(await result()).toMatchObject({ revision: 2, figure: '99.95' });
  });
});

it('is what other terms are compared with, also by another target, but not where it was measured otherwise', async () => {
  const { result, commitment } = await contract({ measuredBy: 'both', objectionDays: null });
  await state(contact, await result(), '99.95');
  await agree(manager, (await result()).providerFigure, 'PROVIDER');
  const [restater] = await given.serviceManagers();
  const document = `query ($id: ID!) {
    whatIf(commitmentId: $id, period: "2026-02", variants: [{ target: "99.99" }, { withoutMaintenance: true }]) {
      asAgreed { ...Told } variants { ...Told } } }
    fragment Told on SupposedTerms { results { figure verdict } }`;
  const { asAgreed, variants } = (await api.as(restater!).run(document, { id: commitment.id })).whatIf;

  expect(asAgreed.results).toEqual([{ figure: '99.95', verdict: 'MET' }]);
  expect(variants).toMatchObject([
    { results: [{ figure: '99.950', verdict: 'MISSED' }] },
    { results: [{ figure: '99.85', verdict: 'MISSED' }] },
  ]);
});

it('leaves one unread notice of a period, of the figure that was stated last', async () => {
  const { result, commitment } = await contract({ measuredBy: 'both', objectionDays: 10 });
  for (const figure of ['99.95', '99.94', '99.93']) await state(contact, await result(), figure);

  const told = await api.dataSource
    .getRepository(NoticeEntity)
    .findBy({ kind: 'figureStated', subjectId: commitment.id, personId: manager.id });
  const unread = told.filter(({ readAt }) => readAt === null);
  expect([told.length, unread.map(({ facts }) => facts)]).toEqual([3, [expect.objectContaining({ figure: '99.93%' })]]);
});

it('is agreed before the period is closed, which then freezes it', async () => {
  const { result, commitment } = await contract({ measuredBy: 'provider', objectionDays: 10 }, { isClosed: false });
  expect(await result()).toMatchObject({ state: 'OPEN', verdict: 'MISSED' });
  await state(contact, await result(), '99.95');
  expect(await agree(manager, (await result()).providerFigure, 'PROVIDER')).toBe('AGREED');

  expect(await result()).toMatchObject({ state: 'OPEN', verdict: 'MET', figure: '99.95' });
  await given.closed('2026-02', commitment);
  expect(await result()).toMatchObject({ state: 'FROZEN', revision: 1, verdict: 'MET', breach: null });
});
