import {
  billReach,
  canConfirmSubstitutes,
  canManageWebhooks,
  canSeeBudget,
  canSeeOrder,
  canSeeProvider,
  canSeeServiceVersions,
  canSeeSubscription,
  covers,
  FINDING_NAMES,
  type FindingKind,
  reachBehind,
  reachOfResults,
  reachOfClaims,
  type ServicePlace,
  type SubscriptionParties,
  type Viewer,
} from '@accord/domain';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { visibleAgreements } from '../../agreements/visible-agreements.js';
import { visibleBundles } from '../../catalog/bundles/visible-bundles.js';
import { visibleServices } from '../../catalog/services/visible-services.js';
import { readDisputes } from '../../orders/charges/read-disputes.js';
import { colleagueOf } from '../../orders/colleague.js';
import { servicesOfFindings } from '../../performance/findings/finding-services.js';
import { ORDERS, type OrderRow } from '../../orders/order-rows.js';
import { COMMITMENTS, reached } from '../../performance/judged-commitments.js';
import { readableClaim } from '../../performance/claims/claim-reach.js';
import { Parameters } from '../../platform/database/parameters.js';

/** What a notice is about, as its reader may know it now. */
export interface NoticeSubject {
  id: string;
  name: string;
  /** Its page in the client. */
  path: string;
}

/** Somebody who reads, and when. */
export interface Reader {
  viewer: Viewer;
  at: Date;
}

/** Those of the ids that the reader may read now. */
type ReadSubjects = (manager: EntityManager, reader: Reader, ids: readonly string[]) => Promise<NoticeSubject[]>;

/** How each kind of subject is read. What is of no kind in here is shown to nobody. */
const SUBJECTS: Readonly<Record<string, ReadSubjects>> = {
  order: async (manager, reader, ids) => {
    const colleague = await colleagueOf(manager, reader);
    const rows: OrderRow[] = await manager.query(`${ORDERS} WHERE o.id = ANY ($1::uuid[])`, [ids]);
    return rows
      .filter((order) => canSeeOrder(colleague, order))
      .map(({ id, number }) => ({ id, name: `A-${number}`, path: `/orders/${id}` }));
  },
  service: (manager, { viewer }, ids) =>
    found(
      manager,
      viewer,
      ids,
      visibleServices,
      `SELECT s.id, s.name, '/catalog/' || s.slug AS path FROM service s`,
      's',
    ),
  bundle: (manager, { viewer }, ids) =>
    found(
      manager,
      viewer,
      ids,
      visibleBundles,
      `SELECT b.id, b.name, '/catalog/bundles/' || b.slug AS path FROM bundle b`,
      'b',
    ),
  retirement: async (manager, { viewer }, ids) => {
    const rows: (NoticeSubject & ServicePlace & { retirementId: string })[] = await manager.query(
      `SELECT r.id AS "retirementId", coalesce(s.name || ', ' || p.name, s.name) AS name, '/manage/retirements/' || r.id AS path,
         s.id, s.lifecycle, s.owner_id AS "ownerId", s.unit_id AS "unitId", s.provider_id AS "providerId"
       FROM retirement r JOIN service s ON s.id = r.service_id LEFT JOIN plan p ON p.id = r.plan_id
       WHERE r.id = ANY ($1::uuid[])`,
      [ids],
    );
    return rows
      .filter((service) => canSeeServiceVersions(viewer, service))
      .map(({ retirementId: id, name, path }) => ({ id, name, path }));
  },
  agreement: (manager, { viewer }, ids) =>
    found(
      manager,
      viewer,
      ids,
      visibleAgreements,
      `SELECT a.id, a.name, '/agreements/' || a.slug AS path FROM agreement a`,
      'a',
    ),
  finding: async (manager, { viewer }, ids) => {
    const parameters = new Parameters();
    const services = servicesOfFindings(reachBehind(viewer), parameters);
    const rows: (Omit<NoticeSubject, 'name'> & { kind: FindingKind })[] = await manager.query(
      `SELECT f.id, f.kind,
         '/commitments/findings?kind=' || upper(regexp_replace(f.kind, '([A-Z])', '_\\1', 'g')) AS path
       FROM finding f WHERE f.id = ANY (${parameters.add(ids)}::uuid[])
         AND EXISTS (SELECT ${services} AND fs.finding_id = f.id)`,
      parameters.values,
    );
    return rows.map(({ id, kind, path }) => ({ id, name: FINDING_NAMES[kind], path }));
  },
  commitment: (manager, { viewer }, ids) => {
    const parameters = new Parameters();
    const among = `c.id = ANY (${parameters.add(ids)}::uuid[])`;
    return manager.query(
      `SELECT c.id, s.name || ': ' || c.name AS name, '/commitments/' || s.slug || '/' || c.slug AS path
       FROM ${COMMITMENTS} WHERE ${among} AND ${reached(reachOfResults(viewer), parameters)}`,
      parameters.values,
    );
  },
  exclusion: (manager, { viewer }, ids) => {
    const parameters = new Parameters();
    const among = `e.id = ANY (${parameters.add(ids)}::uuid[])`;
    return manager.query(
      `SELECT e.id, s.name || ': ' || c.name AS name, '/commitments/exclusions' AS path
       FROM exclusion e JOIN (${COMMITMENTS}) ON c.id = e.commitment_id
       WHERE ${among} AND ${reached(reachBehind(viewer), parameters)}`,
      parameters.values,
    );
  },
  claim: (manager, { viewer }, ids) =>
    found(
      manager,
      viewer,
      ids,
      (reader, parameters) => readableClaim(reachOfClaims(reader), parameters),
      `SELECT m.id, a.name, '/claims/' || m.id AS path FROM claim m JOIN agreement a ON a.id = m.agreement_id`,
      'm',
    ),
  provider: async (manager, { viewer }, ids) => {
    const seen = ids.filter((id) => canSeeProvider(viewer, id));
    return manager.query(`SELECT id, name, '/providers/' || slug AS path FROM provider WHERE id = ANY ($1::uuid[])`, [
      seen,
    ]);
  },
  budget: async (manager, { viewer }, ids) => {
    const rows: (NoticeSubject & { unitId: string })[] = await manager.query(
      `SELECT id, name, '/budgets/' || id AS path, unit_id AS "unitId" FROM budget WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return rows.filter(({ unitId }) => canSeeBudget(viewer, unitId));
  },
  subscription: async (manager, { viewer }, ids) => {
    const rows: (NoticeSubject & SubscriptionParties)[] = await manager.query(
      `SELECT b.id, s.name, '/my-services/' || b.id AS path, b.owner_id AS "ownerId", b.beneficiary_id AS "beneficiaryId",
         b.unit_id AS "unitId"
       FROM subscription b JOIN service s ON s.id = b.service_id WHERE b.id = ANY ($1::uuid[])`,
      [ids],
    );
    return rows.filter((row) => canSeeSubscription(viewer, row));
  },
  chargeRun: async (manager, { viewer }, ids) => {
    const { outsider, units } = billReach(viewer);
    const rows: (NoticeSubject & { unitIds: string[] })[] = await manager.query(
      `SELECT r.id, to_char(r.from_date, 'YYYY-MM') AS name, to_char(r.from_date, '"/bill/"YYYY-MM') AS path,
         ARRAY(SELECT DISTINCT l.unit_id FROM charge_line l WHERE l.run_id = r.id)::text[] AS "unitIds"
       FROM charge_run r WHERE r.id = ANY ($1::uuid[])`,
      [ids],
    );
    return rows.filter(({ unitIds }) => !outsider && unitIds.some((id) => covers(units, id)));
  },
  billFile: (manager, { viewer }, ids) =>
    manager.query(
      `SELECT id, month AS name, '/bill/' || month AS path FROM bill_file WHERE id = ANY ($1::uuid[]) AND person_id = $2`,
      [ids, viewer.personId],
    ),
  chargeDispute: (manager, { viewer }, ids) => readDisputes(manager, viewer, ids),
  approvalSubstitute: (manager, { viewer }, ids) =>
    manager.query(
      `SELECT s.id, p.name, '/settings/substitutes' AS path FROM approval_substitute s JOIN person p ON p.id = s.person_id
       WHERE s.id = ANY ($1::uuid[]) AND ($3 OR $2 IN (s.person_id, s.substitute_id, s.by_id))`,
      [ids, viewer.personId, canConfirmSubstitutes(viewer)],
    ),
  webhook: async (manager, { viewer }, ids) => {
    if (!canManageWebhooks(viewer)) return [];
    return manager.query(
      `SELECT id, slug AS name, '/admin/webhooks' AS path FROM webhook WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
  },
  accessToken: (manager, { viewer }, ids) =>
    manager.query(
      `SELECT id, name, '/settings/tokens' AS path FROM access_token WHERE id = ANY ($1::uuid[]) AND person_id = $2`,
      [ids, viewer.personId],
    ),
};

/** Whether anybody is ever shown a notice about a thing of the kind. */
export const isNoticeSubject = (type: string): boolean => Object.hasOwn(SUBJECTS, type);

/** What of the subjects the reader may read now, one statement or two a kind. */
export async function readSubjects(
  manager: EntityManager,
  reader: Reader,
  subjects: readonly { subjectType: string; subjectId: string }[],
): Promise<(NoticeSubject | null)[]> {
  const known = new Map<string, NoticeSubject>();
  for (const type of new Set(subjects.map(({ subjectType }) => subjectType))) {
    const ids = subjects.filter((one) => one.subjectType === type).map(({ subjectId }) => subjectId);
    const readable =
      (await SUBJECTS[type]?.(
        manager,
        reader,
        ids.filter((id) => isUUID(id)),
      )) ?? [];
    for (const subject of readable) known.set(`${type} ${subject.id}`, subject);
  }
  return subjects.map(({ subjectType, subjectId }) => known.get(`${subjectType} ${subjectId}`) ?? null);
}

function found(
  manager: EntityManager,
  viewer: Viewer,
  ids: readonly string[],
  visible: (viewer: Viewer, parameters: Parameters) => string,
  select: string,
  alias: string,
): Promise<NoticeSubject[]> {
  const parameters = new Parameters();
  const among = `${alias}.id = ANY (${parameters.add(ids)}::uuid[])`;
  return manager.query(`${select} WHERE ${among} AND ${visible(viewer, parameters)}`, parameters.values);
}
