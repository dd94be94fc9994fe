import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();

const LIST = /* GraphQL */ `
  {
    agreements {
      totalCount
      facets {
        values {
          count
        }
      }
      edges {
        node {
          slug
          kind
          viewerCanChange
          provider {
            name
          }
          customer {
            name
          }
          current {
            number
            effectiveFrom
          }
          versions {
            number
            state
            proposedBy {
              name
            }
            decidedBy {
              name
            }
            viewerCanApprove
          }
          commitments {
            slug
            service {
              name
            }
            terms {
              target
              calendar {
                name
                timeZone
              }
              credit {
                minimum {
                  amount
                }
              }
            }
          }
        }
      }
    }
  }
`;
const CALENDARS = '{ calendars { slug current { alwaysOpen } versions { number } } }';
const SERVICE =
  'query ($slug: String!) { service(slug: $slug) { commitments { name agreement { name } terms { target version { number } } } } }';

const reader = await given.person({ roles: ['auditor'] });
const statements = async (query: string, variables = {}) =>
  (await api.statementsOf(() => api.as(reader).run(query, variables))).length;

it('reads a page of agreements with the same number of statements, however many there are', async () => {
  for (const kind of ['sla', 'uc'] as const) await given.agreement({ kind });
  const few = await statements(LIST);
  for (const kind of ['sla', 'ola', 'uc', 'sla', 'uc'] as const)
    await given.agreement({ kind, terms: [{}, { slug: 'more' }] });
  expect(await statements(LIST)).toBe(few);
  expect(few).toBeLessThanOrEqual(20);
});

it('reads calendars with the same number of statements, however many there are', async () => {
  const few = await statements(CALENDARS);
  for (let n = 0; n < 4; n += 1) await given.calendar();
  expect(await statements(CALENDARS)).toBe(few);
});

it('reads what is promised on a service with the same number of statements, however much it is', async () => {
  const { id: serviceId, slug } = await given.service();
  await given.agreement({ terms: [{ serviceId, slug: 'first' }] });
  const few = await statements(SERVICE, { slug });
  for (let n = 0; n < 4; n += 1) await given.agreement({ terms: [{ serviceId, slug: `promise-${n}` }] });
  expect(await statements(SERVICE, { slug })).toBe(few);
});
