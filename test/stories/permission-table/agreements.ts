import { AgreementEnds } from '@accord/api/agreements/agreement-ends.js';
import { AgreementVersions } from '@accord/api/agreements/agreement-versions.js';
import { Calendars } from '@accord/api/agreements/calendars/calendars.js';
import type { AgreementKind } from '@accord/domain';
import type { Row, Rows } from './row.js';
import type { World } from './world.js';

let made = 0;
let waiting = '';

const HOURS = {
  weekly: [{ day: 'mon', hours: [{ from: '09:00', to: '17:00' }] }],
  holidays: [],
  overrides: [],
  breaks: [],
};
const day = () => new Date(Date.UTC(2026, 3, ++made)).toISOString().slice(0, 10);

/** Terms on the service in question; with its provider, where the kind has one. */
function wanted({ home }: World, kind: AgreementKind) {
  const terms = [{ serviceId: home.service.id, slug: `uptime-${++made}`, name: `Uptime ${made}` }];
  return { kind, terms, ...(kind !== 'sla' && { providerId: home.provider.id }) };
}

const inForce = (world: World, kind: AgreementKind) => world.given.agreement(wanted(world, kind));
const draft = (world: World, kind: AgreementKind) => world.given.draftAgreement(wanted(world, kind));

/** Somebody else has proposed it. */
async function proposed(world: World, kind: AgreementKind) {
  const { api, given } = world;
  const { version } = await draft(world, kind);
  await api.get(AgreementVersions).propose(await given.act(await given.person({ roles: ['btOffice'] })), version.id);
  return { id: version.id };
}

/** Somebody else wants an agreement to end. */
async function proposedEnd(world: World, kind: AgreementKind) {
  const { api, given } = world;
  const { agreement } = await inForce(world, kind);
  const act = await given.act(await given.person({ roles: ['btOffice'] }));
  await api.get(AgreementEnds).propose(act, agreement.id, '2026-12-31', 'Because.');
  return { id: agreement.id };
}

/** Somebody else wants other hours for what is promised on the service. */
async function calendarChange({ api, given, home }: World) {
  const { id: calendarId } = await given.calendar();
  await given.commitment({ serviceId: home.service.id, slug: `by-hours-${++made}`, calendarId, credit: null });
  const proposer = await given.act(await given.person({ roles: ['btOffice'] }));
  const input = { effectiveFrom: day(), hours: HOURS, reason: 'Because.' };
  return { id: (await api.get(Calendars).change(proposer, calendarId, input)).change!.id };
}

/** The same row for a promise to customers and for one by a company. */
function bothKinds(name: string, row: (kind: AgreementKind) => Row): Rows {
  return { [name]: row('sla'), [`${name}.uc`]: row('uc') };
}

export const agreements: Rows = {
  calendars: {},
  calendar: { arguments: () => ({ slug: 'always' }), selection: 'id' },
  addCalendar: {
    arguments: () => ({
      input: {
        name: `New ${++made}`,
        slug: `new-calendar-${made}`,
        timeZone: 'UTC',
        effectiveFrom: '2026-04-01',
        hours: HOURS,
      },
    }),
  },
  changeCalendar: {
    arguments: async ({ given }) => ({
      id: (await given.calendar()).id,
      input: { effectiveFrom: day(), hours: HOURS, reason: 'Because.' },
    }),
  },
  approveCalendarChange: { arguments: calendarChange },
  refuseCalendarChange: { arguments: async (world) => ({ ...(await calendarChange(world)), reason: 'Because.' }) },

  ...bothKinds('agreements', (kind) => ({
    arguments: async (world) => ({ search: (await inForce(world, kind)).agreement.name, first: 200 }),
  })),
  ...bothKinds('agreement', (kind) => ({
    arguments: async (world) => ({ slug: (await inForce(world, kind)).agreement.slug }),
    selection: 'id',
  })),
  ...bothKinds('agreement.monthlyCharge', (kind) => ({
    arguments: async (world) => {
      const { home, given } = world;
      const { agreement } = await given.agreement({
        ...wanted(world, kind),
        monthlyCharge: '1000',
        ...(kind === 'sla' && { customerId: home.unit.id }),
      });
      return { slug: agreement.slug };
    },
    selection: 'versions { monthlyCharge }',
    shows: (found) => found?.versions.some(({ monthlyCharge }: { monthlyCharge: string | null }) => monthlyCharge),
  })),
  'agreement.draft': {
    arguments: async (world) => ({ slug: (await draft(world, 'sla')).agreement.slug }),
    selection: 'id',
  },
  ...bothKinds('draftAgreement', (kind) => ({
    arguments: ({ home }) => ({
      input: {
        name: 'New',
        slug: `new-agreement-${++made}`,
        kind: kind.toUpperCase(),
        timeZone: 'UTC',
        currency: 'EUR',
        effectiveFrom: '2026-04-01',
        ...(kind !== 'sla' && { providerId: home.provider.id }),
      },
    }),
  })),
  ...bothKinds('draftAgreementVersion', (kind) => ({
    arguments: async (world) => ({
      agreementId: (await inForce(world, kind)).agreement.id,
      effectiveFrom: '2026-05-01',
    }),
  })),
  ...bothKinds('changeAgreementVersion', (kind) => ({
    arguments: async (world) => ({ id: (await draft(world, kind)).version.id, input: { capText: 'None.' } }),
  })),
  ...bothKinds('putCommitment', (kind) => ({
    arguments: async (world) => ({
      versionId: (await draft(world, kind)).version.id,
      input: {
        serviceId: world.home.service.id,
        slug: `more-${++made}`,
        name: 'More',
        indicator: { availability: { source: 'OUTAGES', shortestOutageMs: 0 } },
        target: '99',
        comparator: 'AT_LEAST',
        window: 'MONTH',
        calendarId: (await world.given.alwaysOpen()).id,
        missingData: 'IGNORE',
        coverageFloor: '0',
        providerOwesData: false,
        excludedTime: 'REMOVED',
      },
    }),
  })),
  ...bothKinds('removeCommitment', (kind) => ({
    arguments: async (world) => {
      const { version } = await draft(world, kind);
      const [terms] = await world.api.dataSource.query(
        'SELECT commitment_id FROM commitment_terms WHERE version_id = $1',
        [version.id],
      );
      return { versionId: version.id, commitmentId: terms.commitment_id };
    },
  })),
  ...bothKinds('proposeAgreementVersion', (kind) => ({
    arguments: async (world) => ({ id: (await draft(world, kind)).version.id }),
  })),
  ...bothKinds('approveAgreementVersion', (kind) => ({ arguments: (world) => proposed(world, kind) })),
  ...bothKinds('approveAgreementVersions', (kind) => ({
    arguments: async (world) => ({ ids: [(await proposed(world, kind)).id] }),
  })),
  proposedAgreementVersions: { arguments: async (world) => (await proposed(world, 'sla'), {}) },
  ...bothKinds('refuseAgreementVersion', (kind) => ({
    arguments: async (world) => ({ ...(await proposed(world, kind)), reason: 'Because.' }),
  })),
  ...bothKinds('proposeAgreementEnd', (kind) => ({
    arguments: async (world) => ({
      id: (await inForce(world, kind)).agreement.id,
      on: '2026-12-31',
      reason: 'Because.',
    }),
  })),
  proposedAgreementEnds: {
    arguments: async (world) => ((waiting = (await proposedEnd(world, 'sla')).id), {}),
    selection: 'agreement { id }',
    shows: (ends: { agreement: { id: string } }[]) => ends.some(({ agreement }) => agreement.id === waiting),
  },
  ...bothKinds('approveAgreementEnd', (kind) => ({ arguments: (world) => proposedEnd(world, kind) })),
  ...bothKinds('refuseAgreementEnd', (kind) => ({
    arguments: async (world) => ({ ...(await proposedEnd(world, kind)), reason: 'Because.' }),
  })),
};
