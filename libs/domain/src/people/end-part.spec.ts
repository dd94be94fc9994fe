import { assertPartCanEnd } from './end-part.js';

describe('the end of a unit or a team', () => {
  const retail = { name: 'Retail', endedAt: null };
  const people = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `P${i}`, kind: 'person' }));

  it('waits for what belongs to it, and names it', () => {
    expect(() => assertPartCanEnd(retail, [{ name: 'Ada', kind: 'person' }])).toThrow(
      'Retail cannot end while these belong to it: Ada (person).',
    );
    expect(() => assertPartCanEnd(retail, people(7))).toThrow('P3 (person), P4 (person) and 2 more.');
    expect(() => assertPartCanEnd(retail, people(5))).toThrow('P3 (person), P4 (person).');
  });

  it('comes once', () => {
    expect(() => assertPartCanEnd(retail, [])).not.toThrow();
    expect(() => assertPartCanEnd({ ...retail, endedAt: new Date(0) }, [])).toThrow('Retail has ended already.');
  });
});
