import { AgreementVersionEntity } from '@accord/api/agreements/agreement-version.entity.js';
import { AgreementVersions } from '@accord/api/agreements/agreement-versions.js';
import type { AgreementEntity } from '@accord/api/agreements/agreement.entity.js';
import type { DraftAgreementInput } from '@accord/api/agreements/agreement.input.js';
import { Agreements } from '@accord/api/agreements/agreements.js';
import { Calendars } from '@accord/api/agreements/calendars/calendars.js';
import { ServiceCalendarEntity } from '@accord/api/agreements/calendars/service-calendar.entity.js';
import { CommitmentEntity } from '@accord/api/agreements/commitment.entity.js';
import type { CommitmentTermsInput } from '@accord/api/agreements/commitment.input.js';
import { DraftTerms } from '@accord/api/agreements/draft-terms.js';
import type { AgreementKind, CalendarHours } from '@accord/domain';
import type { Api } from './api.js';
import type { catalogBuilders } from './catalog.js';
import type { peopleBuilders, SignedInPerson } from './people.js';
import type { providerBuilders } from './providers.js';

/** Terms by what differs from 99.9 % around the clock in a month, by outages, with two credit tiers, on a new service. */
export type GivenTerms = Partial<CommitmentTermsInput>;

type Parents = ReturnType<typeof peopleBuilders> &
  ReturnType<typeof catalogBuilders> &
  ReturnType<typeof providerBuilders>;

export interface GivenAgreement extends Partial<DraftAgreementInput> {
  /** What the first version promises; one thing, unless said otherwise. */
  terms?: GivenTerms[];
}

const OFFICE_HOURS: CalendarHours = {
  weekly: ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => ({ day, hours: [{ from: '09:00', to: '17:00' }] })),
  holidays: [],
  overrides: [],
  breaks: [],
};

/** Agreements made through the use cases: one manager proposes, another one approves. */
export function agreementBuilders(api: Api, parents: Parents) {
  const { manager } = api.dataSource;
  let made = 0;
  let managers: Promise<SignedInPerson[]> | undefined;
  const twoManagers = () =>
    (managers ??= Promise.all(
      ['Prue Poser', 'Abe Prover'].map((name) => parents.person({ name, roles: ['btOffice'] })),
    ));
  const acts = async () => Promise.all((await twoManagers()).map((person) => parents.act(person)));

  const providerFor = async (kind: AgreementKind) =>
    kind === 'sla' ? null : (await parents.provider({ kind: kind === 'ola' ? 'internal' : 'external' })).id;

  const given = {
    /** The calendar without an end, which every installation has. */
    alwaysOpen: (): Promise<ServiceCalendarEntity> =>
      manager.findOneByOrFail(ServiceCalendarEntity, { slug: 'always' }),

    async calendar({
      hours = OFFICE_HOURS,
      timeZone = 'Etc/UTC',
      effectiveFrom = '2000-01-01',
    } = {}): Promise<ServiceCalendarEntity> {
      const [act] = await acts();
      const n = ++made;
      const words = { name: `Calendar ${n}`, slug: `calendar-${n}` };
      return api
        .get(Calendars)
        .add(act!, { ...words, timeZone, effectiveFrom, hours: structuredClone(hours) as never });
    },

    /** What somebody enters to promise something. */
    async termsInput(differing: GivenTerms = {}): Promise<CommitmentTermsInput> {
      return {
        serviceId: differing.serviceId ?? (await parents.service()).id,
        slug: 'uptime',
        name: 'Uptime',
        indicator: { availability: { source: 'outages', shortestOutageMs: 0, longestHoldMs: null } },
        target: '99.9',
        comparator: 'atLeast',
        window: 'month',
        calendarId: differing.calendarId ?? (await given.alwaysOpen()).id,
        missingData: 'ignore',
        coverageFloor: '0',
        providerOwesData: false,
        excludedTime: 'removed',
        credit: {
          tiers: [
            { gte: '99', lt: '99.9', percent: '10' },
            { gte: null, lt: '99', percent: '25' },
          ],
          minimum: null,
          capPercent: null,
        },
        ...differing,
      };
    },

    /** An agreement whose first version is a draft. */
    async draftAgreement({ terms = [{}], kind = 'sla' as AgreementKind, ...differing }: GivenAgreement = {}) {
      const [act] = await acts();
      const n = ++made;
      const providerId = differing.providerId ?? (await providerFor(kind));
      const agreement = await api.get(Agreements).draft(act!, {
        name: `Agreement ${n}`,
        slug: `agreement-${n}`,
        kind,
        providerId,
        timeZone: 'Etc/UTC',
        currency: 'EUR',
        effectiveFrom: '2026-01-01',
        ...differing,
      });
      const version = await manager.findOneByOrFail(AgreementVersionEntity, { agreementId: agreement.id });
      for (const row of terms) await api.get(DraftTerms).put(act!, version.id, await given.termsInput(row));
      return { agreement, version };
    },

    /** An agreement whose first version is in force. */
    async agreement(wanted: GivenAgreement = {}) {
      const { agreement, version } = await given.draftAgreement(wanted);
      await given.inForce(version);
      const commitments = await manager.find(CommitmentEntity, {
        where: { agreementId: agreement.id },
        order: { id: 'ASC' },
      });
      return {
        agreement,
        version: await manager.findOneByOrFail(AgreementVersionEntity, { id: version.id }),
        commitments,
      };
    },

    /** One commitment in force, in an agreement of its own. */
    async commitment(terms: GivenTerms = {}, agreement: Partial<DraftAgreementInput> = {}): Promise<CommitmentEntity> {
      return (await given.agreement({ ...agreement, terms: [terms] })).commitments[0]!;
    },

    /** One manager proposes the draft, another one approves it. */
    async inForce(version: { id: string }): Promise<AgreementVersionEntity> {
      const [proposer, approver] = await acts();
      await api.get(AgreementVersions).propose(proposer!, version.id);
      return api.get(AgreementVersions).approve(approver!, version.id);
    },

    /** A draft that copies the newest version, its terms changed. */
    async nextVersion(
      agreement: AgreementEntity,
      effectiveFrom: string,
      terms: GivenTerms[] = [],
    ): Promise<AgreementVersionEntity> {
      const [act] = await acts();
      const version = await api.get(AgreementVersions).draft(act!, agreement.id, effectiveFrom);
      for (const row of terms) await api.get(DraftTerms).put(act!, version.id, await given.termsInput(row));
      return version;
    },
  };
  return given;
}
