import { startStory } from '../../builders/index.js';
import { COMMITMENT } from './documents.js';

const { api, given } = await startStory();
const HOUR = 3_600_000;

describe('an executive', () => {
  it('is led from a figure to no single ticket', async () => {
    const service = await given.service();
    const executive = await given.person({ roles: ['executive'] });
    const manager = await given.person({ roles: ['serviceManager'] });
    const metric = {
      metric: 'resolution',
      targets: [{ priority: 1, targetMs: HOUR }],
      lowVolumeUnder: null,
      allowedFailures: null,
    };
    await given.commitment({ serviceId: service.id, credit: null, indicator: { ticketsInTime: metric } as never });
    await given.tickets(service, [
      { number: 'INC-SECRET', priority: 1, openedAt: '2026-02-01T00:00:00Z', resolvedAt: '2026-02-02T00:00:00Z' },
      { number: 'INC-SECRET-2', priority: 5, openedAt: '2026-02-01T00:00:00Z', resolvedAt: '2026-02-02T00:00:00Z' },
    ]);
    const look = async (person: typeof manager) =>
      JSON.stringify(
        await api.as(person).run(COMMITMENT, { service: service.slug, slug: 'uptime', period: '2026-02' }),
      );

    expect(await look(manager)).toContain('INC-SECRET');
    const seen = await look(executive);
    expect(seen).toContain('tickets.missed');
    expect(seen).not.toContain('INC-SECRET');
    expect(seen).not.toContain('TICKET');
  });
});

describe("a provider's contact", () => {
  it('knows nothing of a contract that is only a draft, nor what stands behind the service', async () => {
    const provider = await given.provider({ kind: 'external' });
    const service = await given.service();
    const contact = await given.person({ roles: [{ role: 'providerContact', kind: 'provider', id: provider.id }] });
    const { version } = await given.draftAgreement({
      kind: 'uc',
      providerId: provider.id,
      terms: [{ serviceId: service.id }],
    });
    await given.outage(service, '2026-02-10T00:00:00Z', '2026-02-10T10:00:00Z', 'A cause not for strangers.');
    const look = () =>
      api
        .as(contact)
        .ask(
          `query ($service: String!) { commitment(service: $service, slug: "uptime") { name } outages { totalCount } }`,
          { service: service.slug },
        );

    expect(await look()).toEqual({ data: { commitment: null, outages: { totalCount: 0 } } });

    await given.inForce(version);
    expect(await look()).toMatchObject({
      data: { commitment: { name: expect.any(String) }, outages: { totalCount: 1 } },
    });
  });
});
