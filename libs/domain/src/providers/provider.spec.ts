import { assertProviderCanEnd } from './end-provider.js';
import { assertProvider, type ProviderIdentity } from './provider.js';

const company: ProviderIdentity = { kind: 'external', country: 'DE', website: 'https://example.com/it', teamId: null };
const team: ProviderIdentity = { kind: 'internal', country: null, website: null, teamId: 'platform' };

describe('a provider', () => {
  it('is a team of ours, or a company somewhere', () => {
    expect(() => assertProvider(company)).not.toThrow();
    expect(() => assertProvider({ ...company, country: null, website: null })).not.toThrow();
    expect(() => assertProvider(team)).not.toThrow();
  });

  it.each([
    ['NO_TEAM', 'teamId', { ...team, teamId: null }],
    ['COUNTRY_NOT_ALLOWED', 'country', { ...team, country: 'DE' }],
    ['WEBSITE_NOT_ALLOWED', 'website', { ...team, website: 'https://example.com' }],
    ['TEAM_NOT_ALLOWED', 'teamId', { ...company, teamId: 'platform' }],
    ['UNKNOWN_COUNTRY', 'country', { ...company, country: 'EU' }],
    ['UNKNOWN_COUNTRY', 'country', { ...company, country: 'de' }],
    ['INVALID_WEBSITE', 'website', { ...company, website: 'example.com' }],
    ['INVALID_WEBSITE', 'website', { ...company, website: 'javascript:alert(1)' }],
  ] as [string, string, ProviderIdentity][])('is refused as %s on %s', (code, field, provider) => {
    expect(() => assertProvider(provider)).toThrow(expect.objectContaining({ code, field: [field] }));
  });

  it('ends once, and not while services in use rely on it', () => {
    const acme = { name: 'Acme', endedAt: null };

    expect(() => assertProviderCanEnd(acme, [])).not.toThrow();
    expect(() => assertProviderCanEnd(acme, ['Mail'])).toThrow(expect.objectContaining({ code: 'IN_USE' }));
    expect(() => assertProviderCanEnd({ ...acme, endedAt: new Date(0) }, [])).toThrow(
      expect.objectContaining({ code: 'ALREADY_ENDED' }),
    );
  });
});
