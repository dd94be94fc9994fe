import type { BundleDefinition } from '@accord/domain';
import type { PersonKey } from './people.js';
import type { ServiceSlug } from './services.js';

const form = {
  schema: {
    type: 'object',
    properties: {
      people: {
        type: 'array',
        title: 'Who begins?',
        items: { type: 'string', format: 'person' },
        uniqueItems: true,
        minItems: 1,
        maxItems: 20,
      },
      lead: { type: 'string', title: 'Who leads them?', format: 'person' },
      place: { type: 'string', title: 'Where will they work?', enum: ['to the desk', 'to a shop', 'home'] },
      temporary: { type: 'boolean', title: 'Only for a time' },
    },
    required: ['people', 'lead', 'place'],
    allOf: [
      {
        if: { properties: { place: { const: 'home' } }, required: ['place'] },
        then: {
          properties: { address: { type: 'string', title: 'Address', minLength: 10, maxLength: 200 } },
          required: ['address'],
        },
      },
      {
        if: { properties: { temporary: { const: true } }, required: ['temporary'] },
        then: { properties: { until: { type: 'string', title: 'Until when?', format: 'date' } }, required: ['until'] },
      },
    ],
  },
  ui: {
    order: ['people', 'lead', 'place', 'address', 'temporary', 'until'],
    hints: { place: { widget: 'radio' }, address: { widget: 'textarea' } },
  },
} as unknown as BundleDefinition['form'];

const to = (part: string, field: string, question = field) => ({ question, part, field });

/** What is ordered together since yesterday evening. */
export const BUNDLES: readonly { slug: string; definition: BundleDefinition }[] = [
  {
    slug: 'new-colleague',
    definition: {
      name: 'A new colleague',
      outcome: 'Everything that somebody needs on the first day: laptop, mailbox and access.',
      description: 'Say once who begins, who leads them and where they work. Each team gets what it needs to know.',
      synonyms: ['onboarding', 'starter', 'first day', 'hire'],
      parts: [
        { key: 'laptop', plan: 'managed-laptop/everyday', required: true, quantity: 1, most: 20 },
        { key: 'mailbox', plan: 'email-and-calendar/standard', required: true, quantity: 1, most: 20 },
        { key: 'access', plan: 'sign-in-and-access/person', required: true, quantity: 1, most: 20 },
        { key: 'files', plan: 'file-sharing/team', required: false, quantity: 1, most: null },
      ],
      form,
      answers: [
        to('laptop', 'delivery', 'place'),
        to('laptop', 'address'),
        to('access', 'people'),
        to('access', 'lead'),
        to('access', 'temporary'),
        to('access', 'until'),
      ],
    },
  },
];

/** How somebody orders one for a colleague on the same evening: he works at home, and only for a time. */
export const ORDERED_BUNDLE = {
  slug: 'new-colleague',
  by: 'emma',
  beneficiary: 'jonas',
  lead: 'marco',
  reason: 'Jonas helps with the spring collection from home.',
  place: { place: 'home', address: 'Achterhaven 12, 3024 Rotterdam', temporary: true },
  /** Days from then on. */
  untilIn: 180,
  parts: { laptop: { work: 'office' }, access: { systems: ['Sales reports'] } },
} as const satisfies { by: PersonKey; beneficiary: PersonKey; lead: PersonKey } & Record<string, unknown>;

/** To what owners point their customers. */
export const RELATED: readonly (readonly [author: PersonKey, service: ServiceSlug, others: readonly ServiceSlug[]])[] =
  [
    ['priya', 'managed-laptop', ['email-and-calendar', 'sign-in-and-access', 'it-help-desk']],
    ['priya', 'email-and-calendar', ['file-sharing']],
  ];

export const FAVOURITES: readonly (readonly [person: PersonKey, services: readonly ServiceSlug[]])[] = [
  ['emma', ['managed-laptop', 'sales-reporting', 'it-help-desk']],
];
