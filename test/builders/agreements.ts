import { AgreementVersionEntity } from '@accord/api/agreements/agreement-version.entity.js';
import type { AgreementEntity } from '@accord/api/agreements/agreement.entity.js';
import type { DraftAgreementInput } from '@accord/api/agreements/agreement.input.js';
import { Calendars } from '@accord/api/agreements/calendars/calendars.js';
import { ServiceCalendarEntity } from '@accord/api/agreements/calendars/service-calendar.entity.js';
import { CommitmentEntity } from '@accord/api/agreements/commitment.entity.js';
import type { CommitmentTermsInput } from '@accord/api/agreements/commitment.input.js';
import { agreementsBy } from '@accord/api/demo/builders/agreements.js';
import { termsOf } from '@accord/api/demo/builders/terms.js';
import {
  type AgreementKind,
  type CalendarHours,
  type RecordTerms,
  type RemedyTerms,
  usualRemedy,
} from '@accord/domain';
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
  /** How its credits are combined, capped and claimed, where that is not as usual. */
  remedy?: Partial<RemedyTerms>;
  /** Who measures for the record, where that is not us alone. */
  record?: RecordTerms;
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

  const shared = agreementsBy({
    get: api.get,
    proposer: async () => (await acts())[0]!,
    decider: async () => (await acts())[1]!,
  });

  const inputsOf = async (terms: readonly GivenTerms[]): Promise<CommitmentTermsInput[]> => {
    const inputs: CommitmentTermsInput[] = [];
    for (const row of terms) inputs.push(await given.termsInput(row));
    return inputs;
  };

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
      return termsOf({ ...differing, serviceId: differing.serviceId ?? (await parents.service()).id });
    },

    /** An agreement whose first version is a draft. */
    async draftAgreement({
      terms = [{}],
      kind = 'sla' as AgreementKind,
      remedy,
      record,
      ...differing
    }: GivenAgreement = {}) {
      const n = ++made;
      const agreement = {
        name: `Agreement ${n}`,
        slug: `agreement-${n}`,
        kind,
        providerId: differing.providerId ?? (await providerFor(kind)),
        timeZone: 'Etc/UTC',
        currency: 'EUR',
        effectiveFrom: '2026-01-01',
        ...differing,
      };
      const texts = { ...record, ...(remedy && { remedy: { ...usualRemedy('uc')!, ...remedy } }) };
      return shared.draft(agreement, await inputsOf(terms), texts as Parameters<typeof shared.draft>[2]);
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
    inForce: shared.inForce,

    /** A draft that copies the newest version, its terms changed. */
    async nextVersion(
      agreement: AgreementEntity,
      effectiveFrom: string,
      terms: GivenTerms[] = [],
    ): Promise<AgreementVersionEntity> {
      return shared.nextDraft(agreement, effectiveFrom, await inputsOf(terms));
    },
  };
  return given;
}
