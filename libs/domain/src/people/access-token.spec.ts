import { DomainError } from '../domain-error.js';
import { tokenOf } from './access-token.js';

const at = new Date('2026-03-16T09:00:00Z');
const inDays = (days: number) => new Date(at.getTime() + days * 86_400_000);
const wish = { name: ' Export ', scopes: ['orders', 'read', 'orders'] as const, expiresAt: inDays(30) };

it('names a token without blanks around it, and each of its scopes once', () => {
  expect(tokenOf(wish, at)).toEqual({ name: 'Export', scopes: ['read', 'orders'], expiresAt: inDays(30) });
});

it.each([366, 0.001])('lets a token work for %d days', (days) => {
  expect(tokenOf({ ...wish, expiresAt: inDays(days) }, at).expiresAt).toEqual(inDays(days));
});

it.each([
  [{ name: ' ' }, 'name'],
  [{ scopes: [] }, 'scopes'],
  [{ expiresAt: at }, 'expiresAt'],
  [{ expiresAt: inDays(366.001) }, 'expiresAt'],
])('refuses %j', (more, field) => {
  expect(() => tokenOf({ ...wish, ...more }, at)).toThrow(
    expect.objectContaining<Partial<DomainError>>({ code: 'INVALID', field: [field] }),
  );
});
