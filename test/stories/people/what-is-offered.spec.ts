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
