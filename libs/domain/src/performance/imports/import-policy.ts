import { DomainError } from '../../domain-error.js';
import {
  covers,
  holdsEverywhere,
  holdsSomewhere,
  reachOf,
  type Reach,
  type Role,
  type Viewer,
} from '../../people/viewer.js';

/** What profiles understand. */
export const MEASURED_KINDS = ['tickets', 'probes', 'counts', 'values', 'outages', 'answers'] as const;
export type MeasuredKind = (typeof MEASURED_KINDS)[number];
export const IMPORT_KINDS = [...MEASURED_KINDS, 'agreements'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What an import is about; `serviceId` where every row belongs to one service. */
export interface ImportScope {
  readonly kind: ImportKind;
  readonly serviceId: string | null;
}

const MEASUREMENTS: readonly Role[] = ['serviceManager'];
const AGREEMENTS: readonly Role[] = ['vendorManager', 'btOffice'];

/**
 * Measurements are brought in by a service manager: of everything, or of the one service to which all rows belong.
 * Agreements are brought in by vendor management or the BT office.
 */
export function canImport(viewer: Viewer, { kind, serviceId }: ImportScope): boolean {
  if (kind === 'agreements') return holdsEverywhere(viewer, AGREEMENTS);
  return covers(reachOf(viewer, MEASUREMENTS, 'service'), serviceId) || holdsEverywhere(viewer, MEASUREMENTS);
}

export function canImportSomething(viewer: Viewer): boolean {
  const reach = reachOf(viewer, MEASUREMENTS, 'service');
  return reach === 'all' || reach.length > 0 || holdsEverywhere(viewer, AGREEMENTS);
}

/** Files are imported, or show why time does not count: whoever may do one or the other may send them. */
export function canUpload(viewer: Viewer): boolean {
  return canImportSomething(viewer) || holdsSomewhere(viewer, ['serviceManager', 'serviceOwner']);
}

/** Profiles decide what the rows of a source mean for every service, so they belong to organisation-wide managers. */
export function canSaveImportProfile(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, MEASUREMENTS);
}

/** Services whose imports the viewer sees, besides those that the viewer started; auditors see all. */
export function importsReach(viewer: Viewer): Reach {
  return holdsEverywhere(viewer, ['auditor']) ? 'all' : reachOf(viewer, MEASUREMENTS, 'service');
}

/** @throws {DomainError} When the viewer may not bring in this. */
export function assertCanImport(viewer: Viewer, scope: ImportScope): void {
  if (canImport(viewer, scope)) return;
  if (canImportSomething(viewer) && scope.kind !== 'agreements') {
    throw new DomainError(
      'FORBIDDEN',
      'You may import for your own services only: name the one that all rows belong to.',
      ['serviceId'],
    );
  }
  throw new DomainError('FORBIDDEN', `You may not import ${scope.kind}.`);
}

/**
 * Whoever manages some services must not reach the tickets of others by bringing in a newer state of them.
 *
 * @param source Name of the source that the rows are to belong to.
 * @param services Services of which it brought tickets so far.
 * @throws {DomainError} When one of them is not the viewer's.
 */
export function assertSourceWithinReach(viewer: Viewer, source: string, services: readonly string[]): void {
  const reach = reachOf(viewer, MEASUREMENTS, 'service');
  if (services.every((id) => covers(reach, id))) return;
  throw new DomainError(
    'FOREIGN_SOURCE',
    `${source} brings tickets of services that are not yours; give your source a name of its own.`,
    ['sourceName'],
  );
}

/** @throws {DomainError} When the viewer may not import anything. */
export function assertCanImportSomething(viewer: Viewer): void {
  if (!canImportSomething(viewer)) throw new DomainError('FORBIDDEN', 'You may not import.');
}

/** @throws {DomainError} When the viewer may not send files. */
export function assertCanUpload(viewer: Viewer): void {
  if (!canUpload(viewer)) throw new DomainError('FORBIDDEN', 'You may not send files.');
}

/** @throws {DomainError} When the viewer does not manage every service. */
export function assertCanSaveImportProfile(viewer: Viewer): void {
  if (!canSaveImportProfile(viewer))
    throw new DomainError('FORBIDDEN', 'Only a service manager of every service may save import profiles.');
}
