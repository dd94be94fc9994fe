import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const [keeper, colleague] = [await given.person({ name: 'Keeper' }), await given.person()];

const ALL = `{ savedViews { id name path search shared owner { name } viewerKeepsIt } }`;
const SAVE = `mutation ($input: SaveViewInput!) { saveView(input: $input) { view { id name } errors { code field } } }`;
const CHANGE = `mutation ($id: ID!, $input: ChangeViewInput!) { changeView(id: $id, input: $input) { view { name shared } errors { code field } } }`;
const REMOVE = `mutation ($id: ID!) { removeView(id: $id) { view { id } errors { code field } } }`;

const view = (name: string, differing: object = {}) => ({
  name,
  path: '/commitments',
  search: '?group=provider',
  ...differing,
});
const save = async (name: string, differing?: object, who = keeper) =>
  (await api.as(who).run(SAVE, { input: view(name, differing) })).saveView;
const names = async (who: typeof keeper) =>
  (await api.as(who).run(ALL)).savedViews.map(({ name }: { name: string }) => name);

it('keeps a screen under a name for whoever saved it, and for everybody once it is shared', async () => {
  const mine = (await save('Mine')).view;
  await save('Ours', { shared: true });

  expect(await names(keeper)).toEqual(['Mine', 'Ours']);
  expect((await api.as(colleague).run(ALL)).savedViews).toMatchObject([
    { name: 'Ours', path: '/commitments', search: '?group=provider', owner: { name: 'Keeper' }, viewerKeepsIt: false },
  ]);
  const changed = await api.as(keeper).run(CHANGE, { id: mine.id, input: { name: 'Worst', shared: true } });
  expect(changed.changeView.view).toEqual({ name: 'Worst', shared: true });
  expect(await names(colleague)).toEqual(['Ours', 'Worst']);
});

it('tells nobody from a provider what others look at, and lets them share nothing', async () => {
  const contact = await given.contactOf(await given.provider());
  const shared = (await save('Before we end it with Tessalune', { shared: true })).view;
  const own = (await save('Ours this year', {}, contact)).view;

  expect(await names(contact)).toEqual(['Ours this year']);
  const refused = [{ code: 'FORBIDDEN', field: ['shared'] }];
  expect((await save('For all', { shared: true }, contact)).errors).toEqual(refused);
  const change = { id: own.id, input: { shared: true } };
  expect((await api.as(contact).run(CHANGE, change)).changeView.errors).toEqual(refused);
  await api.as(keeper).run(REMOVE, { id: shared.id });
});

it('is changed and removed by who keeps it, and by nobody else', async () => {
  const { id } = (await save('Third', { shared: true })).view;
  const refused = { view: null, errors: [{ code: 'NOT_FOUND', field: ['id'] }] };

  expect((await api.as(colleague).run(CHANGE, { id, input: { name: 'Stolen' } })).changeView).toEqual(refused);
  expect((await api.as(colleague).run(REMOVE, { id })).removeView).toEqual(refused);
  await api.as(keeper).run(REMOVE, { id });
  expect(await names(colleague)).not.toContain('Third');
  expect((await save('Third')).errors).toEqual([]);
});

it('takes a name once, also when two windows save at the same time, and leads nowhere else', async () => {
  const both = await Promise.all([save('Twice'), save('Twice')]);

  expect(both.flatMap(({ errors }) => errors)).toEqual([{ code: 'TAKEN', field: ['name'] }]);
  expect((await save('Out', { path: '//elsewhere.example' })).errors).toEqual([
    { code: 'WRONG_VIEW', field: ['path'] },
  ]);
  expect((await save('Twice', {}, colleague)).errors).toEqual([]);
});

it('opens first what a person chose of a page, their own view or one that is shared, until it is found no more', async () => {
  const DEFAULT = `mutation ($id: ID!, $isDefault: Boolean!) {
    setDefaultView(id: $id, isDefault: $isDefault) { view { isDefault } errors { code } } }`;
  const set = async (who: typeof keeper, id: string, isDefault = true) =>
    (await api.as(who).run(DEFAULT, { id, isDefault })).setDefaultView;
  const first = async (who: typeof keeper) =>
    (await api.as(who).run('{ session { viewer { defaultViews { path search } } } }')).session.viewer.defaultViews;
  const [one, other] = [
    (await save('One')).view,
    (await save('Other', { search: '?sort=SERVICE', shared: true })).view,
  ];

  expect((await set(keeper, one.id)).view).toEqual({ isDefault: true });
  expect((await set(keeper, other.id)).view).toEqual({ isDefault: true });
  await set(keeper, one.id, false);
  expect(await first(keeper)).toEqual([{ path: '/commitments', search: '?sort=SERVICE' }]);
  expect((await api.as(keeper).run(`{ savedViews { id isDefault } }`)).savedViews).toEqual(
    expect.arrayContaining([
      { id: one.id, isDefault: false },
      { id: other.id, isDefault: true },
    ]),
  );

  expect((await set(colleague, one.id)).errors).toEqual([{ code: 'NOT_FOUND' }]);
  await set(colleague, other.id);
  expect(await first(colleague)).toHaveLength(1);
  await api.as(keeper).run(CHANGE, { id: other.id, input: { shared: false } });
  expect([await first(colleague), await first(keeper)]).toEqual([[], [expect.anything()]]);
  await set(keeper, other.id, false);
  expect(await first(keeper)).toEqual([]);
});

it('is found by nobody once its keeper has left', async () => {
  const leaver = await given.person();
  await save('Of somebody who leaves', { shared: true }, leaver);
  expect(await names(colleague)).toContain('Of somebody who leaves');
  await api.dataSource.query('UPDATE person SET ended_at = $2 WHERE id = $1', [leaver.id, api.clock.now()]);

  expect(await names(colleague)).not.toContain('Of somebody who leaves');
});
