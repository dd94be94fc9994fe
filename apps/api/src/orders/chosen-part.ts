import {
  type Answers,
  checkAnswers,
  DomainError,
  type OrderKind,
  parseBundleDefinition,
  type Viewer,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { visibleBundles } from '../catalog/bundles/visible-bundles.js';
import { Parameters } from '../platform/database/parameters.js';
import type { ItemWish } from './item-facts.js';
import type { OrderedPartInput } from './order.input.js';

interface Item {
  kind: OrderKind;
  planId?: string | null;
  partOf?: OrderedPartInput | null;
}
type ChosenPart = Pick<ItemWish, 'bundleId' | 'bundlePart' | 'bundleName'>;

/**
 * The part of a bundle that an item says it was chosen as; nothing but nulls where it says none.
 *
 * @throws {DomainError} `UNKNOWN_PART` when the bundle that is offered now does not hold the plan as that part.
 */
export async function chosenPart(
  manager: EntityManager,
  viewer: Viewer,
  { partOf, ...item }: Item,
  path: readonly string[],
): Promise<ChosenPart> {
  if (!partOf) return { bundleId: null, bundlePart: null, bundleName: null };
  const bundleName = await nameOfBundle(manager, viewer, { ...item, partOf });
  if (bundleName !== null) return { bundleId: partOf.bundleId, bundlePart: partOf.part, bundleName };
  const sentence = 'The bundle is no longer offered with this plan. Choose from the bundle as it is now.';
  throw new DomainError('UNKNOWN_PART', sentence, [...path, 'partOf']);
}

/** Of the bundle that holds the plan as that part now; null where none does that the viewer sees. */
export async function nameOfBundle(
  manager: EntityManager,
  viewer: Viewer,
  { kind, planId, partOf }: Item,
): Promise<string | null> {
  if (!partOf || !planId || kind !== 'subscribe') return null;
  const parameters = new Parameters();
  const [bundle]: { name: string }[] = await manager.query(
    `SELECT b.name FROM bundle b JOIN bundle_part x ON x.bundle_id = b.id
      WHERE b.id = ${parameters.add(partOf.bundleId)} AND x.key = ${parameters.add(partOf.part)}
        AND x.plan_id = ${parameters.add(planId)} AND b.ended_at IS NULL AND ${visibleBundles(viewer, parameters)}`,
    parameters.values,
  );
  return bundle?.name ?? null;
}

/** What is kept of the answers to what a bundle asks once: those that its form asks for. null = no item is of a bundle. */
export async function answersOfBundle(
  manager: EntityManager,
  items: readonly ChosenPart[],
  given: object | null,
): Promise<object | null> {
  const bundleId = items.find((item) => item.bundleId)?.bundleId;
  if (!bundleId || !given) return null;
  const [version]: { definition: unknown }[] = await manager.query(
    `SELECT v.definition FROM bundle b JOIN bundle_version v ON v.id = b.live_version_id WHERE b.id = $1`,
    [bundleId],
  );
  return version ? { ...checkAnswers(parseBundleDefinition(version.definition).form, given as Answers).answers } : null;
}
