import { AgreementVersions } from '../../agreements/agreement-versions.js';
import type { AgreementVersionEntity } from '../../agreements/agreement-version.entity.js';
import { Agreements } from '../../agreements/agreements.js';
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
    ...AGREEMENTS.flatMap((agreement, i) => [
      {
        at: new Date(months.at((agreement.from ?? 1) - 1, 14 + (i % 4), '09:00').getTime() + i * 300_000),
        step,
        effort: 4,
        play: () => makeAgreement(stage, agreement),
      },
      ...(agreement.until === undefined
        ? []
        : [{ at: months.at(agreement.until, 20, '11:00'), step, play: () => endAgreement(stage, agreement) }]),
    ]),
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
async function makeAgreement(stage: Stage, agreement: DemoAgreement): Promise<void> {
  const {
    slug,
    name,
    kind,
    provider,
    customer,
    monthlyCharge,
    from = 1,
    terms,
    claimText,
    capText,
    exclusionsText,
  } = agreement;
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
    { claimText, capText, exclusionsText },
  );
  await made.inForce(version);
  stage.made('agreement', slug, drafted);
  const commitments = await stage.get(Database).read.findBy(CommitmentEntity, { agreementId: drafted.id });
  for (const row of terms) {
    const serviceId = stage.id('service', row.service);
    const commitment = commitments.find((other) => other.serviceId === serviceId && other.slug === row.slug)!;
    stage.made('commitment', `${row.service}/${row.slug}`, commitment);
  }
}

function inputOf(stage: Stage, { service, calendar = 'always', ...terms }: DemoTerms) {
  const calendarId = calendar === 'always' ? ALWAYS_OPEN_ID : stage.id('calendar', calendar);
  return termsOf({ serviceId: stage.id('service', service), calendarId, ...terms });
}

async function endAgreement(stage: Stage, { slug, until }: DemoAgreement): Promise<void> {
  const reason = 'The service is retired.';
  await stage
    .get(Agreements)
    .end(await stage.act('mara'), stage.id('agreement', slug), stage.months.day(until!, 31), reason);
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
  return [
    {
      at: months.at(6, 12, '10:00'),
      step,
      play: async () =>
        stage
          .agreementsOf('mara', 'ruth')
          .inForce(await next('online-store', months.day(7, 1), [STRICTER_STORE], 'mara')),
    },
    {
      at: months.at(10, 9, '15:30'),
      step,
      play: async () => {
        const { id } = await next('managed-laptop', months.day(12, 1), [], 'mara');
        await stage.get(AgreementVersions).change(await stage.act('mara'), id, { monthlyCharge: '91000.00' });
        await stage.get(AgreementVersions).propose(await stage.act('mara'), id);
        return stage
          .get(AgreementVersions)
          .refuse(await stage.act('ruth'), id, 'Finance has not agreed to the lower price.');
      },
    },
    {
      at: months.at(12, 19, '16:00'),
      step,
      play: async () => {
        const { id } = await next('varnquist-lines', nextMonth, [BETTER_LINES], 'hugo');
        return stage.get(AgreementVersions).propose(await stage.act('hugo'), id);
      },
    },
    {
      at: months.at(12, 22, '11:20'),
      step,
      play: () => next('email-and-calendar', nextMonth, [{ ...email[1]!, target: '92' }], 'mara'),
    },
  ];
}
