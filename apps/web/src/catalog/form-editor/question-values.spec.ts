import { parseOrderForm } from '@accord/domain';
import { expect, it } from 'vitest';
import { placeOfFault, refusing } from './form-faults';
import { formOfValues, isEditable, newQuestion, valuesOfForm, type QuestionValues } from './question-values';

const form = parseOrderForm({
  schema: {
    type: 'object',
    properties: {
      place: {
        type: 'string',
        title: 'Where?',
        oneOf: [
          { const: 'home', title: 'At home' },
          { const: 'desk', title: 'Here' },
        ],
      },
      lead: { type: 'string', title: 'Who leads?', format: 'person' },
      screens: { type: 'integer', title: 'How many screens?', minimum: 1, maximum: 4 },
      extras: {
        type: 'array',
        title: 'More',
        items: { type: 'string', enum: ['bag', 'mouse'] },
        uniqueItems: true,
        maxItems: 2,
      },
      code: { type: 'string', title: 'Code', minLength: 2, maxLength: 8, pattern: '^[A-Z]+$', description: 'Letters.' },
      sure: { type: 'boolean', title: 'I read the rules', const: true },
    },
    required: ['place', 'screens', 'sure'],
    allOf: [
      {
        if: { properties: { place: { const: 'home' }, screens: { minimum: 2 } }, required: ['place', 'screens'] },
        then: { properties: { address: { type: 'string', title: 'Address' } }, required: ['address'] },
        else: { properties: { floor: { type: 'string', title: 'Floor', enum: ['1', '2'] } } },
      },
      {
        if: { properties: { floor: { enum: ['1', '2'] } }, required: ['floor'] },
        then: { properties: { room: { type: 'string', title: 'Room' } } },
      },
      {
        if: { properties: { extras: { contains: { const: 'bag' } } }, required: ['extras'] },
        then: { properties: { colour: { type: 'string', title: 'Colour' } } },
      },
    ],
  },
  ui: {
    order: ['place', 'address', 'floor', 'room', 'lead', 'screens', 'extras', 'colour', 'code', 'sure'],
    hints: { place: { widget: 'radio' }, address: { widget: 'textarea' }, code: { placeholder: 'AB', width: 'half' } },
  },
  quantityField: 'screens',
  limitFields: { screen: 'screens' },
})!;

it('says after the editor what it said before, conditions and all', () => {
  const said = parseOrderForm(formOfValues(valuesOfForm(form)))!;
  expect(said.ui).toEqual(form.ui);
  expect(said.schema.properties).toEqual(form.schema.properties);
  expect(said.schema.allOf).toEqual(form.schema.allOf);
  expect(said).toMatchObject({ quantityField: 'screens', limitFields: { screen: 'screens' } });
  expect(isEditable(form)).toBe(true);
  expect(formOfValues(valuesOfForm(null))).toBeNull();
});

it.each<[string, object]>([
  [
    'tests a text',
    {
      if: { properties: { name: { const: 'x' } }, required: ['name'] },
      then: { properties: { more: { type: 'string', title: 'More' } } },
    },
  ],
  [
    'needs elsewhere what is asked always',
    { if: { properties: { yes: { const: true } }, required: ['yes'] }, then: { required: ['name'] } },
  ],
])('leaves a form as text that %s', (_, part) => {
  const name = { type: 'string', title: 'Name' };
  const yes = { type: 'boolean', title: 'Yes' };
  expect(isEditable(parseOrderForm({ schema: { type: 'object', properties: { name, yes }, allOf: [part] } }))).toBe(
    false,
  );
});

it('names a new question after its words, and asks it only after what it hangs on', () => {
  const { questions } = valuesOfForm(null);
  const add = (given: Partial<QuestionValues>) => questions.push({ ...newQuestion(questions), ...given });
  add({
    title: 'Until when?',
    kind: 'date',
    conditions: [{ question: 'new-2', is: ['true'], least: null, most: null }],
  });
  add({ title: 'Only for a time', kind: 'yes', required: false });
  add({ title: 'Until when', kind: 'date', conditions: [{ question: 'gone', is: ['x'], least: null, most: null }] });
  add({ title: '2 ways', kind: 'choice', options: ' a \n\nb' });

  const whole = { questions: questions.filter((_, i) => i !== 2), quantity: '', limits: [] };
  expect(parseOrderForm(formOfValues(whole))).toEqual({
    schema: {
      type: 'object',
      properties: {
        onlyForATime: { type: 'boolean', title: 'Only for a time' },
        question2Ways: { type: 'string', title: '2 ways', enum: ['a', 'b'] },
      },
      required: ['question2Ways'],
      allOf: [
        {
          if: { properties: { onlyForATime: { const: true } }, required: ['onlyForATime'] },
          then: {
            properties: { untilWhen: { type: 'string', format: 'date', title: 'Until when?' } },
            required: ['untilWhen'],
          },
        },
      ],
    },
    ui: { order: ['untilWhen', 'onlyForATime', 'question2Ways'] },
  });
  expect(formOfValues({ questions, quantity: '', limits: [] })).toMatchObject({
    ui: { order: [{}, {}, 'untilWhen2', {}].map(() => expect.any(String)) },
  });
});

it('says at its field what the rules refuse', () => {
  const values = valuesOfForm(form);
  const wrong = (change: (questions: QuestionValues[]) => void) => {
    const questions = values.questions.map((one) => ({ ...one }));
    change(questions);
    const given = { ...values, questions };
    try {
      refusing(
        () => parseOrderForm(formOfValues(given), []),
        (path) => placeOfFault(given, path, ['form']),
      );
    } catch (error) {
      return (error as { refusals: { field: string[]; message: string }[] }).refusals[0]!;
    }
  };
  expect(wrong((all) => (all[5]!.least = 9))).toMatchObject({
    field: ['form', 'questions', '5', 'least'],
    message: 'Is above maximum.',
  });
  expect(wrong((all) => (all[4]!.title = 'x'.repeat(121)))?.field).toEqual(['form', 'questions', '4', 'title']);
  expect(wrong((all) => (all[2]!.options = '1\n1'))?.field).toEqual(['form', 'questions', '2', 'options']);
  expect(wrong((all) => (all[5]!.required = false))?.field).toEqual(['form', 'quantity']);
});
