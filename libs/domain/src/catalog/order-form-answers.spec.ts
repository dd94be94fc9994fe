import { Validator, type Schema } from '@cfworker/json-schema';
import * as fc from 'fast-check';
import { allQuestions, answerRefusals, boundAnswers, checkAnswers, faultSentence } from './order-form-answers.js';
import type { OrderForm } from './order-form-shape.js';
import { parseOrderForm } from './order-form.js';

const laptop = parseOrderForm({
  schema: {
    type: 'object',
    properties: {
      kind: { type: 'string', title: 'Kind', enum: ['standard', 'special'] },
      monitors: { type: 'integer', title: 'Monitors', minimum: 0, maximum: 3 },
      agreed: { type: 'boolean', title: 'I follow the rules', const: true },
    },
    required: ['kind', 'agreed'],
    allOf: [
      {
        if: { properties: { kind: { const: 'special' } }, required: ['kind'] },
        then: { properties: { why: { type: 'string', title: 'Why', maxLength: 20 } }, required: ['why'] },
      },
      {
        if: { properties: { why: { const: 'films' } }, required: ['why'] },
        then: { properties: { card: { type: 'string', title: 'Graphics card' } } },
      },
    ],
  },
  ui: { order: ['kind', 'why', 'card', 'monitors', 'agreed'] },
})!;
const check = (answers: object) => checkAnswers(laptop, answers as Record<string, unknown>);
const faults = (answers: object) => check(answers).faults.map(({ field, rule, limit }) => [field, rule, limit]);

describe('answers to a form', () => {
  it('are asked for as the answers before say, in the order of the page', () => {
    expect(check({}).asked.map(({ name }) => name)).toEqual(['kind', 'monitors', 'agreed']);
    expect(check({ kind: 'special', why: 'films' }).asked.map(({ name }) => name)).toEqual(laptop.ui.order);
    expect(faults({ kind: 'special' })).toEqual([
      ['why', 'required', null],
      ['agreed', 'required', null],
    ]);
  });

  it('are dropped and listed once another answer hides them; what is hidden decides nothing', () => {
    const { answers, dropped, asked } = check({ kind: 'standard', why: 'films', card: 'big', agreed: true });

    expect(answers).toEqual({ kind: 'standard', agreed: true });
    expect(dropped).toEqual([
      { field: 'why', title: 'Why' },
      { field: 'card', title: 'Graphics card' },
    ]);
    expect(asked.map(({ name }) => name)).not.toContain('card');
  });

  it('say what is wrong with them, by what the field allows', () => {
    const wrong = { kind: 'gold', monitors: 4, agreed: false, hobby: 'x' };
    expect(faults(wrong)).toEqual([
      ['kind', 'choice', null],
      ['monitors', 'maximum', 3],
      ['agreed', 'const', null],
      ['hobby', 'unknown', null],
    ]);
    expect(faults({ kind: 'special', why: 'x'.repeat(21), monitors: 1.5, agreed: true })).toEqual([
      ['why', 'maxLength', 20],
      ['monitors', 'type', null],
    ]);
    expect(check(wrong).faults.map(faultSentence)[1]).toBe('Monitors: at most 3.');
    expect(answerRefusals(check(wrong), ['items', '0', 'answers'])[1]).toMatchObject({
      code: 'WRONG_ANSWER',
      field: ['items', '0', 'answers', 'monitors'],
    });
  });

  it('are none when empty', () => {
    expect(faults({ kind: '  ', agreed: null })).toEqual([
      ['kind', 'required', null],
      ['agreed', 'required', null],
    ]);
    expect(check({ kind: ' standard ' }).answers).toEqual({ kind: 'standard' });
  });

  it('are refused, each of them, by a service that asks nothing', () => {
    expect(checkAnswers(null, { a: 1 }).faults).toMatchObject([{ field: 'a', rule: 'unknown' }]);
    expect(checkAnswers(null, {}).faults).toEqual([]);
  });

  it('tell the ids they hold, and nothing that is no id', () => {
    const form = parseOrderForm({
      schema: {
        type: 'object',
        properties: {
          lead: { type: 'string', title: 'Lead', format: 'person' },
          people: { type: 'array', title: 'People', items: { type: 'string', format: 'person' }, uniqueItems: true },
        },
      },
    });
    const [one, two] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
    expect(boundAnswers(checkAnswers(form, { lead: one, people: [one, two] }))).toEqual([
      { field: 'lead', title: 'Lead', format: 'person', ids: [one] },
      { field: 'people', title: 'People', format: 'person', ids: [one, two] },
    ]);
    const wrong = checkAnswers(form, { lead: `urn:uuid:${one}`, people: ["' OR 1=1"] });
    expect(boundAnswers(wrong)).toEqual([]);
    expect(wrong.faults.map(({ rule }) => rule)).toEqual(['id', 'id']);
    expect(checkAnswers(form, { people: [one, one] }).faults).toMatchObject([{ rule: 'uniqueItems' }]);
  });
});

const words = ['a', 'b', 'c'];
const question = (title: string): fc.Arbitrary<object> =>
  fc.oneof(
    fc.record({ type: fc.constant('string'), title: fc.constant(title), enum: fc.constant(words) }),
    fc.record({ type: fc.constant('string'), title: fc.constant(title), maxLength: fc.nat(3) }),
    fc.record({ type: fc.constant('integer'), title: fc.constant(title), minimum: fc.nat(2), maximum: fc.constant(3) }),
    fc.record({ type: fc.constant('boolean'), title: fc.constant(title) }),
    fc.record({
      type: fc.constant('array'),
      title: fc.constant(title),
      items: fc.constant({ type: 'string', oneOf: words.map((word) => ({ const: word, title: word })) }),
      uniqueItems: fc.constant(true),
      minItems: fc.nat(2),
    }),
  ) as fc.Arbitrary<object>;

const testFor: Record<string, object> = {
  string: { enum: ['a', 'b'] },
  integer: { minimum: 2 },
  boolean: { const: true },
  array: { contains: { const: 'a' } },
};

/** Six fields: two that are always asked, and four that hang on the one before. */
const form: fc.Arbitrary<OrderForm> = fc
  .tuple(...'abcdef'.split('').map((name) => fc.tuple(question(name), fc.boolean(), fc.boolean())))
  .map((fields) => {
    const name = (place: number) => 'abcdef'[place]!;
    const part = (place: number) => {
      const [asked, needed] = fields[place]!;
      return { properties: { [name(place)]: asked }, ...(needed && { required: [name(place)] }) };
    };
    const [first, second] = [part(0), part(1)];
    const allOf = [2, 3, 4, 5].map((place) => {
      const before = place - 1;
      const { type } = fields[before]![0] as { type: string };
      const condition = { properties: { [name(before)]: testFor[type]! }, required: [name(before)] };
      return { if: condition, [fields[place]![2] ? 'then' : 'else']: part(place) };
    });
    const properties = { ...first.properties, ...second.properties };
    const required = [...(first.required || []), ...(second.required || [])];
    return parseOrderForm({ schema: { type: 'object', properties, required, allOf } })!;
  });
const any = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'aaaa', 0, 1, 2, 3, 4, true, false, '1'),
  fc.subarray([...words, 'z'], { minLength: 1 }),
);
const fitting: Record<string, fc.Arbitrary<unknown>> = {
  string: fc.constantFrom('a', 'b'),
  integer: fc.constantFrom(2, 3),
  boolean: fc.boolean(),
  array: fc.subarray(words, { minLength: 2 }),
};

/** A form, and answers of which most are what it asks for. */
const filled = form.chain((one) => {
  const given = [...allQuestions(one)].map(([name, { type }]) => [
    name,
    fc.oneof({ weight: 9, arbitrary: fitting[type]! }, { weight: 1, arbitrary: any }),
  ]);
  const answers = fc.record({ ...Object.fromEntries(given), g: any } as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: 'abcdef'.split(''),
  });
  const some = fc.record(Object.fromEntries(given) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] });
  return fc.tuple(fc.constant(one), fc.oneof({ weight: 1, arbitrary: answers }, { weight: 3, arbitrary: some }));
});

describe('any form', () => {
  it('takes what is left of answers exactly when the standard takes it, with nothing that is not asked', () => {
    let [taken, refused] = [0, 0];
    fc.assert(
      fc.property(filled, ([one, given]) => {
        const checked = checkAnswers(one, given);
        const standard = new Validator({ ...one.schema, unevaluatedProperties: false } as unknown as Schema, '2020-12');
        const unknown = Object.hasOwn(given, 'g');
        const isTaken = checked.faults.length === 0;
        if (isTaken) taken++;
        else refused++;
        expect(isTaken).toBe(standard.validate(checked.answers).valid && !unknown);
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(taken, refused)).toBeGreaterThan(100);
  });

  it('lets no hidden answer through, and makes of what it let through the same again', () => {
    fc.assert(
      fc.property(filled, ([one, given]) => {
        const { answers: left, dropped, asked } = checkAnswers(one, given);
        const again = checkAnswers(one, left);
        const names = asked.map(({ name }) => name);
        expect(Object.keys(left).every((name) => names.includes(name))).toBe(true);
        expect(dropped.some(({ field }) => names.includes(field))).toBe(false);
        expect(again.answers).toEqual(left);
        expect(again.asked).toEqual(asked);
        expect(again.dropped).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(form, (one) => {
        expect(parseOrderForm(JSON.parse(JSON.stringify(one)))).toEqual(one);
      }),
    );
  });
});
