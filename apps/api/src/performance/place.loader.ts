import type { MeasuredService } from '@accord/domain';
import { inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { type CommitmentPlace, placesOf, servicePlacesOf } from './judged-commitments.js';

/** What policies ask of a commitment. */
export const placeOfCommitment = defineLoader<string, CommitmentPlace>(async (ids, { manager }) =>
  inOrderOf(ids, await placesOf(manager, ids), ({ id }) => id).map((place) => place!),
);

/** What policies ask of a service. */
export const placeOfService = defineLoader<string, MeasuredService>(async (ids, { manager }) =>
  inOrderOf(ids, await servicePlacesOf(manager, ids), ({ serviceId }) => serviceId).map((place) => place!),
);
