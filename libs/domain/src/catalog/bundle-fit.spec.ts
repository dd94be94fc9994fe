import { parseBundleDefinition } from './bundle-definition.js';
import { assertBundleFits, type OfferedPart } from './bundle-fit.js';
import { parseOrderForm } from './order-form.js';
import type { FormQuestion } from './order-form-shape.js';

const text: FormQuestion = { type: 'string', title: 'Place', maxLength: 100 };
const form = (question: object, required = true) => ({
  schema: { type: 'object', properties: { place: question }, ...(required && { required: ['place'] }) },
});
const parts = [
  { key: 'laptop', plan: 'laptops/standard' },
  { key: 'screen', plan: 'screens/standard' },
];
const answers = [{ question: 'place', part: 'laptop', field: 'place' }];
const words = { name: 'Desk', outcome: 'A desk.' };
const offered = (question: object, required = true): OfferedPart => ({
  service: 'Laptops',
  plan: 'Standard',
  currency: 'EUR',
  refusal: null,
  form: parseOrderForm(form(question, required)),
  limits: [],
  prices: [],
});
const fit = (from: object, to: object, { asks = true, needs = true, screen = {} } = {}) =>
  assertBundleFits(
    parseBundleDefinition({ ...words, parts, form: form(from, asks), answers }),
    new Map([
      ['laptop', offered(to, needs)],
      ['screen', { ...offered(text), ...screen }],
    ]),
  );

describe('a bundle fits the services in it', () => {
  it.each<[string, object, object]>([
    ['a shorter text', { ...text, maxLength: 50 }, text],
    [
      'some of the choices',
      { type: 'string', title: 'P', enum: ['a'] },
      { type: 'string', title: 'P', enum: ['a', 'b'] },
    ],
    ['choices for a text that is long enough', { type: 'string', title: 'P', enum: ['desk'] }, text],
    ['whole numbers for any', { type: 'integer', title: 'N' }, { type: 'number', title: 'N' }],
    [
      'a smaller range',
      { type: 'integer', title: 'N', minimum: 2, maximum: 4 },
      { type: 'integer', title: 'N', minimum: 1, maximum: 5 },
    ],
    [
      'a person for a person',
      { type: 'string', title: 'W', format: 'person' },
      { type: 'string', title: 'W', format: 'person' },
    ],
  ])('where it asks for %s', (_, from, to) => {
    expect(() => fit(from, to)).not.toThrow();
  });

  it.each<[string, object, object]>([
    ['another kind of answer', { type: 'boolean', title: 'Place' }, text],
    ['a longer text', { ...text, maxLength: 101 }, text],
    ['a text of any length', { type: 'string', title: 'Place' }, text],
    [
      'a choice that is none there',
      { type: 'string', title: 'P', enum: ['a', 'c'] },
      { type: 'string', title: 'P', enum: ['a', 'b'] },
    ],
    ['a free text for a choice', text, { type: 'string', title: 'P', enum: ['a', 'b'] }],
    ['a number without end', { type: 'integer', title: 'N' }, { type: 'integer', title: 'N', maximum: 5 }],
    ['what need not be agreed to', { type: 'boolean', title: 'Y' }, { type: 'boolean', title: 'Y', const: true }],
    [
      'a unit for a person',
      { type: 'string', title: 'W', format: 'unit' },
      { type: 'string', title: 'W', format: 'person' },
    ],
    ['an unpatterned text', { ...text, maxLength: 20 }, { ...text, maxLength: 20, pattern: '^[A-Z]+$' }],
  ])('not where it asks for %s', (_, from, to) => {
    expect(() => fit(from, to)).toThrow(expect.objectContaining({ code: 'ANSWER_DOES_NOT_FIT' }));
  });

  it('not where an answer is needed that may be left out', () => {
    expect(() => fit(text, text, { asks: false })).toThrow(expect.objectContaining({ code: 'ANSWER_DOES_NOT_FIT' }));
    expect(() => fit(text, text, { asks: false, needs: false })).not.toThrow();
  });

  it('not where a part is not offered, in its own words, or is priced in another currency', () => {
    const refusal = 'Screens is retired; only live services are ordered.';
    expect(() => fit(text, text, { screen: { refusal } })).toThrow(refusal);
    expect(() => fit(text, text, { screen: { currency: 'SEK' } })).toThrow(
      expect.objectContaining({ code: 'CURRENCIES_DIFFER', field: ['definition', 'parts', '1', 'plan'] }),
    );
  });

  it('not where a plan does not take what the bundle sets aside of it', () => {
    const limits = [{ unitName: 'core', least: '2', most: null, whole: true }];
    const prices = [{ kind: 'limit' as const, label: 'Cores', amount: '5', per: 'month' as const, unitName: 'core' }];
    const setAside = (unitName: string, units: string) => () =>
      assertBundleFits(
        parseBundleDefinition({ ...words, parts: [parts[0], { ...parts[1], limits: [{ unitName, units }] }] }),
        new Map([
          ['laptop', offered(text)],
          ['screen', { ...offered(text), service: 'Screens', limits, prices }],
        ]),
      );
    expect(setAside('core', '2')).not.toThrow();
    expect(setAside('core', '1')).toThrow(
      expect.objectContaining({
        code: 'WRONG_LIMIT',
        field: ['definition', 'parts', '1', 'limits'],
        message: 'Standard of Screens cannot be ordered as the bundle has it: set at least 2 core aside.',
      }),
    );
    expect(setAside('core', '2.5')).toThrow(': only whole core can be set aside.');
    expect(setAside('disk', '2')).toThrow(': Standard sets core aside, not disk.');
  });
});

describe('a definition of a bundle', () => {
  it.each<[string, object, string]>([
    ['one part', { parts: parts.slice(1) }, 'parts'],
    ['a plan twice', { parts: [...parts, { key: 'more', plan: 'laptops/standard' }] }, 'parts.2.plan'],
    ['a key twice', { parts: [...parts, { key: 'laptop', plan: 'x/y' }] }, 'parts.2.key'],
    ['fewer at most than at first', { parts: [parts[0], { ...parts[1], quantity: 3, most: 2 }] }, 'parts.1.most'],
    ['a question that goes nowhere', { form: form(text), answers: [] }, 'form'],
    ['an answer to nothing asked', { answers }, 'answers.0.question'],
    ['a field answered twice', { form: form(text), answers: [...answers, ...answers] }, 'answers.1.field'],
    ['an answer for no part', { form: form(text), answers: [{ ...answers[0], part: 'chair' }] }, 'answers.0.part'],
  ])('has not %s', (_, other, where) => {
    expect(() => parseBundleDefinition({ ...words, parts, ...other })).toThrow(
      expect.objectContaining({ field: ['definition', ...where.split('.')] }),
    );
  });
});
