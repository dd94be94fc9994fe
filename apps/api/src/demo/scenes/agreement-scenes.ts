import { AgreementVersions } from '../../agreements/agreement-versions.js';
import type { AgreementVersionEntity } from '../../agreements/agreement-version.entity.js';
import { AgreementEnds } from '../../agreements/agreement-ends.js';
import { Calendars } from '../../agreements/calendars/calendars.js';
import { CommitmentEntity } from '../../agreements/commitment.entity.js';
import { Database } from '../../platform/database/database.js';
import { ALWAYS_OPEN_ID, termsOf } from '../builders/terms.js';
import type { DemoAgreement, DemoTerms } from '../content/agreement.js';
import { STRICTER_STORE } from '../content/agreements-customers.js';
import { BETTER_LINES } from '../content/agreements-providers.js';
import { AGREEMENTS } from '../content/agreements.js';
import { CALENDARS, hoursOf } from '../content/calendars.js';
import { ENTERPRISE } from '../content/enterprise.js';
import { plusDays } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

const step = 'Agreements';

/** What is promised, to whom, in which hours. */
export function agreementScenes(stage: Stage): Scene[] {
  const { months } = stage;
  return [
    { at: months.at(0, 13, '10:00'), step: 'Calendars', play: () => addCalendars(stage) },
    ...AGREEMENTS.flatMap((agreement, i) => agreementLife(stage, agreement, i)),
    ...versionScenes(stage),
  ];
}

async function addCalendars(stage: Stage): Promise<void> {
  const { months } = stage;
  for (const calendar of CALENDARS) {
    const { slug, name, timeZone } = calendar;
    const hours = hoursOf(calendar, ...months.years());
    const added = await stage.get(Calendars).add(await stage.act('mara'), {
      slug,
      name,
      timeZone,
      effectiveFrom: months.day(0, 1),
      hours: structuredClone(hours) as never,
    });
    stage.made('calendar', slug, added);
  }
}

/** Customers' agreements are written by the service manager, providers' by the vendor manager; the BT office approves. */
function agreementLife(stage: Stage, agreement: DemoAgreement, place: number): Scene[] {
  const { months } = stage;
  const { kind, from = 1, until } = agreement;
  const made = stage.agreementsOf(kind === 'sla' ? 'mara' : 'hugo', 'ruth');
  const later = (day: number, time: string) => new Date(months.at(from - 1, day, time).getTime() + place * 240_000);
  let version: { id: string };
  const draft = async () => {
    version = await draftAgreement(stage, agreement);
    return made.proposed(version);
  };
  return [
    { at: later(14 + (place % 4), '09:00'), step, effort: 3, play: draft },
    { at: later(19 + (place % 3), '13:00'), step, effort: 2, play: () => made.approved(version) },
    ...(until ? [{ at: months.at(until, 20, '11:00'), step, play: () => endAgreement(stage, agreement) }] : []),
  ];
}

async function draftAgreement(stage: Stage, agreement: DemoAgreement): Promise<{ id: string }> {
  const { slug, name, kind, provider, customer, monthlyCharge, from = 1, terms } = agreement;
  const { claimText, capText, exclusionsText, remedy, record } = agreement;
  const made = stage.agreementsOf(kind === 'sla' ? 'mara' : 'hugo', 'ruth');
  const { agreement: drafted, version } = await made.draft(
    {
      slug,
      name,
      kind,
      providerId: provider ? stage.id('provider', provider) : null,
      customerId: customer ? stage.id('unit', customer) : null,
      timeZone: agreement.timeZone ?? ENTERPRISE.timeZone,
      currency: agreement.currency ?? ENTERPRISE.currency,
      effectiveFrom: stage.months.day(from, 1),
      monthlyCharge: monthlyCharge ?? null,
    },
    terms.map((row) => inputOf(stage, row)),
    { claimText, capText, exclusionsText, ...(remedy && { remedy }), ...record },
  );
  stage.made('agreement', slug, drafted);
  const commitments = await stage.get(Database).read.findBy(CommitmentEntity, { agreementId: drafted.id });
  for (const row of terms) {
    const serviceId = stage.id('service', row.service);
    const commitment = commitments.find((other) => other.serviceId === serviceId && other.slug === row.slug)!;
    stage.made('commitment', `${row.service}/${row.slug}`, commitment);
  }
  return version;
}

function inputOf(stage: Stage, { service, calendar = 'always', ...terms }: DemoTerms) {
  const calendarId = calendar === 'always' ? ALWAYS_OPEN_ID : stage.id('calendar', calendar);
  return termsOf({ serviceId: stage.id('service', service), calendarId, ...terms });
}

async function endAgreement(stage: Stage, { slug, until }: DemoAgreement): Promise<void> {
  const [id, ends] = [stage.id('agreement', slug), stage.get(AgreementEnds)];
  await ends.propose(await stage.act('mara'), id, stage.months.day(until!, 31), 'The service is retired.');
  await ends.approve(await stage.act('ruth'), id);
}

/** One promise became stricter, one is about to, one is only an idea, and one was not wanted. */
function versionScenes(stage: Stage): Scene[] {
  const { months } = stage;
  const next = (sla: string, from: string, terms: DemoTerms[], by: 'mara' | 'hugo'): Promise<AgreementVersionEntity> =>
    stage.agreementsOf(by, 'ruth').nextDraft(
      { id: stage.id('agreement', sla) },
      from,
      terms.map((row) => inputOf(stage, row)),
    );
  const nextMonth = plusDays(months.day(13, 31), 1);
  const email = AGREEMENTS.find(({ slug }) => slug === 'email-and-calendar')!.terms;
  const versions = stage.get(AgreementVersions);
  let store: { id: string };
  let laptop: { id: string };
  return [
    {
      at: months.at(6, 12, '10:00'),
      step,
      play: async () => {
        store = await next('online-store', months.day(7, 1), [STRICTER_STORE], 'mara');
        return versions.propose(await stage.act('mara'), store.id);
      },
    },
    { at: months.at(6, 13, '15:10'), step, play: async () => versions.approve(await stage.act('ruth'), store.id) },
    {
      at: months.at(10, 9, '15:30'),
      step,
      play: async () => {
        laptop = await next('managed-laptop', months.day(12, 1), [], 'mara');
        await versions.change(await stage.act('mara'), laptop.id, { monthlyCharge: '91000.00' });
        return versions.propose(await stage.act('mara'), laptop.id);
      },
    },
    {
      at: months.at(10, 11, '09:45'),
      step,
      play: async () =>
        versions.refuse(await stage.act('ruth'), laptop.id, 'Finance has not agreed to the lower price.'),
    },
    {
      at: months.at(12, 19, '16:00'),
      step,
      play: async () => {
        const { id } = await next('varnquist-lines', nextMonth, [BETTER_LINES], 'hugo');
        return versions.propose(await stage.act('hugo'), id);
      },
    },
    {
      at: months.at(12, 22, '11:20'),
      step,
      play: () => next('email-and-calendar', nextMonth, [{ ...email[1]!, target: '92' }], 'mara'),
    },
  ];
}
