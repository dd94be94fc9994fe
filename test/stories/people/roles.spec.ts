import { startStory } from '../../builders/index.js';
import { APPROVE_ROLE, END_PERSON, END_ROLE, PROPOSE_ROLE, REFUSE_ROLE, WHO_AM_I } from './documents.js';

/** Every story is about how many administrators there are, so each has an organisation of its own. */
async function organisation() {
  const { api, given } = await startStory();
  const propose = (by: { cookie: string | null }, personId: string, more: object = {}) =>
    api.as(by).run(PROPOSE_ROLE, {
      input: {
        personId,
        role: 'AUDITOR',
        scopeKind: 'ORGANISATION',
        from: '2026-03-16',
        reason: 'Audits us.',
        ...more,
      },
    });
  const rolesOf = async (person: { cookie: string | null }) =>
    (await api.as(person).run(WHO_AM_I)).session.viewer.roles.map(({ role }: { role: string }) => role);
  return { api, given, propose, rolesOf };
}

const first = await organisation();
const second = await organisation();
const third = await organisation();

it('puts a role in force once a second person has approved it', async () => {
  const { api, given, propose, rolesOf } = second;
  const [one, two] = [
    await given.person({ roles: ['administrator'] }),
    await given.person({ roles: ['administrator'] }),
  ];
  const ada = await given.person({ name: 'Ada' });

  const { proposeRole } = await propose(one, ada.id);
  expect(proposeRole).toMatchObject({ roleAssignment: { state: 'PROPOSED', viewerCanApprove: false }, errors: [] });
  expect(await rolesOf(ada)).toEqual([]);

  const { id } = proposeRole.roleAssignment;
  const alone = await api.as(one).run(APPROVE_ROLE, { id });
  expect(alone.approveRole.errors).toMatchObject([{ code: 'SECOND_PERSON_NEEDED' }]);

  const { proposedRoles } = await api.as(two).run('{ proposedRoles { id viewerCanApprove person { name } } }');
  expect(proposedRoles).toEqual([{ id, viewerCanApprove: true, person: { name: 'Ada' } }]);
  const { approveRole } = await api.as(two).run(APPROVE_ROLE, { id });
  expect(approveRole).toMatchObject({ roleAssignment: { state: 'APPROVED', bootstrap: false }, errors: [] });
  expect(await rolesOf(ada)).toEqual(['AUDITOR']);

  const again = await api.as(two).run(APPROVE_ROLE, { id });
  expect(again.approveRole.errors).toMatchObject([{ code: 'ALREADY_DECIDED' }]);
  const twice = await propose(one, ada.id);
  expect(twice.proposeRole.errors).toMatchObject([{ code: 'ALREADY_HELD' }]);
});

it('lets nobody approve a role for themselves, whoever proposed it', async () => {
  const { api, given, propose } = second;
  const [one, two] = [
    await given.person({ roles: ['administrator'] }),
    await given.person({ roles: ['administrator'] }),
  ];

  const { id } = (await propose(one, two.id)).proposeRole.roleAssignment;
  const { approveRole } = await api.as(two).run(APPROVE_ROLE, { id });

  expect(approveRole.errors).toMatchObject([{ code: 'SECOND_PERSON_NEEDED' }]);
  await expect(
    api.dataSource.query(`UPDATE role_assignment SET state = 'approved', decided_by_id = person_id WHERE id = $1`, [
      id,
    ]),
  ).rejects.toThrow('role_assignment_second_person_check');
});

it('lets the only administrator act alone, and says so in the audit', async () => {
  const { api, given, propose, rolesOf } = first;
  const only = await given.person({ roles: ['administrator'] });

  const { id } = (await propose(only, only.id, { role: 'BT_OFFICE' })).proposeRole.roleAssignment;
  const { approveRole } = await api.as(only).run(APPROVE_ROLE, { id });

  expect(approveRole.roleAssignment).toMatchObject({ state: 'APPROVED', bootstrap: true });
  expect((await rolesOf(only)).sort()).toEqual(['ADMINISTRATOR', 'BT_OFFICE']);
  const { audit } = await api
    .as(only)
    .run('query ($id: ID!) { audit(subjectId: $id) { edges { node { action mode reason } } } }', { id });
  expect(audit.edges.map(({ node }: { node: object }) => node)).toEqual([
    { action: 'roleAssignment.approved', mode: 'bootstrap', reason: null },
    { action: 'roleAssignment.proposed', mode: null, reason: 'Audits us.' },
  ]);
});

it('lets nobody make themselves the only administrator again', async () => {
  const { api, given, propose } = third;
  const one = await given.person({ roles: ['administrator'] });
  const two = await given.person();
  const role = await given.role(two, 'administrator');
  await api.as(one).run(END_ROLE, { id: role.id, reason: 'I want to decide alone.' });

  const { id, viewerCanApprove } = (await propose(one, one.id, { role: 'BT_OFFICE' })).proposeRole.roleAssignment;
  const { approveRole } = await api.as(one).run(APPROVE_ROLE, { id });

  expect(viewerCanApprove).toBe(false);
  expect(approveRole.errors).toMatchObject([{ code: 'SECOND_PERSON_NEEDED' }]);
});

it('keeps the last administrator whose role does not run out', async () => {
  const { api, given, propose } = first;
  const [{ id: roleId, person_id: onlyId }] = await api.dataSource.query(
    `SELECT id, person_id FROM role_assignment WHERE role = 'administrator'`,
  );
  const only = { cookie: await given.session({ id: onlyId }) };
  const deputy = await given.person();
  const until = { role: 'ADMINISTRATOR', to: '2026-12-31' };
  const { id } = (await propose(only, deputy.id, until)).proposeRole.roleAssignment;
  await api.as(only).run(APPROVE_ROLE, { id });

  const ended = await api.as(deputy).run(END_ROLE, { id: roleId, reason: 'Moves on.' });
  const left = await api.as(deputy).run(END_PERSON, { id: onlyId, reason: 'Leaves.' });

  expect(ended.endRole.errors).toMatchObject([{ code: 'LAST_ADMINISTRATOR' }]);
  expect(left.endPerson.errors).toMatchObject([{ code: 'LAST_ADMINISTRATOR' }]);
});

it('withdraws what the proposer refuses, and refuses what somebody else does', async () => {
  const { api, given, propose } = second;
  const [one, two] = [
    await given.person({ roles: ['administrator'] }),
    await given.person({ roles: ['administrator'] }),
  ];
  const ada = await given.person();
  const refuse = async (by: { cookie: string | null }, id: string) =>
    (await api.as(by).run(REFUSE_ROLE, { id, reason: 'Not needed.' })).refuseRole.roleAssignment.state;

  expect(await refuse(one, (await propose(one, ada.id)).proposeRole.roleAssignment.id)).toBe('WITHDRAWN');
  expect(await refuse(two, (await propose(one, ada.id)).proposeRole.roleAssignment.id)).toBe('REFUSED');
});

it('ends a role at once, and a person with everything they hold', async () => {
  const { api, given, rolesOf } = second;
  const administrator = await given.person({ roles: ['administrator'] });
  const ada = await given.person({ roles: ['executive'] });
  const role = await given.role(ada, 'auditor');
  await given.membership(await given.team(), ada);

  await api.as(administrator).run(END_ROLE, { id: role.id, reason: 'Done.' });
  expect(await rolesOf(ada)).toEqual(['EXECUTIVE']);

  const { endPerson } = await api.as(administrator).run(END_PERSON, { id: ada.id, reason: 'Left.' });
  expect(endPerson.errors).toEqual([]);
  expect(endPerson.person.roles.every(({ endedAt }: { endedAt: string | null }) => endedAt !== null)).toBe(true);
  expect((await api.as(ada).run(WHO_AM_I)).session.viewer).toBeNull();
  const [membership] = await api.dataSource.query('SELECT to_date::text FROM team_membership WHERE person_id = $1', [
    ada.id,
  ]);
  expect(membership).toEqual({ to_date: '2026-03-16' });
});

it('counts a role only on its days, in the zone of the enterprise', async () => {
  const { api, given, rolesOf } = second;
  const ada = await given.person();
  const role = await given.role(ada, 'auditor');
  await api.dataSource.query(`UPDATE enterprise SET time_zone = 'Europe/Berlin'`);
  await api.dataSource.query(
    `UPDATE role_assignment SET from_date = '2026-04-01', to_date = '2026-04-02' WHERE id = $1`,
    [role.id],
  );

  const at = async (instant: string) => (api.clock.set(instant), await rolesOf(ada));

  expect(await at('2026-03-31T21:59:59Z')).toEqual([]);
  expect(await at('2026-03-31T22:00:00Z')).toEqual(['AUDITOR']);
  expect(await at('2026-04-02T21:59:59Z')).toEqual(['AUDITOR']);
  expect(await at('2026-04-02T22:00:00Z')).toEqual([]);
  api.clock.set('2026-03-16T09:00:00Z');
  await api.dataSource.query(`UPDATE enterprise SET time_zone = 'UTC'`);
});

it('gives a role only for a scope that fits it and exists', async () => {
  const { given, propose } = second;
  const administrator = await given.person({ roles: ['administrator'] });
  const { id } = await given.person();
  const codes = async (more: object) =>
    (await propose(administrator, id, more)).proposeRole.errors.map(({ code }: { code: string }) => code);

  expect(await codes({ role: 'ADMINISTRATOR', scopeKind: 'UNIT', scopeId: (await given.unit()).id })).toEqual([
    'SCOPE_DOES_NOT_FIT',
  ]);
  expect(await codes({ role: 'PROVIDER_CONTACT' })).toEqual(['SCOPE_DOES_NOT_FIT']);
  expect(await codes({ role: 'EXECUTIVE', scopeKind: 'UNIT' })).toEqual(['SCOPE_MISSING']);
  expect(await codes({ role: 'EXECUTIVE', scopeKind: 'UNIT', scopeId: id })).toEqual(['UNKNOWN_SCOPE']);
  expect(await codes({ to: '2026-03-15' })).toEqual(['DATES_REVERSED']);
});
