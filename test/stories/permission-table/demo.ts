import { inTurn } from './row.js';

/** The same operations in an organisation that is made up. */
export const demo = inTurn({
  'signInAsDemoPerson.ofDemo': {
    arguments: async ({ given }) => {
      await given.demo();
      return { personId: (await given.person({ demoJob: 'Service manager' })).id };
    },
  },
  // While it is being filled nothing is removed, so that there is somebody left to ask.
  'startEmpty.ofDemo': {
    arguments: async ({ given }) => (await given.demo('filling'), {}),
    beyondPermission: ['DEMO_FILLING'],
  },
});
