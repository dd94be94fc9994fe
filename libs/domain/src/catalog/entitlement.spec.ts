import { audienceInWords, entitlementRefusal, isAmong, parseEntitlement, type Belonging } from './entitlement.js';

const person = (other: Partial<Belonging> = {}): Belonging => ({
  units: ['inside-sales', 'sales'],
  roles: ['requester'],
  location: 'Berlin',
  ...other,
});

describe('who is among those whom a service names', () => {
  it('is everybody where nobody is named', () => expect(isAmong(null, person())).toBe(true));

  it('is who belongs to a unit or below it, holds a role and works there; of one list any is enough', () => {
    const audience = { units: ['hr', 'sales'], locations: ['Berlin', 'Rome'] };

    expect(isAmong(audience, person())).toBe(true);
    expect(isAmong(audience, person({ units: ['finance'] }))).toBe(false);
    expect(isAmong(audience, person({ location: null }))).toBe(false);
    expect(isAmong({ ...audience, roles: ['budgetOwner'] }, person())).toBe(false);
  });
});

it('a refusal says for whom it is and whom to ask, in one sentence', () => {
  const unitNames = new Map([['sales', 'Sales']]);
  const service = {
    name: 'Mail',
    owner: 'Olga Owner',
    unitNames,
    orderedBy: { units: ['sales'], locations: ['Berlin'] },
  };
  const stranger = { ...person({ units: ['hr'] }), name: 'Hugo' };

  expect(entitlementRefusal(service, stranger)).toMatchObject({
    code: 'NOT_ENTITLED',
    message: 'Only people of Sales in Berlin order Mail; ask Olga Owner, who owns it.',
  });
  expect(entitlementRefusal(service, person(), stranger)?.message).toBe(
    'Mail is for people of Sales in Berlin, and Hugo is none of them; ask Olga Owner, who owns it.',
  );
  expect(entitlementRefusal({ ...service, orderedBy: { roles: ['requester'] } }, person(), stranger)).toBeNull();
  expect(audienceInWords({ roles: ['budgetOwner', 'btOffice'] })).toBe('budget owners or the BT office');
});

it.each([
  [{ see: {}, order: 'requesters' }],
  [{ see: { units: [] }, order: 'requesters' }],
  [{ see: 'everybody', order: { roles: ['providerContact'] } }],
  [{ see: 'everybody', order: { locations: ['Rome', 'Rome'] } }],
  [{ see: 'everybody', order: { countries: ['IT'] } }],
])('refuses %j with its place', (value) => {
  expect(() => parseEntitlement(value)).toThrow(expect.objectContaining({ code: 'MALFORMED_ENTITLEMENT' }));
});
