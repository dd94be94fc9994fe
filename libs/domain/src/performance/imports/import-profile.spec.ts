import { BUILT_IN_PROFILES } from './built-in-profiles.js';
import { columnsOf, parseImportProfile } from './import-profile.js';
import { probeRowReader } from './probe-row.js';
import type { ProbeProfile } from './probe-profile.js';

const NOW = Date.UTC(2027, 0, 1);

describe('import profiles', () => {
  it.each(BUILT_IN_PROFILES)('understands its own $slug', ({ definition }) => {
    expect(parseImportProfile(JSON.stringify(definition))).toEqual(definition);
  });

  it('names what is wrong with a definition, and where', () => {
    const bad = { ...BUILT_IN_PROFILES[1]!.definition, time: { format: 'iso8601', zone: 'Mars/Olympus' } };
    expect(() => parseImportProfile(JSON.stringify(bad))).toThrow('time.zone: must be an IANA time zone');
    expect(() => parseImportProfile('{')).toThrow('not JSON');
    expect(() => parseImportProfile(JSON.stringify({ ...bad, extra: 1 }))).toThrow('extra');
  });

  it('lists the columns it needs once each', () => {
    expect(columnsOf(BUILT_IN_PROFILES[1]!.definition)).toEqual(['ts', 'status', 'slug']);
  });

  it('reads a probe of the service that the slug names', () => {
    const upptime = BUILT_IN_PROFILES[1]!.definition as ProbeProfile;
    const read = probeRowReader(
      upptime,
      ['slug', 'ts', 'status'],
      { column: 'slug', idByCell: new Map([['zoom', 'id-1']]) },
      NOW,
    );
    expect(read(['zoom', '2025-10-29T15:12:38.260Z', 'degraded'])).toEqual({
      kind: 'row',
      row: { serviceId: 'id-1', observedAt: Date.UTC(2025, 9, 29, 15, 12, 38, 260), up: true },
    });
    expect(read(['zoom', 'soon', 'sideways'])).toMatchObject({
      faults: [{ column: 'ts' }, { column: 'status', value: 'sideways' }],
    });
    expect(read(['zoom', '2029-10-29T15:12:38Z', 'up'])).toMatchObject({
      faults: [{ column: 'ts', reason: 'lies in the future' }],
    });
    expect(read(['zoom', '1999-12-31T23:59:59Z', 'up'])).toMatchObject({
      faults: [{ column: 'ts', reason: 'is before 2000' }],
    });
    expect(read(['google', '', ''])).toEqual({ kind: 'unmapped', column: 'slug', value: 'google' });
  });
});
