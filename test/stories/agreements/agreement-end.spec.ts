import { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';
import { CALCULATE, CALCULATION } from '../rewards/documents.js';

const { api, given } = await startStory();
const [ann, bob] = [
  await given.person({ name: 'Ann', roles: ['btOffice'] }),
  await given.person({ roles: ['btOffice'] }),
];

const ANSWER = 'agreement { endedOn current { number effectiveTo } } errors { code field message }';
const PROPOSE = `mutation ($id: ID!, $on: Date!, $reason: String!) { proposeAgreementEnd(id: $id, on: $on, reason: $reason) { ${ANSWER} } }`;
const APPROVE = `mutation ($id: ID!) { approveAgreementEnd(id: $id) { ${ANSWER} } }`;
const REFUSE = `mutation ($id: ID!, $reason: String!) { refuseAgreementEnd(id: $id, reason: $reason) { ${ANSWER} } }`;
const WAITING = `query ($slug: String!) { agreement(slug: $slug) {
  endedOn proposedEnd { on reason proposedBy { name } viewerCanApprove }
} }`;
const DRAFT = `mutation ($id: ID!, $from: Date!) { draftAgreementVersion(agreementId: $id, effectiveFrom: $from) { version { id } errors { code } } }`;
const PROPOSE_VERSION = 'mutation ($id: ID!) { proposeAgreementVersion(id: $id) { errors { code } } }';
const APPROVE_VERSION = 'mutation ($id: ID!) { approveAgreementVersion(id: $id) { errors { code } } }';

const answer = (who: SignedInPerson, document: string, variables: object) => api.as(who).answer(document, variables);
const codesOf = async (...call: Parameters<typeof answer>) =>
  (await answer(...call)).errors.map(({ code }: { code: string }) => code);
const propose = (id: string, on = '2026-06-30', reason = 'Replaced.') => answer(ann, PROPOSE, { id, on, reason });

describe('the end of an agreement', () => {
  it('waits for a second person, and nothing comes into force after it', async () => {
    const { agreement } = await given.agreement();
    const { id, slug } = agreement;
    expect(await propose(id)).toMatchObject({ agreement: { endedOn: null }, errors: [] });
    const waiting = { on: '2026-06-30', reason: 'Replaced.', proposedBy: { name: 'Ann' } };
    const seen = async (who: SignedInPerson) => (await api.as(who).run(WAITING, { slug })).agreement;
    expect(await seen(ann)).toEqual({ endedOn: null, proposedEnd: { ...waiting, viewerCanApprove: false } });
    expect(await seen(bob)).toEqual({ endedOn: null, proposedEnd: { ...waiting, viewerCanApprove: true } });
    const requester = await given.person({ roles: ['requester'] });
    expect((await seen(requester)).proposedEnd).toBeNull();
    const listed = async (who: SignedInPerson) =>
      (await api.as(who).run('{ proposedAgreementEnds { viewerCanApprove agreement { slug } } }'))
        .proposedAgreementEnds;
    expect(await listed(bob)).toEqual([{ viewerCanApprove: true, agreement: { slug } }]);
    expect(await listed(requester)).toEqual([]);

    expect(await codesOf(ann, APPROVE, { id })).toEqual(['SECOND_PERSON_NEEDED']);
    expect((await propose(id)).errors).toMatchObject([{ code: 'ALREADY_PROPOSED' }]);
    expect(await answer(bob, APPROVE, { id })).toEqual({
      agreement: { endedOn: '2026-06-30', current: { number: 1, effectiveTo: '2026-06-30' } },
      errors: [],
    });
    expect(await codesOf(ann, DRAFT, { id, from: '2026-07-01' })).toEqual(['AGREEMENT_ENDED']);
    expect(await codesOf(bob, APPROVE, { id })).toEqual(['ALREADY_DECIDED']);
  });

  it('is in the audit, with the version that it shortens', async () => {
    const { agreement } = await given.agreement();
    await propose(agreement.id);
    await answer(bob, APPROVE, { id: agreement.id });
    const rows = await api.dataSource.query(
      `SELECT action, actor_id AS "actorId", before, after, reason FROM audit_entry
       WHERE subject_id = $1 AND action LIKE 'agreement.end%' ORDER BY id`,
      [agreement.id],
    );
    expect(rows).toMatchObject([
      { action: 'agreement.endProposed', actorId: ann.id, after: { lastDay: '2026-06-30' }, reason: 'Replaced.' },
      {
        action: 'agreement.ended',
        actorId: bob.id,
        before: { endedOn: null, versions: [{ number: 1, effectiveTo: null }] },
        after: { endedOn: '2026-06-30', versions: [{ number: 1, effectiveTo: '2026-06-30' }] },
        reason: 'Replaced.',
      },
    ]);
  });

  it('says why, is taken back or refused with a reason, and can be asked for again', async () => {
    const { agreement } = await given.agreement();
    const { id } = agreement;
    expect((await propose(id, '2026-06-30', ' ')).errors).toMatchObject([
      { code: 'REASON_MISSING', field: ['reason'] },
    ]);
    for (const who of [ann, bob]) {
      expect((await propose(id)).errors).toEqual([]);
      expect(await codesOf(who, REFUSE, { id, reason: ' ' })).toEqual(['REASON_MISSING']);
      expect(await codesOf(who, REFUSE, { id, reason: 'Not yet.' })).toEqual([]);
    }
    const states = await api.dataSource.query('SELECT state FROM agreement_end WHERE agreement_id = $1 ORDER BY id', [
      id,
    ]);
    expect(states).toEqual([{ state: 'withdrawn' }, { state: 'refused' }]);
  });

  it('never comes before the end of a closed period, also when that was closed while it waited', async () => {
    const service = await given.service();
    const commitment = await given.commitment({ serviceId: service.id, credit: null });
    const id = commitment.agreementId;
    await given.closed('2026-01', commitment);
    expect((await propose(id, '2026-01-30')).errors).toEqual([
      {
        code: 'PERIOD_CLOSED',
        field: ['on'],
        message: 'Periods up to 2026-01-31 are closed; the agreement ends on that day or later.',
      },
    ]);
    expect((await propose(id, '2026-01-31')).errors).toEqual([]);
    await given.closed('2026-02', commitment);
    expect(await codesOf(bob, APPROVE, { id })).toEqual(['PERIOD_CLOSED']);
  });
});

describe('whom a promise pays', () => {
  it('neither ends nor changes it as the second person', async () => {
    const place = await given.rewardPlace();
    const [ada, ben] = place.members;
    for (const person of [ada!, ben!]) await given.role(person, 'btOffice');
    const id = place.commitments[0]!.agreementId;
    expect((await propose(id, '2026-03-31')).errors).toEqual([]);
    const { version } = await answer(ann, DRAFT, { id, from: '2026-04-01' });
    expect(await codesOf(ann, PROPOSE_VERSION, { id: version.id })).toEqual([]);

    expect(await codesOf(ada!, APPROVE, { id })).toEqual(['SECOND_PERSON_NEEDED']);
    expect(await codesOf(ada!, APPROVE_VERSION, { id: version.id })).toEqual(['SECOND_PERSON_NEEDED']);
    // Ben's share ended in the quarter before.
    expect(await codesOf(ben!, APPROVE_VERSION, { id: version.id })).toEqual([]);
  });

  it('is paid by every figure that was closed, whatever ended since', async () => {
    const place = await given.rewardPlace();
    // As somebody with the database would, since nobody else can.
    await api.dataSource.query(
      `UPDATE agreement_version SET effective_from = '2025-07-01', effective_to = '2025-09-30' WHERE agreement_id = $1`,
      [place.commitments[1]!.agreementId],
    );
    const { calculateReward } = await api
      .as(place.officer)
      .run(CALCULATE, { planId: place.plan.id, period: '2025-Q4' });
    expect(calculateReward.errors).toEqual([]);
    const { factor, measures } = (await api.as(place.officer).run(CALCULATION, { id: calculateReward.calculation.id }))
      .rewardCalculation;
    expect(factor).toBe('82.50');
    expect(measures.map(({ results }: { results: object[] }) => results.length)).toEqual([1, 1, 1]);
  });
});
