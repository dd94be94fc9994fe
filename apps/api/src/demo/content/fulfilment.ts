import type { FulfilmentTemplate } from '@accord/domain';
import type { TeamSlug } from './enterprise.js';

/** Somebody else's server that makes accounts; nobody is reached at an address like that. */
export const ACCOUNTS = { slug: 'accounts', url: 'https://accounts.veldhoven-identity.example/orders' } as const;

/** What is done for everybody who begins with us. */
export const JOINING: FulfilmentTemplate = {
  tasks: [
    {
      key: 'account',
      name: 'Make the account',
      webhook: ACCOUNTS.slug,
      answerMinutes: 240,
      undo: { name: 'Delete the account', webhook: ACCOUNTS.slug, answerMinutes: 240 },
    },
    { key: 'rights', name: 'Give the rights of the job', after: ['account'] },
    {
      key: 'hand-over',
      name: 'Hand over the first password',
      team: 'digital-workplace' satisfies TeamSlug,
      after: ['rights'],
    },
  ],
};
