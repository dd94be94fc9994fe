import { Calendars } from '@accord/api/agreements/calendars/calendars.js';
import { AgreementEnds } from '@accord/api/agreements/agreement-ends.js';
import { AgreementVersions } from '@accord/api/agreements/agreement-versions.js';
import { Pulls } from '@accord/api/performance/sources/pulls.js';
import type { DraftAgreementInput } from '@accord/api/agreements/agreement.input.js';
import { FigureAudits } from '@accord/api/performance/records/figure-audits.js';
import { ProviderFigures } from '@accord/api/performance/records/provider-figures.js';
import { uuidv7 } from '@accord/api/platform/uuid.js';
import { RewardMeasureEntity } from '@accord/api/rewards/plans/reward-measure.entity.js';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { startStory } from '../../builders/index.js';
import type { SignedInPerson } from '../../builders/people.js';
import { temporaryFolder } from '../../platform/server-process.js';
import { documentOf } from '../permission-table/call.js';
import { nouns } from '../permission-table/rows.js';

const { api, given } = await startStory([], { ACCORD_DATA_DIR: temporaryFolder() });
const { schema } = api.get(GraphQLSchemaHost);

/** A service whose figures of the last quarter of 2025 pay Ada, and that somebody owns; all manage everything. */
const place = await given.rewardPlace();
const { service, members } = place;
const [commitment] = place.commitments;
const provider = await given.provider();
const owner = await given.person({ name: 'Owner' });
const [payee] = members;
const contact = await given.contactOf(provider);
await api.dataSource.query('UPDATE service SET owner_id = $1 WHERE id = $2', [owner.id, service.id]);
for (const person of [owner, payee!, contact])
  for (const role of ['serviceManager', 'btOffice', 'vendorManager'] as const) await given.role(person, role);
const interested = { owner, payee: payee!, contact };
type Interested = keyof typeof interested;

const nobody = await given.person({ roles: ['btOffice', 'serviceManager'] });
const another = await given.person({ roles: ['btOffice', 'serviceManager'] });
const proposer = (who: Interested) => given.act(who === 'owner' ? owner : nobody);
const measured = { owner: 'MEASURED_BY_IT', payee: 'MEASURED_BY_IT', contact: 'MEASURED_BY_IT' };
/** Of two who decide the owner may be one: the owner is asked about what the owner proposed. */
const second = { owner: 'SECOND_PERSON_NEEDED', payee: 'SECOND_PERSON_NEEDED', contact: 'PROVIDER_CONTACT' };

let made = 0;
/** An hour of last December that nothing else was recorded for. */
function hour() {
  const from = Date.UTC(2025, 11, 1, ++made);
  const [at, to] = [from, from + 3_600_000].map((ms) => new Date(ms).toISOString()) as [string, string];
  return { from: at, to };
}
const HOURS = {
  weekly: [{ day: 'mon', hours: [{ from: '10:00', to: '18:00' }] }],
  holidays: [],
  overrides: [],
  breaks: [],
};
const because = { reason: 'Because.' };

async function outage() {
  const { from, to } = hour();
  return { id: (await given.outage(service, from, to)).id };
}

async function exclusion() {
  const { from, to } = hour();
  return { id: (await given.exclusion(commitment!, from, to)).id };
}

/** What the provider measured of a closed month that pays Ada. */
async function statedFigure() {
  const { id: commitmentId } = await promised(undefined, { kind: 'uc', providerId: provider.id });
  await given.closed('2025-11', { id: commitmentId });
  const { id: resultId } = await given.resultOf({ id: commitmentId }, '2025-11');
  return { resultId, id: await api.get(ProviderFigures).state(await given.act(nobody), { resultId, figure: '99.95' }) };
}

/** What an audit found of it once it was settled. */
async function figureAudit() {
  const { id, resultId } = await statedFigure();
  await api.get(ProviderFigures).agree(await given.act(another), id, 'provider');
  const found = { figure: '99.99', report: 'Audit 7', reason: 'The cut was shorter.' };
  return { id: await api.get(FigureAudits).propose(await given.act(nobody), { resultId, ...found }) };
}

/** A commitment that pays Ada too, so that its agreement and its calendar concern her. */
async function promised(calendarId?: string, agreement: Partial<DraftAgreementInput> = {}) {
  const slug = `interest-${++made}`;
  const more = await given.commitment(
    { serviceId: service.id, slug, name: slug, credit: null, ...(calendarId && { calendarId }) },
    { effectiveFrom: '2025-10-01', ...agreement },
  );
  const measure = { versionId: place.version.id, commitmentId: more.id, position: 100 + made };
  const scale = { weight: '1', floor: '0', target: '100' };
  await api.dataSource.manager.insert(RewardMeasureEntity, { id: uuidv7(), ...measure, ...scale });
  return more;
}

/** By somebody without an interest. */
async function pulled() {
  return api.get(Pulls).add(await given.act(nobody), {
    ...{ sourceName: `Monitor ${++made}`, serviceId: service.id, series: null, everyMinutes: 5, authorization: null },
    ...{ address: 'https://10.0.0.1', asked: { kind: 'prometheusUp', up: 'up', stepSeconds: 60 } },
    since: new Date('2026-03-01T00:00:00Z'),
  });
}

async function otherHours(who: Interested) {
  const { id: calendarId } = await given.calendar();
  await promised(calendarId);
  const input = { effectiveFrom: '2026-05-01', hours: HOURS, ...because };
  return (await api.get(Calendars).change(await proposer(who), calendarId, input)).change!.id;
}

async function proposedVersion(who: Interested) {
  const { agreementId } = await promised();
  const versions = api.get(AgreementVersions);
  const { id } = await versions.draft(await proposer(who), agreementId, '2026-05-01');
  await versions.propose(await proposer(who), id);
  return id;
}

const NO_FIGURE = 'changes no figure';
const DRAFT = 'a draft promises nothing';
const STAYS = 'what was promised and counted stays as it is';
const WAITS = 'waits for a second person';
const CATALOG = 'what is offered, not what is measured';
const PERSON = 'about a person, not about a figure';
const VIEW = 'how somebody looks at a screen';
const ROLE = 'nobody gets a role, nor loses one, without a second person';
const ASKED_THERE = 'who is paid is refused, as the story of stakes tells';
const OWN_SESSION = 'changes only how one signs in or what one is told';

/**
 * Every act on what is measured and promised: who with an interest is refused, and how; or why one person alone betters
 * no figure by it. Whoever adds a mutation sorts it in here.
 */
const acts: Record<string, string | { codes: Record<Interested, string>; of: (who: Interested) => Promise<object> }> = {
  recordOutage: 'more downtime is no better figure',
  changeOutage: {
    codes: measured,
    of: async () => {
      const { from, to } = hour();
      const { id } = await given.outage(service, from, to);
      return { id, input: { to: new Date(Date.parse(from) + 60_000).toISOString(), reason: 'Shorter.' } };
    },
  },
  endOutage: { codes: measured, of: async () => ({ ...(await outage()), ...because }) },
  recordCounts: {
    codes: measured,
    of: async () => ({
      input: { serviceId: service.id, series: commitment!.series, ...hour(), good: 1_000_000, total: 1_000_000 },
    }),
  },
  announceMaintenance: {
    codes: measured,
    of: async () => {
      const [from, to] = ['2026-06-01T00:00:00Z', '2026-06-02T00:00:00Z'];
      return { input: { serviceId: service.id, from, to, description: 'New disks.' } };
    },
  },
  importMaintenances: 'events of the service are refused one by one, as those announced by hand',
  cancelMaintenance: {
    codes: measured,
    of: async () => {
      const { from, to } = hour();
      return { id: (await given.maintenance(service, from, to)).id, ...because };
    },
  },
  nameHolder: NO_FIGURE,
  annotateCommitment: NO_FIGURE,
  endAnnotation: NO_FIGURE,
  proposeExclusion: WAITS,
  approveExclusion: { codes: { ...second }, of: exclusion },
  refuseExclusion: { codes: { ...second }, of: async () => ({ ...(await exclusion()), ...because }) },
  withdrawExclusion: STAYS,
  closePeriod: {
    codes: measured,
    of: async () => ({ period: '2025-11', commitmentIds: [(await promised()).id] }),
  },
  changeUsualClosing: 'every period closes by what is known, whoever says when',
  restateResult: {
    codes: measured,
    of: async () => {
      const { id } = await given.resultOf(commitment!, '2025-Q4');
      const { from, to } = hour();
      await given.counts(service, commitment!.series, from, to, 100, 100);
      return { id, ...because };
    },
  },

  addPull: {
    codes: measured,
    of: async () => ({
      input: {
        ...{ sourceName: 'Own', serviceId: service.id, address: 'https://10.0.0.1', everyMinutes: 5 },
        ...{ asked: { prometheusUp: { up: 'vector(1)', stepSeconds: 60 } }, since: '2026-03-01T00:00:00Z' },
      },
    }),
  },
  changePull: {
    codes: measured,
    of: async () => ({ id: (await pulled()).id, version: 1, input: { everyMinutes: 60 } }),
  },
  tryPull: 'stores nothing',
  expectSource: 'decides when somebody is told, and no figure',

  stateProviderFigure: 'counts only once another person agrees',
  objectToFigure: 'keeps what was measured',
  agreeToFigure: {
    codes: { ...measured, contact: 'FORBIDDEN' },
    of: async () => ({ id: (await statedFigure()).id, figure: 'PROVIDER' }),
  },
  proposeFigureAudit: WAITS,
  withdrawFigureAudit: STAYS,
  confirmFigureAudit: { codes: { ...measured, contact: 'FORBIDDEN' }, of: figureAudit },
  refuseFigureAudit: {
    codes: { ...measured, contact: 'FORBIDDEN' },
    of: async () => ({ ...(await figureAudit()), ...because }),
  },

  saveImportProfile: 'another person imports by it',
  startImport: 'rows about the service are refused, see below',
  resumeImport: 'as startImport',

  addCalendar: 'nothing is promised by it yet',
  changeCalendar: WAITS,
  approveCalendarChange: { codes: second, of: async (who) => ({ id: await otherHours(who) }) },
  refuseCalendarChange: STAYS,
  draftAgreement: DRAFT,
  draftAgreementVersion: DRAFT,
  changeAgreementVersion: DRAFT,
  putCommitment: DRAFT,
  removeCommitment: DRAFT,
  proposeAgreementVersion: WAITS,
  approveAgreementVersion: { codes: second, of: async (who) => ({ id: await proposedVersion(who) }) },
  approveAgreementVersions: { codes: second, of: async (who) => ({ ids: [await proposedVersion(who)] }) },
  refuseAgreementVersion: STAYS,
  proposeAgreementEnd: WAITS,
  approveAgreementEnd: {
    codes: second,
    of: async (who) => {
      const { agreementId: id } = await promised();
      await api.get(AgreementEnds).propose(await proposer(who), id, '2026-12-31', 'Because.');
      return { id };
    },
  },
  refuseAgreementEnd: STAYS,

  proposeScorecard: WAITS,
  approveScorecard: 'another one than who proposed it, and none of the provider, as its stories tell',
  refuseScorecard: STAYS,
  planReview: NO_FIGURE,
  cancelReview: NO_FIGURE,
  freezePack: NO_FIGURE,
  commentOnReview: NO_FIGURE,
  holdReview: NO_FIGURE,
  recordReviewDecision: NO_FIGURE,
  closeReview: NO_FIGURE,
  addAction: NO_FIGURE,
  completeAction: NO_FIGURE,

  changeArchetype: CATALOG,
  proposeService: CATALOG,
  changeService: 'a former owner stays one for the days before, see below',
  saveView: VIEW,
  changeView: VIEW,
  removeView: VIEW,
  setDefaultView: VIEW,
  setFavourite: CATALOG,
  overrideArchetype: CATALOG,
  endArchetypeOverride: CATALOG,
  charterService: CATALOG,
  publishService: CATALOG,
  proposeRetirement: WAITS,
  decideRetirement: 'another one than who proposed it, as its stories tell',
  takeBackRetirement: STAYS,
  migrateSubscribers: CATALOG,
  draftServiceVersion: CATALOG,
  changeServiceDraft: CATALOG,
  importServiceDefinition: CATALOG,
  bringService: CATALOG,
  proposeServiceVersion: WAITS,
  withdrawServiceVersion: STAYS,
  publishServiceVersion: 'none of its writers, as its stories tell',

  signIn: OWN_SESSION,
  signInAsDemoPerson: OWN_SESSION,
  signOut: OWN_SESSION,
  signOutEverywhere: OWN_SESSION,
  setUpFirstAdministrator: 'before there is any figure',
  changePassword: OWN_SESSION,
  startEmpty: 'the demo, and before there is any figure',
  markNoticesRead: OWN_SESSION,
  changeNoticeSetting: OWN_SESSION,
  changeNoticeDigest: OWN_SESSION,
  makeAccessToken: 'a token may no more than its person',
  revokeAccessToken: OWN_SESSION,
  addPerson: PERSON,
  changePerson: PERSON,
  resetPassword: PERSON,
  endPerson: 'ends what is paid to them from then on, and moves no days that are over',
  proposeRole: ROLE,
  approveRole: ROLE,
  refuseRole: ROLE,
  endRole: ROLE,
  addBusinessUnit: PERSON,
  changeBusinessUnit: PERSON,
  endBusinessUnit: 'nothing may belong to it any more',
  addTeam: 'nobody is paid by it yet',
  endTeam: 'nothing may belong to it any more, a plan neither',
  addTeamMember: ASKED_THERE,
  endTeamMembership: ASKED_THERE,

  assignServiceTeam: ASKED_THERE,
  endServiceManagement: ASKED_THERE,

  setShare: ASKED_THERE,
  endShare: ASKED_THERE,
  addRewardPlan: 'nobody is paid by it before a version is approved',
  endRewardPlan: ASKED_THERE,
  proposeRewardPlanVersion: WAITS,
  approveRewardPlanVersion: ASKED_THERE,
  refuseRewardPlanVersion: STAYS,
  calculateReward: 'reckons by what is approved, and waits for a second person',
  approveRewardCalculation: ASKED_THERE,
  refuseRewardCalculation: 'nothing is paid by it',
  releaseRewardCalculation: ASKED_THERE,
};

it('looks at every act on what is measured, promised and reviewed, and on whom it pays', () => {
  const mutations = Object.keys(schema.getMutationType()!.getFields());
  const { performance, imports, sources, agreements, governance, catalog, people, rewards, orders } = nouns;
  const { assignServiceTeam, endServiceManagement } = orders!;
  const managements = { assignServiceTeam, endServiceManagement };
  const who = { ...catalog, ...people, ...rewards, ...managements };
  const rows = { ...performance, ...imports, ...sources, ...agreements, ...governance, ...who };

  expect(Object.keys(acts).sort()).toEqual(mutations.filter((name) => name in rows).sort());
});

const refused = Object.entries(acts).flatMap(([name, act]) => (typeof act === 'string' ? [] : [[name, act] as const]));

it.each(refused)('%s is for nobody who has an interest in the figure', async (name, { codes, of }) => {
  for (const [who, person] of Object.entries(interested) as [Interested, SignedInPerson][]) {
    const args = await of(who);
    const selection = name === 'approveAgreementVersions' ? 'approvals { errors { code } }' : 'errors { code }';
    const answer = (await api.as(person).run(documentOf(schema, name, args, selection), args))[name];
    const { errors } = answer.approvals?.[0] ?? answer;
    expect([who, ...errors.map(({ code }: { code: string }) => code)]).toEqual([who, codes[who]]);
  }
});

it('says beforehand who may decide on other hours', async () => {
  const id = await otherHours('payee');
  const mayApprove = async (who: SignedInPerson) =>
    (await api.as(who).run('{ calendars { proposedChange { id viewerCanApprove } } }')).calendars.find(
      ({ proposedChange }: { proposedChange: { id: string } | null }) => proposedChange?.id === id,
    ).proposedChange.viewerCanApprove;

  const second = await given.person({ roles: ['btOffice'] });
  expect(await Promise.all([second, nobody, payee!, contact].map(mayApprove))).toEqual([true, false, false, false]);
});

it('offers to close and to restate to nobody who is measured by the figure, wherever it is shown', async () => {
  const { id, slug } = await promised();
  await given.closed('2025-10', { id });
  const OFFERS = `query ($service: String!, $slug: String!, $of: [ID!]) {
    commitment(service: $service, slug: $slug) { slug results(from: "2025-10", to: "2025-11") { ...Offer } }
    commitments(filter: { serviceIds: $of }, until: "2025-11", periods: 2) { edges { node { slug results { ...Offer } } } }
    service(slug: $service) { commitments { slug results { ...Offer } } }
  }
  fragment Offer on PeriodResult { period viewerCanClose viewerCanRestate }`;
  interface Shown {
    slug: string;
    results: { period: string; viewerCanClose: boolean; viewerCanRestate: boolean }[];
  }
  interface Answer {
    commitment: Shown;
    commitments: { edges: { node: Shown }[] };
    service: { commitments: Shown[] };
  }
  const offers = async (who: SignedInPerson) => {
    const asked = { service: service.slug, slug, of: [service.id] };
    const { commitment: one, commitments, service: its } = await api.as(who).run<Answer>(OFFERS, asked);
    return [one, ...commitments.edges.map(({ node }) => node), ...its.commitments]
      .filter((shown) => shown.slug === slug)
      .map(({ results }) => {
        const offer = (month: string) => results.find(({ period }) => period === month)!;
        return [offer('2025-11').viewerCanClose, offer('2025-10').viewerCanRestate];
      });
  };

  const all = (offered: boolean) => [1, 2, 3].map(() => [offered, offered]);
  expect(await offers(nobody)).toEqual(all(true));
  for (const who of Object.values(interested)) expect(await offers(who)).toEqual(all(false));
});

const OWN = 'is about a service that you own, are paid by, or speak for: another service manager has to import it';

it('imports nothing of the service for them, and everything else', async () => {
  const other = await given.service();
  const [manager] = await given.serviceManagers();
  const definition = JSON.parse(
    (await api.as(manager!).run('{ importProfiles { slug definition } }')).importProfiles.find(
      ({ slug }: { slug: string }) => slug === 'servicenow-incident-log',
    ).definition,
  );
  const bySlug = { ...definition, service: { column: 'category' } };
  const input = { slug: 'by-slug', name: 'By slug', kind: 'TICKETS', definition: JSON.stringify(bySlug) };
  const SAVE = `mutation ($input: SaveImportProfileInput!) { saveImportProfile(input: $input) { errors { message } } }`;
  expect((await api.as(manager!).run(SAVE, { input })).saveImportProfile.errors).toEqual([]);

  for (const [i, who] of [owner, payee!].entries()) {
    const log = given.eventLog([
      { number: `OWN${i}`, category: service.slug },
      { number: `OTHER${i}`, category: other.slug },
    ]);
    expect(await given.imported(who, log, { profile: 'by-slug', sourceName: `Desk ${i}` })).toMatchObject({
      state: 'DONE',
      rowsStored: 1,
      rowsRefused: 1,
      problems: [{ line: 2, column: null, value: null, reason: OWN }],
    });
  }
  const log = given.eventLog([{ number: 'INC1', category: other.slug }]);
  expect(await given.imported(contact, log, { profile: 'by-slug', sourceName: 'Desk 3' })).toMatchObject({
    errors: [{ code: 'NOTHING_UNDERSTOOD', message: expect.stringContaining('another service manager') }],
  });
});

it('takes no ticket away from the service for them', async () => {
  const other = await given.service();
  const [manager] = await given.serviceManagers();
  const sourceName = 'The desk';
  await given.imported(manager!, given.eventLog([{ number: 'INC9' }]), { serviceId: service.id, sourceName });

  const moved = given.eventLog([{ number: 'INC9', sys_mod_count: 9, sys_updated_at: '3/3/2026 10:00' }]);
  expect(await given.imported(payee!, moved, { serviceId: other.id, sourceName })).toMatchObject({
    rowsStored: 0,
    rowsRefused: 1,
    problems: [{ reason: OWN }],
  });
});

it('stays theirs for the time before they handed the service on', async () => {
  const CHANGE = `mutation ($id: ID!, $input: ChangeServiceInput!) { changeService(id: $id, input: $input) { errors { message } } }`;
  const RECORD = `mutation ($input: RecordCountsInput!) { recordCounts(input: $input) { errors { code } } }`;
  const { version } = (await api.as(owner).run(`{ service(slug: "${service.slug}") { version } }`)).service;
  const input = { version, ownerId: nobody.id };
  expect((await api.as(owner).run(CHANGE, { id: service.id, input })).changeService.errors).toEqual([]);

  const counts = (time: object) => ({
    input: { serviceId: service.id, series: commitment!.series, ...time, good: 1, total: 1 },
  });
  expect((await api.as(owner).run(RECORD, counts(hour()))).recordCounts.errors).toEqual([{ code: 'MEASURED_BY_IT' }]);
});
