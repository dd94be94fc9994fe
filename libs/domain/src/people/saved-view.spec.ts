import { assertSavedView } from './saved-view.js';

const view = { name: 'Mine', path: '/commitments', search: '?group=provider' };

it.each([{}, { search: '' }, { path: '/commitments/mail/uptime' }])('keeps a page of ours: %j', (differing) => {
  expect(() => assertSavedView({ ...view, ...differing })).not.toThrow();
});

it.each([
  [{ name: ' ' }, 'name'],
  [{ path: '//elsewhere.example' }, 'path'],
  [{ path: 'javascript:alert(1)' }, 'path'],
  [{ path: '' }, 'path'],
  [{ search: 'group=provider' }, 'search'],
  [{ search: '?q=100%' }, 'search'],
])('refuses %j, which is no page of ours with a name', (differing, field) => {
  expect(() => assertSavedView({ ...view, ...differing })).toThrow(
    expect.objectContaining({ code: 'WRONG_VIEW', field: [field] }),
  );
});
