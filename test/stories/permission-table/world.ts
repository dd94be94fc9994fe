import type { startStory } from '../../builders/index.js';

type Story = Awaited<ReturnType<typeof startStory>>;
export type Given = Story['given'];
export type Api = Story['api'];

/** One thing of each kind that a role can be given for. The service belongs to the unit and the provider. */
export interface Place {
  unit: { id: string };
  team: { id: string };
  provider: { id: string; slug: string };
  service: { id: string; slug: string };
}

/** What rows make their arguments of. Operations are always about things of `home`. */
export interface World {
  api: Api;
  given: Given;
  home: Place;
  away: Place;
}

export async function makePlace(given: Given): Promise<Place> {
  const unit = await given.unit();
  const team = await given.team({ unitId: unit.id });
  const provider = await given.provider();
  const service = await given.service({ unitId: unit.id, providerId: provider.id });
  return { unit, team, provider, service };
}
