import { timeZoneOf } from './enterprise.js';
import { assertAdministratorRemains } from './last-administrator.js';
import { assertGoodPassword } from './password.js';
import { comparableEmail, emailOf, nameOf, reasonOf } from './person.js';
import { decisionMode, mayDecide } from './second-person.js';
import { isSeenAgain } from './session-lifetime.js';

describe('a password', () => {
  it.each([
    ['eleven char', 'at least 12'],
    ['🔑🔑🔑🔑🔑🔑abcde', 'at least 12'],
    ['x'.repeat(257), 'at most 256'],
    ['aaaaaaaaaaaa', 'too easy'],
    ['Ada@Example.org', 'too easy'],
  ])('%s is refused', (password, why) => {
    expect(() => assertGoodPassword(password, 'ada@example.org')).toThrow(why);
  });

  it('needs length alone', () => {
    expect(() => assertGoodPassword('twelve chars', 'ada@example.org')).not.toThrow();
  });
});

it('stores e-mail addresses in one form', () => {
  expect(emailOf(' Ada@Example.ORG ')).toBe('ada@example.org');
  expect(comparableEmail(' no address ')).toBe('no address');
  expect(() => emailOf('ada@example')).toThrow('not an e-mail address');
});

it('needs names and reasons that say something', () => {
  expect(nameOf('  Ada ')).toBe('Ada');
  expect(() => nameOf('   ')).toThrow('A name is needed');
  expect(() => reasonOf(' ')).toThrow('Say why');
});

it('knows the zones of the IANA database, and no mere offsets', () => {
  expect(timeZoneOf('europe/berlin')).toBe('Europe/Berlin');
  for (const text of ['+02:00', 'Nowhere/City', '']) expect(() => timeZoneOf(text)).toThrow('unknown');
});

it('keeps an administrator whose role does not run out', () => {
  expect(() => assertAdministratorRemains([{ personId: 'ada', to: null }])).not.toThrow();
  expect(() => assertAdministratorRemains([{ personId: 'ada', to: '2026-12-31' }])).toThrow(
    'last lasting administrator',
  );
});

it('notes a visit at most once a minute', () => {
  const at = new Date('2026-03-16T09:00:00Z');
  const seen = (agoMs: number) => new Date(at.getTime() - agoMs);

  expect([isSeenAgain(seen(59_999), at), isSeenAgain(seen(60_000), at)]).toEqual([false, true]);
});

describe('a second person', () => {
  const administrator = (personId: string) =>
    ({ personId, name: personId, roles: [{ role: 'administrator', kind: 'organisation', ids: [] }] }) as const;
  const involved = ['ada'];

  it('is anybody who is not involved', () => {
    expect(decisionMode(administrator('bea'), { involved, administratorsEver: 2 })).toBe('secondPerson');
  });

  it('is not asked for until there has been another administrator, once and for all', () => {
    expect(decisionMode(administrator('ada'), { involved, administratorsEver: 1 })).toBe('bootstrap');
    expect(() => decisionMode(administrator('ada'), { involved, administratorsEver: 2 })).toThrow('Somebody else');
    expect(mayDecide({ ...administrator('ada'), roles: [] }, { involved, administratorsEver: 1 })).toBe(false);
  });
});
