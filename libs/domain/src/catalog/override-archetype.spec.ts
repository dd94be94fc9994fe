import { archetypeInForce, assertArchetypeOverride } from './override-archetype.js';

describe('an archetype override', () => {
  const override = { archetype: 'frontier', expiresOn: '2026-06-30' } as const;

  it('holds through its last day, then the suggestion returns', () => {
    expect(archetypeInForce(override, 'enhancement', '2026-06-30')).toBe('frontier');
    expect(archetypeInForce(override, 'enhancement', '2026-07-01')).toBe('enhancement');
    expect(archetypeInForce(null, 'enhancement', '2026-01-01')).toBe('enhancement');
    expect(archetypeInForce(override, null, '2026-07-01')).toBeNull();
  });

  it('says why, and ends some day', () => {
    const assert = (reason: string, expiresOn: string) => assertArchetypeOverride({ reason, expiresOn }, '2026-03-16');

    expect(() => assert('a pilot', '2026-03-16')).not.toThrow();
    expect(() => assert(' ', '2026-06-30')).toThrow(expect.objectContaining({ code: 'REASON_MISSING' }));
    expect(() => assert('a pilot', '2026-03-15')).toThrow(expect.objectContaining({ code: 'EXPIRY_PAST' }));
  });
});
