import { fillWorld } from './bench-world.js';

const COMMITMENTS = 50;
const FIRST_MONTH = Date.UTC(2025, 3, 1);
const HOUR = 3_600_000;

/** Who reads, and what. */
export interface ReadWorld {
  cookie: string;
  service: string;
}

/** Fifty commitments on as many services of ten providers, with outages in twelve months, and somebody who sees it all. */
export function makeReadWorld(database: string): Promise<ReadWorld> {
  return fillWorld(database, async (given, dataSource) => {
    const reader = await given.person({ roles: ['serviceManager', 'btOffice', 'vendorManager', 'serviceOwner'] });
    const providers = await Promise.all(Array.from({ length: 10 }, () => given.provider()));
    for (let i = 0; i < COMMITMENTS; i += 1) {
      const service = await given.service({ providerId: providers[i % 10]!.id, outcome: 'Letters arrive.' });
      const commitment = { serviceId: service.id, name: `Availability ${i}`, target: i % 3 ? '99.9' : '99.5' };
      await given.commitment(commitment, { effectiveFrom: '2025-04-01', monthlyCharge: '1000.00' });
      await given.plan(service);
      for (let month = i % 4; month < 11; month += 3) {
        const from = FIRST_MONTH + month * 31 * 24 * HOUR + i * HOUR;
        await given.outage(service, new Date(from).toISOString(), new Date(from + (1 + (i % 5)) * HOUR).toISOString());
      }
    }
    const [{ slug }] = await dataSource.query('SELECT slug FROM service ORDER BY slug LIMIT 1');
    await dataSource.query('VACUUM ANALYZE');
    return { cookie: reader.cookie!, service: slug };
  });
}
