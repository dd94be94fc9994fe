import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseOrderForm } from './order-form.js';
import { patternFault } from './order-form-pattern.js';

const colour = { type: 'string', title: 'Colour' };
const form = (schema: object, ui: object = {}) => ({ schema: { type: 'object', ...schema }, ui });
const fieldOf = (value: unknown): string => {
  try {
    parseOrderForm(value);
    return 'taken';
  } catch (error) {
    expect(error).toMatchObject({ code: 'MALFORMED_FORM' });
    return (error as { field: string[] }).field.join('.');
  }
};
const withColour = (field: object) => fieldOf(form({ properties: { colour: { ...colour, ...field } } }));

describe('a form', () => {
  it('is null where nothing is asked', () => expect(parseOrderForm(null)).toBeNull());

  it('keeps the order of its fields, whatever a database makes of the names', () => {
    const read = parseOrderForm(form({ properties: { size: { ...colour }, colour, a: colour } }))!;
    const kept = { ...read, schema: { ...read.schema, properties: { a: colour, size: colour, colour } } };

    expect(read.ui.order).toEqual(['size', 'colour', 'a']);
    expect(Object.keys(parseOrderForm(kept)!.schema.properties)).toEqual(['size', 'colour', 'a']);
  });

  it('is refused at the path of what is wrong', () => {
    expect(fieldOf(form({ properties: { colour: { title: 'Colour' } } }))).toBe('form.schema.properties.colour.type');
    expect(fieldOf(form({ properties: {}, required: ['size'] }))).toBe('form.schema.required.0');
    expect(fieldOf(form({ properties: { colour } }, { order: ['size'] }))).toBe('form.ui.order');
    expect(fieldOf(form({ properties: { colour } }, { hints: { size: {} } }))).toBe('form.ui.hints.size');
    expect(withColour({ minLength: 5, maxLength: 4 })).toBe('form.schema.properties.colour.minLength');
    expect(withColour({ enum: ['a', 'a'] })).toBe('form.schema.properties.colour.enum');
  });

  it('takes no reference to somewhere else, no unknown keyword, no name with a meaning of its own, and no giant', () => {
    expect(withColour({ $ref: 'https://elsewhere.test/colour' })).toBe('form.schema.properties.colour');
    expect(withColour({ not: {} })).toBe('form.schema.properties.colour');
    expect(fieldOf(form({ properties: { constructor: colour } }))).toMatch(/^form\.schema\.properties/);
    expect(parseOrderForm(form({ properties: JSON.parse('{"__proto__": {}}') }))!.ui.order).toEqual([]);
    expect(fieldOf(form({ properties: { colour: { ...colour, description: 'x'.repeat(70_000) } } }))).toBe('form');
    const many = Object.fromEntries(Array.from({ length: 61 }, (_, n) => [`f${n}`, colour]));
    expect(fieldOf(form({ properties: many }))).toBe('form.schema');
  });

  it('tests only fields that stand before, names them as needed, and asks each field in one place', () => {
    const part = (tested: string, required: string[], then: object) =>
      fieldOf(
        form({
          properties: { colour },
          allOf: [{ if: { properties: { [tested]: { const: 'red' } }, required }, then: { properties: then } }],
        }),
      );

    expect(part('colour', ['colour'], { shade: colour })).toBe('taken');
    expect(part('colour', [], { shade: colour })).toBe('form.schema.allOf.0.if.required');
    expect(part('shade', ['shade'], { shade: colour })).toBe('form.schema.allOf.0.if.properties.shade');
    expect(part('colour', ['colour'], { colour })).toBe('form.schema.allOf.0.then.properties.colour');
  });

  it('may let a field that is always answered say how much is ordered', () => {
    const counts = (field: object, required = ['seats']) =>
      fieldOf({
        ...form({ properties: { seats: { type: 'integer', title: 'Seats', ...field } }, required }),
        quantityField: 'seats',
      });

    expect(counts({ minimum: 1, maximum: 500 })).toBe('taken');
    expect(counts({ minimum: 0, maximum: 500 })).toBe('form.quantityField');
    expect(counts({ minimum: 1 })).toBe('form.quantityField');
    expect(counts({ minimum: 1, maximum: 500 }, [])).toBe('form.quantityField');
  });

  it('compares an answer only with its own kind', () => {
    const tested = (test: object) =>
      fieldOf(
        form({
          properties: { count: { type: 'integer', title: 'Count' } },
          allOf: [{ if: { properties: { count: test }, required: ['count'] }, then: { properties: { why: colour } } }],
        }),
      );

    expect(tested({ minimum: 3 })).toBe('taken');
    expect(tested({ const: '3' })).toBe('form.schema.allOf.0.if.properties.count');
    expect(tested({ contains: { const: 'a' } })).toBe('form.schema.allOf.0.if.properties.count.contains');
  });
});

describe('a pattern', () => {
  it.each(['^[A-Z]{2}\\d{4}$', '^CC-\\d+$', '^[a-z]+@[a-z.]+$', '^$', '^\\+\\d{6,15}$', '^[A-Z]{2,3}-\\d{3,6}-\\d?$'])(
    'such as %s is taken',
    (one) => expect(patternFault(one)).toBeNull(),
  );

  it.each([
    '(a+)+$',
    '^(a+)+$',
    '^a+',
    '^(a|b)$',
    '^a+b+c+d+$',
    '^(?=a)b$',
    '^a**$',
    '^[z-a]$',
    '^a{1,}b*c?d{2,9}$',
    '^a?a?a?a?aaaa$',
    '^[\\w\\W]*[\\w\\W]*[\\w\\W]*!$',
    '^a{1,}b{0,150}c?$',
    `^${'a'.repeat(200)}$`,
  ])('such as %s is refused', (one) => expect(patternFault(one)).not.toBeNull());

  it('is tried on short texts only, and so ends at once at its worst', () => {
    expect(withColour({ pattern: '^[a-z]+$' })).toBe('form.schema.properties.colour.maxLength');
    expect(withColour({ pattern: '^[a-z]+$', maxLength: 200 })).toBe('taken');
    const begun = performance.now();
    const worst = new RegExp('^[a-z]*[a-z]*!$', 'u');
    // As often as the largest form is in the largest order.
    for (let times = 0; times < 60 * 50; times++) expect(worst.test('a'.repeat(200))).toBe(false);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

it('is taken as the guide for service owners writes it', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../../docs/guides/order-forms.md'), 'utf8');
  const example = /```json\n([\s\S]*?)\n```/.exec(guide)![1]!;
  expect(parseOrderForm(JSON.parse(example))).toEqual(JSON.parse(example));
});
