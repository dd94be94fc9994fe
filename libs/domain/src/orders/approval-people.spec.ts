import { type ApprovalPlace, askedBy, couldBeAsked, type KnownPeople } from './approval-people.js';

const place: ApprovalPlace = {
  unitPath: ['team', 'division', 'company'],
  serviceId: 'laptop',
  serviceOwnerId: 'Sven',
  providerId: 'maker',
};
const owner = (personId: string, unitId: string | null) => ({
  personId,
  role: 'budgetOwner' as const,
  kind: unitId ? ('unit' as const) : ('organisation' as const),
  scopeId: unitId,
});
const known = (holders: KnownPeople['holders'], members: [string, string[]][] = []): KnownPeople => ({
  holders,
  members: new Map(members),
});
const budgetOwner = [{ kind: 'budgetOwner' as const }];

describe('who approves', () => {
  it('is who owns the nearest budget, each once', () => {
    const people = known([owner('Dora', 'division'), owner('Chris', null), owner('Dora', 'division')]);

    expect(askedBy(budgetOwner, place, people, [])).toEqual(['Dora']);
  });

  it('is neither requester nor beneficiary, but who comes next up the tree', () => {
    const people = known([owner('Tom', 'team'), owner('Dora', 'division'), owner('Chris', null)]);

    expect(askedBy(budgetOwner, place, people, ['Tom'])).toEqual(['Dora']);
    expect(askedBy(budgetOwner, place, people, ['Tom', 'Dora'])).toEqual(['Chris']);
    expect(askedBy(budgetOwner, place, people, ['Tom', 'Dora', 'Chris'])).toEqual([]);
  });

  it('is not who owns a budget of another branch', () => {
    expect(askedBy(budgetOwner, place, known([owner('Ulf', 'elsewhere')]), [])).toEqual([]);
  });

  it('is who owns the service, speaks for its provider, or belongs to a team', () => {
    const contact = { personId: 'Paul', role: 'providerContact', kind: 'provider', scopeId: 'maker' } as const;
    const rival = { ...contact, personId: 'Rita', scopeId: 'another' };
    const people = known([contact, rival], [['compliance', ['Cora', 'Carl']]]);
    const sources = [
      { kind: 'serviceOwner' },
      { kind: 'provider' },
      { kind: 'team', team: 'compliance' },
      { kind: 'team', team: 'unknown' },
    ] as const;

    expect(askedBy(sources, place, people, ['Carl'])).toEqual(['Cora', 'Paul', 'Sven']);
  });

  it('is who holds a named role for the service, else for its provider, else everywhere', () => {
    const manager = (personId: string, kind: 'service' | 'provider' | 'organisation', scopeId: string | null) => ({
      personId,
      role: 'serviceManager' as const,
      kind,
      scopeId,
    });
    const people = known([
      manager('Olga', 'organisation', null),
      manager('Pia', 'provider', 'maker'),
      manager('Sam', 'service', 'laptop'),
    ]);
    const sources = [{ kind: 'role', role: 'serviceManager', within: 'service' }] as const;

    expect(askedBy(sources, place, people, [])).toEqual(['Sam']);
    expect(askedBy(sources, place, people, ['Sam'])).toEqual(['Pia']);
    expect(askedBy(sources, place, people, ['Sam', 'Pia'])).toEqual(['Olga']);
    expect(couldBeAsked('Olga', sources, place, people)).toBe(true);
    expect(couldBeAsked('Ulf', sources, place, people)).toBe(false);
  });
});
