import { startStory } from '../../builders/index.js';
import { APPROVE, ORDER_PAGE, REJECT } from './documents.js';

const { api, given } = await startStory();

const approve = async (who: { cookie: string | null }, id: string) =>
  (await api.as(who).run(APPROVE, { id })).approveOrder;
const approversOf = async (who: { cookie: string | null }, id: string): Promise<string[]> =>
  (await api.as(who).run(ORDER_PAGE, { id })).order.approvers.map(({ name }: { name: string }) => name);

/** A place whose unit stands below another one, which has an owner too. */
async function belowAnother() {
  const place = await given.orderPlace();
  const above = await given.unit({ name: 'Above' });
  await api.dataSource.query('UPDATE business_unit SET parent_id = $2 WHERE id = $1', [place.unit.id, above.id]);
  const roles = [{ role: 'budgetOwner' as const, kind: 'unit' as const, id: above.id }];
  return { place, above, ownerAbove: await given.person({ name: 'Ada Above', roles }) };
}

describe('who approves', () => {
  it('is the budget owner of the nearest unit up the tree, and any of them where there are several', async () => {
    const { place, ownerAbove } = await belowAnother();
    const second = await given.person({
      name: 'Otto Owner',
      roles: [{ role: 'budgetOwner', kind: 'unit', id: place.unit.id }],
    });
    const { id } = await given.order(place, 'awaitingApproval');

    expect((await approversOf(place.requester, id)).sort()).toEqual(['Olga Owner', 'Otto Owner']);
    expect((await approve(ownerAbove, id)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await approve(second, id)).errors).toEqual([]);
    expect((await approve(place.owner, id)).errors).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  it('is neither the requester nor the beneficiary, but who comes next up the tree', async () => {
    const { place, ownerAbove } = await belowAnother();
    await given.role(place.owner, { role: 'requester', kind: 'unit', id: place.unit.id });
    const own = await given.order({ ...place, requester: place.owner }, 'awaitingApproval', { unitId: place.unit.id });
    const received = await given.order(place, 'awaitingApproval', {
      beneficiaryId: place.owner.id,
      unitId: place.unit.id,
    });

    for (const { id } of [own, received]) {
      expect(await approversOf(ownerAbove, id)).toEqual(['Ada Above']);
      expect((await approve(place.owner, id)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
      expect((await approve(ownerAbove, id)).errors).toEqual([]);
    }
  });

  it('is a budget owner of the whole organisation when no unit has one left', async () => {
    const place = await given.orderPlace();
    await api.dataSource.query(`UPDATE role_assignment SET ended_at = now() WHERE person_id = $1`, [place.owner.id]);
    const chief = await given.person({ name: 'Chris Chief', roles: ['budgetOwner'] });
    const { id } = await given.order({ ...place, owner: chief }, 'awaitingApproval');

    expect(await approversOf(chief, id)).toEqual(['Chris Chief']);
    expect((await approve(chief, id)).errors).toEqual([]);
    await api.dataSource.query(`UPDATE role_assignment SET ended_at = now() WHERE person_id = $1`, [chief.id]);
  });

  it('must hold the role still when deciding', async () => {
    const { place } = await belowAnother();
    const { id } = await given.order(place, 'awaitingApproval');
    await api.dataSource.query(`UPDATE role_assignment SET ended_at = now() WHERE person_id = $1`, [place.owner.id]);
    const refused = async () => (await approve(place.owner, id)).errors;
    expect(await refused()).toMatchObject([{ code: 'NOT_FOUND' }]);
    await given.role(place.owner, { role: 'auditor', kind: 'unit', id: place.unit.id });

    expect(await refused()).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await api.as(place.owner).run(REJECT, { id, reason: 'No.' })).rejectOrder.errors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
  });

  it('is found anew when none of those who were asked holds the role any more', async () => {
    const { place, ownerAbove } = await belowAnother();
    const { id } = await given.order(place, 'awaitingApproval');
    const page = async () => (await api.as(place.requester).run(ORDER_PAGE, { id })).order;
    const waiting = async () => {
      const document = '{ orders(scope: APPROVALS) { edges { node { id viewerCanApprove } } } }';
      return (await api.as(ownerAbove).run(document)).orders.edges.map(({ node }: { node: object }) => node);
    };

    expect(await waiting()).toEqual([]);
    await api.dataSource.query(`UPDATE role_assignment SET ended_at = now() WHERE person_id = $1`, [place.owner.id]);
    expect(await waiting()).toEqual([{ id, viewerCanApprove: true }]);
    expect(await page()).toMatchObject({ approvers: [{ name: 'Ada Above' }], nextActors: [{ name: 'Ada Above' }] });
    const audited = await api.dataSource.query(
      `SELECT actor_id, before, after FROM audit_entry WHERE subject_id = $1 AND action = 'order.approversFound'`,
      [id],
    );
    expect(audited).toEqual([
      { actor_id: null, before: { approverIds: [place.owner.id] }, after: { approverIds: [ownerAbove.id] } },
    ]);
    expect((await approve(ownerAbove, id)).errors).toEqual([]);
  });

  it('is found anew at the decision itself, and nobody is named while nobody could decide', async () => {
    const { place, ownerAbove } = await belowAnother();
    const { id } = await given.order(place, 'awaitingApproval');
    await api.dataSource.query(`UPDATE role_assignment SET ended_at = now() WHERE person_id = ANY ($1)`, [
      [place.owner.id, ownerAbove.id],
    ]);
    expect(await approversOf(place.requester, id)).toEqual([]);
    const late = await given.person({
      name: 'Lara Late',
      roles: [{ role: 'budgetOwner', kind: 'unit', id: place.unit.id }],
    });
    expect((await approve(late, id)).errors).toEqual([]);
  });

  it('sees where the budget stands, also one that somebody else answers for, and nothing else of it', async () => {
    const { place, above } = await belowAnother();
    await api.dataSource.query('UPDATE budget SET unit_id = $2 WHERE id = $1', [place.budget.id, above.id]);
    const { id } = await given.order(place, 'awaitingApproval');
    const document = `query ($id: ID!) { order(id: $id) { cost { budget { left { amount } entries { edges { node { kind } } } } } } }`;
    const seen = async (who: { cookie: string | null }) => (await api.as(who).run(document, { id })).order.cost.budget;

    expect(await seen(place.owner)).toEqual({ left: { amount: '9900.00' }, entries: { edges: [] } });
    expect(await seen(place.requester)).toBeNull();
  });
});
