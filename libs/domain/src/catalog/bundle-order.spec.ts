import fc from 'fast-check';
import { parseBundleDefinition } from './bundle-definition.js';
import type { Limit } from './limits.js';
import { bundleOrder, bundlePrice } from './bundle-order.js';
import { checkAnswers } from './order-form-answers.js';
import { parseOrderForm } from './order-form.js';

const place = { type: 'string', title: 'Where to?', enum: ['desk', 'home'] };
const address = { type: 'string', title: 'Address', maxLength: 100 };
const atHome = {
  if: { properties: { place: { const: 'home' } }, required: ['place'] },
  then: { properties: { address }, required: ['address'] },
};
const asked = { type: 'object', properties: { place }, required: ['place'], allOf: [atHome] };
const laptop = parseOrderForm({
  schema: { ...asked, properties: { place, system: { type: 'string', title: 'System', enum: ['A', 'B'] } } },
});
const screen = parseOrderForm({
  schema: {
    type: 'object',
    properties: { place, screens: { type: 'integer', title: 'How many?', minimum: 1, maximum: 4 } },
    required: ['place', 'screens'],
  },
  quantityField: 'screens',
});
const shared = (part: string, ...fields: string[]) => fields.map((field) => ({ question: field, part, field }));
const definition = parseBundleDefinition({
  name: 'Desk',
  outcome: 'A desk.',
  parts: [
    { key: 'laptop', plan: 'laptops/standard' },
    { key: 'screen', plan: 'screens/standard', required: false, most: 3 },
  ],
  form: { schema: asked },
  answers: [...shared('laptop', 'place', 'address'), ...shared('screen', 'place')],
});
const formOf = (part: string) => (part === 'laptop' ? laptop : screen);
const order = (answers: object, parts: object = {}) =>
  bundleOrder(definition, { answers: { ...answers }, parts: { ...parts } }, formOf);

describe('an order of a bundle', () => {
  it('takes what is asked once to every part that asks it, and what only a part asks from that part', () => {
    const { items, refusals } = order(
      { place: 'home', address: 'Long Street 1' },
      { laptop: { answers: { system: 'A', place: 'desk' } }, screen: { quantity: 2 } },
    );

    expect(refusals).toEqual([]);
    expect(items).toEqual([
      {
        part: 'laptop',
        quantity: 1,
        limits: [],
        answers: { system: 'A', place: 'home', address: 'Long Street 1' },
        answered: ['place', 'address'],
      },
      {
        part: 'screen',
        quantity: 2,
        limits: [],
        answers: { place: 'home', screens: 2 },
        answered: ['place', 'screens'],
      },
    ]);
  });

  it('leaves out the parts that were not chosen and the answers that another answer hides, and tells of those', () => {
    const { items, dropped } = order({ place: 'desk', address: 'Long Street 1' });

    expect(items).toMatchObject([{ part: 'laptop', answers: { place: 'desk' } }]);
    expect(dropped).toEqual([{ field: 'address', title: 'Address' }]);
  });

  it('sets aside what the bundle says, and asks for the rest', () => {
    const cores = { unitName: 'core', units: '4' };
    const memory = { unitName: 'GB', units: '32' };
    const [first, second] = definition.parts;
    const fixed = { ...definition, parts: [first!, { ...second!, limits: [cores] }] };
    const chosen = (limits: readonly Limit[]) =>
      bundleOrder(fixed, { answers: { place: 'desk' }, parts: { screen: { limits } } }, formOf);

    expect(chosen([memory]).items[1]!.limits).toEqual([cores, memory]);
    expect(chosen([memory]).refusals).toEqual([]);
    expect(chosen([{ ...cores, units: '5' }]).refusals.map(({ code, field }) => [code, field!.join('.')])).toEqual([
      ['WRONG_LIMIT', 'parts.screen.limits.core'],
    ]);
  });

  it('says at its field what is wrong with the choice', () => {
    const { refusals } = order({}, { laptop: { quantity: 2 }, screen: { quantity: 4 }, chair: {} });

    expect(refusals.map(({ code, field }) => [code, field!.join('.')])).toEqual([
      ['UNKNOWN_PART', 'parts.chair'],
      ['WRONG_QUANTITY', 'parts.laptop.quantity'],
      ['WRONG_QUANTITY', 'parts.screen.quantity'],
      ['ANSWER_MISSING', 'answers.place'],
    ]);
  });

  it('never sends a part an answer that it did not ask for, and none that differs from the shared one', () => {
    const answer = fc.constantFrom('desk', 'home', 'A', '', 'Long Street 1', 3, null);
    const some = fc.dictionary(fc.constantFrom('place', 'address', 'system', 'screens'), answer, {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(some, some, (answers, own) => {
        const { items, shared: checked } = order(answers, { laptop: { answers: own }, screen: {} });
        for (const { part, answers: sent, answered } of items) {
          const strangers = checkAnswers(formOf(part), sent).faults.filter(({ rule }) => rule === 'unknown');
          expect(strangers.filter(({ field }) => !Object.hasOwn(own, field))).toEqual([]);
          for (const { question, field } of definition.answers.filter((one) => one.part === part))
            if (answered.includes(field) && Object.hasOwn(sent, field))
              expect(sent[field]).toEqual(checked.answers[question]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('costs what its parts cost, each rounded as an order of it', () => {
    const fee = (amount: string) => [
      { kind: 'recurring', label: 'Fee', amount, per: 'quarter', unitName: null } as const,
    ];
    const parts = [
      { prices: fee('10.00'), quantity: 1 },
      { prices: fee('10.00'), quantity: 2 },
    ];

    expect(bundlePrice(parts, 'EUR', '2026-03-02')).toEqual({ oneOff: '0.00', monthly: '10.00' });
  });
});
