import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();

it('offers breaches and exclusions to those alone who may see behind some figure', async () => {
  const provider = await given.provider();
  const ofProvider = { role: 'providerContact', kind: 'provider', id: provider.id } as const;
  const may = async (...roles: ('requester' | 'serviceManager' | 'executive' | typeof ofProvider)[]) => {
    const person = await given.person({ roles });
    const { session } = await api.as(person).run('{ session { viewer { viewerCanSeeEvidence } } }');
    return session.viewer.viewerCanSeeEvidence;
  };

  expect(await may()).toBe(false);
  expect(await may('requester')).toBe(false);
  expect(await may('serviceManager')).toBe(true);
  expect(await may('executive')).toBe(true);
  expect(await may(ofProvider)).toBe(true);
});

it('offers to record outages, maintenance and counts to those alone who manage some service', async () => {
  const service = await given.service();
  const provider = await given.provider();
  const may = async (...roles: NonNullable<NonNullable<Parameters<typeof given.person>[0]>['roles']>) => {
    const person = await given.person({ roles });
    const { session } = await api.as(person).run('{ session { viewer { viewerCanMeasure } } }');
    return session.viewer.viewerCanMeasure;
  };

  expect(await may()).toBe(false);
  expect(await may('requester')).toBe(false);
  expect(await may('administrator')).toBe(false);
  expect(await may('serviceOwner')).toBe(false);
  expect(await may({ role: 'providerContact', kind: 'provider', id: provider.id })).toBe(false);
  expect(await may({ role: 'serviceManager', kind: 'service', id: service.id })).toBe(true);
  expect(await may('serviceManager')).toBe(true);
});
