import type { EmptyAccord } from './empty-accord.js';

/** A commitment by what the proofs choose; the rest is the same for all. */
export interface Promised {
  serviceId: string;
  slug: string;
  indicator: object;
  calendarId: string;
}

/** A provider's service, proposed in the catalog. */
export async function service({ ada }: EmptyAccord, slug: string): Promise<string> {
  const { service } = await ada.change(
    'proposeService',
    'ProposeServiceInput',
    {
      name: slug,
      slug,
      outcome: 'It works.',
      description: 'For the proof.',
      synonyms: [],
      lineOfService: 'SOFTWARE_SUPPORT',
    },
    'service { id }',
  );
  return service.id;
}

/** Monday to Friday, the same hours, no holidays. */
export async function calendar({ ada }: EmptyAccord, hours: { from: string; to: string }): Promise<string> {
  const weekly = ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => ({ day, hours: [hours] }));
  const { calendar } = await ada.change(
    'addCalendar',
    'AddCalendarInput',
    {
      name: 'Working hours',
      slug: 'working-hours',
      timeZone: 'Etc/UTC',
      effectiveFrom: '1970-01-01',
      hours: { weekly, holidays: [], overrides: [], breaks: [] },
    },
    'calendar { id }',
  );
  return calendar.id;
}

/** An SLA that one person proposes and another one approves, from a first day to a last one. */
export async function agreement(
  { ada, ben }: EmptyAccord,
  { slug, from, to, promises }: { slug: string; from: string; to: string; promises: Promised[] },
): Promise<void> {
  const { agreement } = await ada.change(
    'draftAgreement',
    'DraftAgreementInput',
    { name: slug, slug, kind: 'SLA', timeZone: 'Etc/UTC', currency: 'EUR', effectiveFrom: from },
    'agreement { id versions { id } }',
  );
  const versionId = agreement.versions[0].id;
  for (const promise of promises) {
    const input = {
      ...promise,
      name: promise.slug,
      target: '95',
      comparator: 'AT_LEAST',
      window: 'MONTH',
      missingData: 'IGNORE',
      coverageFloor: '0',
      providerOwesData: false,
      excludedTime: 'REMOVED',
    };
    const put = `mutation($versionId: ID!, $input: CommitmentTermsInput!) {
      putCommitment(versionId: $versionId, input: $input) { errors { field message } } }`;
    const { putCommitment } = await ada.ask(put, { versionId, input });
    if (putCommitment.errors.length > 0) throw new Error(JSON.stringify(putCommitment.errors));
  }
  await ada.act('proposeAgreementVersion', { id: versionId });
  await ben.act('approveAgreementVersion', { id: versionId });
  const end =
    'mutation($id: ID!, $on: Date!) { proposeAgreementEnd(id: $id, on: $on, reason: "Proof.") { errors { message } } }';
  await ada.ask(end, { id: agreement.id, on: to });
  await ben.act('approveAgreementEnd', { id: agreement.id });
}
