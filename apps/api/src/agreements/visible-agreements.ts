import { type AgreementVisibility, type Viewer, visibilityOf } from '@accord/domain';
import { publishedTo } from '../catalog/services/entitled-services.js';
import type { Parameters } from '../platform/database/parameters.js';

/** Promises that a customer sees, on the rows of `agreement a` and `service s`; contracts are about services of any kind. */
export const promisedTo = (viewer: Viewer, parameters: Parameters): string =>
  `(a.kind <> 'sla' OR ${publishedTo(viewer, parameters)})`;

/** What `visibilityOf` says, as a condition on the rows of `agreement a`. */
export function visibleAgreements(viewer: Viewer, parameters: Parameters): string {
  const visibility = visibilityOf(viewer);
  const shown = [
    ...(visibility.promises ? [`(a.kind = 'sla' AND a.id IN (${agreementsOn(publishedTo(viewer, parameters))}))`] : []),
    ...among('a.provider_id', visibility.ownProviders, parameters),
  ];
  const inForce = `EXISTS (SELECT FROM agreement_version f WHERE f.agreement_id = a.id AND f.state = 'inForce')`;
  const inside = insideOf(visibility, parameters);
  return shown.length === 0 ? inside : `(${inside} OR (${anyOf(shown)} AND ${inForce}))`;
}

/** Agreements of which the viewer sees drafts and proposals too, as a condition on the rows of `agreement a`. */
export function insideAgreements(viewer: Viewer, parameters: Parameters): string {
  return insideOf(visibilityOf(viewer), parameters);
}

function insideOf({ everything, inScope, draftedBy }: AgreementVisibility, parameters: Parameters): string {
  if (everything) return 'true';
  const ofServices = [
    ...among('s.id', inScope.services, parameters),
    ...among('s.unit_id', inScope.units, parameters),
    ...among('s.provider_id', inScope.providers, parameters),
  ];
  const alternatives = [
    ...among('a.provider_id', inScope.providers, parameters),
    ...(draftedBy === null ? [] : [`a.created_by_id = ${parameters.add(draftedBy)}::uuid`]),
    ...(ofServices.length === 0 ? [] : [`a.id IN (${agreementsOn(anyOf(ofServices))})`]),
  ];
  return anyOf(alternatives);
}

const agreementsOn = (condition: string): string =>
  `SELECT c.agreement_id FROM commitment c JOIN service s ON s.id = c.service_id WHERE ${condition}`;

const among = (column: string, ids: readonly string[], parameters: Parameters): string[] =>
  ids.length === 0 ? [] : [`${column} = ANY (${parameters.add(ids)}::uuid[])`];

const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`;
