import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();

const VERSION =
  'version { number state effectiveFrom effectiveTo bootstrap reason proposedBy { name } decidedBy { name } } errors { code field message }';
const PROPOSE = `mutation ($id: ID!) { proposeAgreementVersion(id: $id) { ${VERSION} } }`;
const APPROVE = `mutation ($id: ID!) { approveAgreementVersion(id: $id) { ${VERSION} } }`;
const REFUSE = `mutation ($id: ID!, $reason: String!) { refuseAgreementVersion(id: $id, reason: $reason) { ${VERSION} } }`;
const DRAFT = `mutation ($id: ID!, $from: Date!) { draftAgreementVersion(agreementId: $id, effectiveFrom: $from) { version { id number state commitments { name target commitment { id slug } } } errors { code field message } } }`;
const APPROVE_EACH =
  'mutation ($ids: [ID!]!) { approveAgreementVersions(ids: $ids) { approvals { id version { state } errors { code } } errors { code } } }';
const CHANGE = `mutation ($id: ID!, $input: ChangeAgreementVersionInput!) { changeAgreementVersion(id: $id, input: $input) { version { revision capText } errors { code message } } }`;
const AGREEMENT = `query ($slug: String!) { agreement(slug: $slug) { current { number } versions { number state effectiveFrom effectiveTo viewerCanApprove } commitments { id name terms { target } termsHistory { target version { number } } } } }`;

const ann = await given.person({ name: 'Ann', roles: ['serviceManager'] });
const bob = await given.person({ name: 'Bob', roles: ['serviceManager'] });

describe('a version', () => {
  it('comes into force by a second person', async () => {
    const { agreement, version } = await given.draftAgreement();

    const { proposeAgreementVersion } = await api.as(ann).run(PROPOSE, { id: version.id });
    expect(proposeAgreementVersion.version).toMatchObject({ state: 'PROPOSED', proposedBy: { name: 'Ann' } });
    expect((await api.as(bob).run(AGREEMENT, agreement)).agreement.versions).toMatchObject([
      { viewerCanApprove: true },
    ]);
    const { approveAgreementVersion } = await api.as(bob).run(APPROVE, { id: version.id });

    expect(approveAgreementVersion).toEqual({
      version: {
        number: 1,
        state: 'IN_FORCE',
        effectiveFrom: '2026-01-01',
        effectiveTo: null,
        bootstrap: false,
        reason: null,
        proposedBy: { name: 'Ann' },
        decidedBy: { name: 'Bob' },
      },
      errors: [],
    });
    expect((await api.as(bob).run(AGREEMENT, agreement)).agreement.current).toEqual({ number: 1 });
  });

  it('is judged at once over the periods that it reaches', async () => {
    const { commitments } = await given.agreement({ effectiveFrom: '2026-01-15' });
    const periods: { period: string }[] = await api.dataSource.query(
      'SELECT period FROM period_result WHERE commitment_id = $1 ORDER BY period',
      [commitments[0]!.id],
    );
    expect(periods.map(({ period }) => period)).toEqual(['2026-01', '2026-02', '2026-03']);
  });

  it('is not approved by who proposed it', async () => {
    const { agreement, version } = await given.draftAgreement();
    await api.as(ann).run(PROPOSE, { id: version.id });

    const { approveAgreementVersion } = await api.as(ann).run(APPROVE, { id: version.id });

    expect(approveAgreementVersion).toMatchObject({ version: null, errors: [{ code: 'SECOND_PERSON_NEEDED' }] });
    expect((await api.as(ann).run(AGREEMENT, agreement)).agreement.versions).toMatchObject([
      { state: 'PROPOSED', viewerCanApprove: false },
    ]);
  });

  it('is not approved by who wrote a part of it, even if another person proposed it', async () => {
    const { agreement, version } = await given.draftAgreement();
    await api.as(bob).run(CHANGE, { id: version.id, input: { capText: 'Half a month.' } });
    await api.as(ann).run(PROPOSE, { id: version.id });

    const { approveAgreementVersion } = await api.as(bob).run(APPROVE, { id: version.id });

    expect(approveAgreementVersion.errors).toMatchObject([{ code: 'SECOND_PERSON_NEEDED' }]);
    expect((await api.as(bob).run(AGREEMENT, agreement)).agreement.versions).toMatchObject([
      { viewerCanApprove: false },
    ]);
    await expect(
      api.dataSource.query(
        `UPDATE agreement_version SET state = 'inForce', decided_by_id = $2, decided_at = now() WHERE id = $1`,
        [version.id, bob.id],
      ),
    ).rejects.toThrow('agreement_version_second_person_check');
  });

  it("is not approved by a provider's contact, whatever else they are", async () => {
    const { agreement, version } = await given.draftAgreement({ kind: 'uc' });
    const both = await given.person({
      roles: ['vendorManager', { role: 'providerContact', kind: 'provider', id: agreement.providerId! }],
    });
    await api.as(await given.person({ roles: ['vendorManager'] })).run(PROPOSE, { id: version.id });

    const { approveAgreementVersion } = await api.as(both).run(APPROVE, { id: version.id });

    expect(approveAgreementVersion.errors).toMatchObject([
      { code: 'PROVIDER_CONTACT', message: "A provider's contact does not decide what is promised." },
    ]);
    expect((await api.as(both).run(AGREEMENT, agreement)).agreement.versions).toMatchObject([
      { viewerCanApprove: false },
    ]);
  });

  it('is approved alone by the only administrator there is, and the audit says so', async () => {
    const only = await given.person({ name: 'Only', roles: ['administrator', 'btOffice'] });
    const { agreement, version } = await given.draftAgreement();
    await api.as(only).run(PROPOSE, { id: version.id });

    const { approveAgreementVersion } = await api.as(only).run(APPROVE, { id: version.id });

    expect(approveAgreementVersion.version).toMatchObject({ state: 'IN_FORCE', bootstrap: true });
    const [{ mode }] = await api.dataSource.query(
      `SELECT mode FROM audit_entry WHERE subject_id = $1 AND action = 'agreement.versionApproved'`,
      [agreement.id],
    );
    expect(mode).toBe('bootstrap');
    await given.person({ roles: ['administrator'] });
    const next = await given.nextVersion(agreement, '2026-05-01');
    await api.as(only).run(PROPOSE, { id: next.id });
    expect((await api.as(only).run(APPROVE, { id: next.id })).approveAgreementVersion.errors).toMatchObject([
      { code: 'SECOND_PERSON_NEEDED' },
    ]);
  });

  it('is approved together with others, each by itself', async () => {
    const [one, mine, two] = [await given.draftAgreement(), await given.draftAgreement(), await given.draftAgreement()];
    for (const { version } of [one, two]) await api.as(ann).run(PROPOSE, { id: version.id });
    await api.as(bob).run(PROPOSE, { id: mine.version.id });
    const ids = [one, mine, two].map(({ version }) => version.id);

    const { approveAgreementVersions } = await api.as(bob).run(APPROVE_EACH, { ids: [...ids, ids[0]] });

    const refusal = expect.objectContaining({ code: 'SECOND_PERSON_NEEDED' });
    expect(approveAgreementVersions).toEqual({
      approvals: [
        { id: ids[0], version: { state: 'IN_FORCE' }, errors: [] },
        { id: ids[1], version: null, errors: [refusal] },
        { id: ids[2], version: { state: 'IN_FORCE' }, errors: [] },
      ],
      errors: [refusal],
    });
    const { approveAgreementVersions: many } = await api.as(bob).run(APPROVE_EACH, { ids: Array(201).fill(ids[0]) });
    expect(many.errors).toMatchObject([{ code: 'TOO_MANY' }]);
  });

  it('waits in a list with all others, oldest first, in the same number of statements however many wait', async () => {
    const WAITING =
      '{ proposedAgreementVersions { id number viewerCanApprove proposedBy { name } agreement { name } } }';
    const waiting = async () => (await api.as(bob).run(WAITING)).proposedAgreementVersions;
    const { version } = await given.draftAgreement();
    await api.as(ann).run(PROPOSE, { id: version.id });
    const before = await waiting();
    const statements = (await api.statementsOf(waiting)).length;

    const next = await given.draftAgreement({ name: 'The newest' });
    await api.as(ann).run(PROPOSE, { id: next.version.id });

    expect((await api.statementsOf(waiting)).length).toBe(statements);
    expect(await waiting()).toEqual([
      ...before,
      {
        id: next.version.id,
        number: 1,
        viewerCanApprove: true,
        proposedBy: { name: 'Ann' },
        agreement: { name: 'The newest' },
      },
    ]);
    expect((await api.as(await given.person()).run(WAITING)).proposedAgreementVersions).toEqual([]);
  });

  it('is refused with a reason, and copied into a new draft', async () => {
    const { agreement, version } = await given.draftAgreement({ terms: [{ target: '99.5' }] });
    await api.as(ann).run(PROPOSE, { id: version.id });

    const { refuseAgreementVersion } = await api.as(bob).run(REFUSE, { id: version.id, reason: 'Too little.' });
    expect(refuseAgreementVersion.version).toMatchObject({ state: 'REFUSED', reason: 'Too little.' });

    const { draftAgreementVersion } = await api.as(ann).run(DRAFT, { id: agreement.id, from: '2026-02-01' });
    expect(draftAgreementVersion.version).toMatchObject({
      number: 2,
      state: 'DRAFT',
      commitments: [{ target: '99.5' }],
    });
  });

  it('is not decided on twice', async () => {
    const { version } = await given.agreement();
    const { refuseAgreementVersion } = await api.as(bob).run(REFUSE, { id: version.id, reason: 'Late.' });
    expect(refuseAgreementVersion.errors).toMatchObject([
      { code: 'NOT_PROPOSED', message: 'Version 1 is in force; only a proposed version is decided on.' },
    ]);
  });

  it('needs a commitment before it is proposed', async () => {
    const { version } = await given.draftAgreement({ terms: [] });
    const manager = await given.person({ roles: ['btOffice'] });
    const { proposeAgreementVersion } = await api.as(manager).run(PROPOSE, { id: version.id });
    expect(proposeAgreementVersion.errors).toEqual([
      { code: 'NO_COMMITMENT', field: ['commitments'], message: 'Version 1 promises nothing yet; add a commitment.' },
    ]);
  });

  it('needs hours that exist on its first day', async () => {
    const { id: calendarId } = await given.calendar({ effectiveFrom: '2026-02-01' });
    const { version } = await given.draftAgreement({ terms: [{ calendarId }] });
    const { proposeAgreementVersion } = await api.as(ann).run(PROPOSE, { id: version.id });
    expect(proposeAgreementVersion.errors).toMatchObject([{ code: 'NO_HOURS_YET', field: ['effectiveFrom'] }]);
  });
});

describe('a later version', () => {
  it('ends the one before on the day before it starts, and keeps the commitment with its history', async () => {
    const { id: serviceId } = await given.service();
    const { agreement } = await given.agreement({ terms: [{ serviceId, target: '99.5' }] });
    const next = await given.nextVersion(agreement, '2026-04-01', [
      { serviceId, target: '99.95', name: 'Uptime, better' },
    ]);
    await given.inForce(next);

    const { agreement: shown } = await api.as(ann).run(AGREEMENT, agreement);

    expect(shown).toMatchObject({
      current: { number: 1 },
      versions: [
        { number: 2, effectiveFrom: '2026-04-01', effectiveTo: null },
        { number: 1, effectiveFrom: '2026-01-01', effectiveTo: '2026-03-31' },
      ],
      commitments: [
        {
          name: 'Uptime, better',
          terms: { target: '99.5' },
          termsHistory: [
            { target: '99.95', version: { number: 2 } },
            { target: '99.5', version: { number: 1 } },
          ],
        },
      ],
    });
  });

  it.each([
    [
      '2026-04-15',
      'WITHIN_A_PERIOD',
      '2026-04-15 lies within a month that is judged as a whole; the next possible start is 2026-05-01.',
    ],
    [
      '2026-01-01',
      'NOT_LATER',
      'Version 2 starts on 2026-01-01, but version 1 rules from 2026-01-01; a later version starts after that.',
    ],
  ])('does not start on %s', async (start, code, message) => {
    const { agreement } = await given.agreement();
    const { id } = await given.nextVersion(agreement, start);
    const { proposeAgreementVersion } = await api.as(ann).run(PROPOSE, { id });
    expect(proposeAgreementVersion.errors).toEqual([{ code, field: ['effectiveFrom'], message }]);
  });

  it('starts with a quarter where a quarter is promised', async () => {
    const { agreement } = await given.agreement({ terms: [{ window: 'quarter' }] });
    const { id } = await given.nextVersion(agreement, '2026-05-01');
    const { proposeAgreementVersion } = await api.as(ann).run(PROPOSE, { id });
    expect(proposeAgreementVersion.errors).toMatchObject([
      { code: 'WITHIN_A_PERIOD', message: expect.stringContaining('2026-07-01') },
    ]);
  });

  it('waits until the one in the making is decided', async () => {
    const { agreement } = await given.agreement();
    await given.nextVersion(agreement, '2026-04-01');
    const { draftAgreementVersion } = await api.as(ann).run(DRAFT, { id: agreement.id, from: '2026-05-01' });
    expect(draftAgreementVersion.errors).toMatchObject([{ code: 'VERSION_OPEN' }]);
  });

  it('never overlaps another one, whatever the application does', async () => {
    const { agreement, version } = await given.agreement();
    const next = await given.nextVersion(agreement, '2026-04-01');
    await given.inForce(next);
    const reopen = api.dataSource.query('UPDATE agreement_version SET effective_to = NULL WHERE id = $1', [version.id]);
    await expect(reopen).rejects.toMatchObject({ driverError: { constraint: 'agreement_version_in_force_excl' } });
  });

  it('keeps its terms as they were approved, whatever the application does', async () => {
    const { version } = await given.agreement();
    const easier = api.dataSource.query('UPDATE commitment_terms SET target = 90 WHERE version_id = $1', [version.id]);
    await expect(easier).rejects.toThrow('the terms of a version change only while it is a draft');
  });

  it('is approved by one of two who try at once', async () => {
    const { version } = await given.draftAgreement();
    const cleo = await given.person({ name: 'Cleo', roles: ['serviceManager'] });
    await api.as(ann).run(PROPOSE, { id: version.id });
    const both = await Promise.all([bob, cleo].map((person) => api.as(person).run(APPROVE, { id: version.id })));
    expect(both.map(({ approveAgreementVersion }) => approveAgreementVersion.errors.length).sort()).toEqual([0, 1]);
  });
});
