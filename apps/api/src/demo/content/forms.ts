import type { ServiceSlug } from './services.js';

const laptop = {
  schema: {
    type: 'object',
    properties: {
      work: {
        type: 'string',
        title: 'What is it for?',
        oneOf: [
          { const: 'office', title: 'Office work' },
          { const: 'drawing', title: 'Drawing and design' },
          { const: 'travel', title: 'Work on the road' },
        ],
      },
      laptops: { type: 'integer', title: 'How many?', minimum: 1, maximum: 50 },
      replaces: {
        type: 'string',
        title: 'Which one does it replace?',
        description: 'Empty: none. The old one is collected when the new one comes.',
        format: 'subscription',
      },
      delivery: { type: 'string', title: 'Where to?', enum: ['to the desk', 'to a shop', 'home'] },
    },
    required: ['work', 'laptops', 'delivery'],
    allOf: [
      {
        if: { properties: { work: { const: 'drawing' } }, required: ['work'] },
        then: {
          properties: {
            programs: {
              type: 'array',
              title: 'Which programs?',
              items: { type: 'string', enum: ['CAD', 'Image editing', 'Film editing'] },
              uniqueItems: true,
              minItems: 1,
            },
          },
          required: ['programs'],
        },
      },
      {
        if: { properties: { work: { const: 'travel' } }, required: ['work'] },
        then: { properties: { countries: { type: 'string', title: 'To which countries?', maxLength: 200 } } },
      },
      {
        if: { properties: { delivery: { const: 'home' } }, required: ['delivery'] },
        then: {
          properties: { address: { type: 'string', title: 'Address', minLength: 10, maxLength: 200 } },
          required: ['address'],
        },
        else: { properties: { contact: { type: 'string', title: 'Who receives it?', format: 'person' } } },
      },
    ],
  },
  ui: {
    order: ['work', 'programs', 'countries', 'laptops', 'replaces', 'delivery', 'address', 'contact'],
    hints: { work: { widget: 'radio' }, address: { widget: 'textarea' } },
  },
  quantityField: 'laptops',
};

const access = {
  schema: {
    type: 'object',
    properties: {
      people: {
        type: 'array',
        title: 'Who gets access?',
        items: { type: 'string', format: 'person' },
        uniqueItems: true,
        minItems: 1,
        maxItems: 20,
      },
      unit: { type: 'string', title: 'For which unit do they work?', format: 'unit' },
      systems: {
        type: 'array',
        title: 'To which systems?',
        items: { type: 'string', enum: ['Sales reports', 'Warehouse', 'Accounting', 'Customer records'] },
        uniqueItems: true,
        minItems: 1,
      },
      temporary: { type: 'boolean', title: 'Only for a time' },
      lead: { type: 'string', title: 'Who confirms it every half year?', format: 'person' },
    },
    required: ['people', 'systems', 'lead'],
    allOf: [
      {
        if: { properties: { temporary: { const: true } }, required: ['temporary'] },
        then: { properties: { until: { type: 'string', title: 'Until when?', format: 'date' } }, required: ['until'] },
      },
      {
        if: { properties: { systems: { contains: { const: 'Customer records' } } }, required: ['systems'] },
        then: {
          properties: {
            trained: { type: 'boolean', title: 'All of them were trained in data protection', const: true },
          },
          required: ['trained'],
        },
      },
    ],
  },
  ui: {
    order: ['people', 'unit', 'systems', 'trained', 'temporary', 'until', 'lead'],
    hints: { unit: { width: 'half' }, lead: { placeholder: 'Name or e-mail address' } },
  },
};

/** What services ask since yesterday evening; until then nothing was asked. */
export const FORMS: readonly (readonly [service: ServiceSlug, form: object])[] = [
  ['managed-laptop', laptop],
  ['sign-in-and-access', access],
];
