import type { Rows } from './row.js';
import type { World } from './world.js';

let made = 0;

const isHome = ({ edges }: { edges: { node: { id: string } }[] }, { home }: World) =>
  edges.some(({ node }) => node.id === home.provider.id);
const slug = ({ home }: World) => ({ slug: home.provider.slug });

export const providers: Rows = {
  providers: { arguments: () => ({ first: 200 }), selection: 'edges { node { id } }', shows: isHome },
  provider: { arguments: slug, selection: 'id' },
  addProvider: {
    arguments: () => ({
      input: { name: 'New', slug: `new-provider-${++made}`, kind: 'EXTERNAL', description: 'New.' },
    }),
  },
  changeProvider: { arguments: ({ home }) => ({ id: home.provider.id, input: { description: 'Changed.' } }) },
  // The provider in question still delivers a service.
  endProvider: {
    arguments: ({ home }) => ({ id: home.provider.id, reason: 'Because.' }),
    beyondPermission: ['IN_USE'],
  },
};
