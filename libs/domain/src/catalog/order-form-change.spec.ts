import { fittingAnswers, formChanges } from './order-form-change.js';
import { parseOrderForm } from './order-form.js';

const text = (title: string, other: object = {}) => ({ type: 'string', title, ...other });
const form = (properties: object, other: object = {}) =>
  parseOrderForm({ schema: { type: 'object', properties, ...other } })!;
const before = form({ colour: text('Colour'), size: text('Size'), why: text('Why') });

describe('a form that changed while somebody filled it in', () => {
  it('says which fields are new, gone and other than before, and what becomes of the answers', () => {
    const after = form({
      colour: text('Colour', { enum: ['red', 'blue'] }),
      why: text('Why', { maxLength: 20 }),
      until: text('Until', { format: 'date' }),
    });
    const answers = { colour: 'green', size: 'L', why: 'Because' };

    expect(formChanges(before, after, answers).map(({ sentence }) => sentence)).toEqual([
      '"Colour" has changed; your answer "green" is left out.',
      '"Why" has changed; your answer stays.',
      '"Until" is new.',
      '"Size" is no longer asked; your answer "L" is left out.',
    ]);
    expect(fittingAnswers(after, answers)).toEqual({ why: 'Because' });
  });

  it('has changed when a field is asked on another condition, or has come to need an answer', () => {
    const properties = { colour: text('Colour') };
    const part = (value: string) => ({
      allOf: [
        {
          if: { properties: { colour: { const: value } }, required: ['colour'] },
          then: { properties: { shade: text('Shade') } },
        },
      ],
    });
    expect(formChanges(form(properties, part('red')), form(properties, part('blue')), {})).toMatchObject([
      { kind: 'changed', field: 'shade', answer: 'none' },
    ]);
    expect(formChanges(form(properties), form(properties, { required: ['colour'] }), { colour: 'x' })).toMatchObject([
      { kind: 'changed', field: 'colour', answer: 'kept' },
    ]);
  });

  it('has not changed when only its looks did', () => {
    const { schema } = before;
    const after = parseOrderForm({
      schema,
      ui: { order: ['why', 'size', 'colour'], hints: { why: { width: 'half' } } },
    });
    expect(formChanges(before, after, {})).toEqual([]);
    expect(formChanges(null, null, {})).toEqual([]);
  });

  it('may have come, or gone, as a whole', () => {
    expect(formChanges(null, before, {}).map(({ kind }) => kind)).toEqual(['added', 'added', 'added']);
    expect(formChanges(before, null, { size: 'L' }).map(({ answer }) => answer)).toEqual(['none', 'dropped', 'none']);
  });
});
