import { startStory } from '../../builders/index.js';
import { APPROVE, ACCEPT, DELIVER, START } from './documents.js';
import { CHANGE_FORM, DRAFT_FORM, DUPLICATE_FORM, FORM, QUOTE_FORM, SUBMIT_FORM } from './form-documents.js';

const { api, given } = await startStory();

const kind = { type: 'string', title: 'Kind', enum: ['standard', 'special'] };
const why = { type: 'string', title: 'Why', maxLength: 40 };
const form = {
  schema: {
    type: 'object',
    properties: {
      kind,
      seats: { type: 'integer', title: 'Seats', minimum: 1, maximum: 500 },
      lead: { type: 'string', title: 'Lead', format: 'person' },
      replaces: { type: 'string', title: 'Replaces', format: 'subscription' },
    },
    required: ['kind', 'seats'],
    allOf: [
      {
        if: { properties: { kind: { const: 'special' } }, required: ['kind'] },
        then: { properties: { why }, required: ['why'] },
      },
    ],
  },
  ui: { order: ['kind', 'why', 'seats', 'lead', 'replaces'] },
  quantityField: 'seats',
};

/** A place whose service asks something. */
async function formPlace(asked: object = form) {
  const prices = [{ kind: 'perUnit' as const, label: 'Seat', amount: '4.00', per: 'month' as const, unitName: 'seat' }];
  const place = await given.orderPlace({ plan: { prices } });
  await given.offered(place.service, (now) => ({ ...now, form: asked }));
  const changed = (next: object | null) => given.offered(place.service, (now) => ({ ...now, form: next }));
  const as = api.as(place.requester);
  const run = (document: string, variables: object) => as.answer(document, variables);
  const input = (answers?: object, item: object = {}) => ({
    items: [{ planId: place.plan.id, answers, ...item }],
    reason: 'For work.',
  });
  const draft = async (answers?: object, item?: object) => run(DRAFT_FORM, { input: input(answers, item) });
  const change = ({ id, version }: { id: string; version: number }, answers: object, item?: object) =>
    run(CHANGE_FORM, { id, version, input: { items: input(answers, item).items } });
  const submit = ({ id, version }: { id: string; version: number }) => run(SUBMIT_FORM, { id, version });
  const quote = async (answers?: object, item?: object) => run(QUOTE_FORM, { input: input(answers, item) });
  const live = async () => (await run(FORM, { slug: place.service.slug })).orderForm;
  return { place, changed, draft, change, submit, quote, live, run };
}
const standard = { kind: 'standard', seats: 3 };

describe('the form of a service', () => {
  it('is read with the version that it belongs to, in the order of its page', async () => {
    const { live, changed } = await formPlace();
    const asked = await live();

    expect(asked.form.ui.order).toEqual(['kind', 'why', 'seats', 'lead', 'replaces']);
    expect(asked.serviceVersionId).toMatch(/^[0-9a-f-]{36}$/);
    await changed(null);
    expect(await live()).toBeNull();
  });

  it('is answered, and the answers are told in words wherever the order is read', async () => {
    const { place, draft, submit } = await formPlace();
    const { order } = await draft({ ...standard, lead: place.member.id });

    const sent = await submit(order);

    expect(sent).toMatchObject({ errors: [], order: { state: 'AWAITING_APPROVAL' } });
    expect(sent.order.items[0]).toMatchObject({
      quantity: 3,
      answered: [
        { title: 'Kind', texts: ['standard'] },
        { title: 'Seats', texts: ['3'] },
        { title: 'Lead', texts: ['Tia Team'] },
      ],
    });
  });

  it('says the price as one fills: an answer is the quantity', async () => {
    const { quote } = await formPlace();

    expect((await quote({ ...standard, seats: 2 })).cost.monthly.amount).toBe('8.00');
    expect((await quote({ ...standard, seats: 30 })).cost.monthly.amount).toBe('120.00');
    expect(await quote({ kind: 'standard' })).toMatchObject({
      cost: { monthly: { amount: '4.00' } },
      refusals: [{ code: 'ANSWER_MISSING', field: ['items', '0', 'answers', 'seats'] }],
    });
  });

  it('drops hidden answers and lists them: in the quote, the draft and the order that was sent', async () => {
    const { draft, submit, quote } = await formPlace();
    const hidden = { ...standard, why: 'A secret reason.' };
    const dropped = [{ field: 'why', title: 'Why' }];

    expect((await quote(hidden)).items[0].droppedAnswers).toEqual(dropped);
    const { order } = await draft(hidden);
    expect(order.items[0]).toMatchObject({ droppedAnswers: dropped, answers: standard });
    const sent = await submit(order);
    expect(sent.order.items[0]).toMatchObject({ droppedAnswers: dropped, answers: standard });
    const rows = await api.dataSource.query(
      `SELECT 1 FROM order_item WHERE to_jsonb(order_item)::text LIKE '%secret%'`,
    );
    expect(rows).toEqual([]);
    const audited = await api.dataSource.query(
      `SELECT 1 FROM audit_entry WHERE to_jsonb(audit_entry)::text LIKE '%A secret reason%'`,
    );
    expect(audited).toEqual([]);
  });

  it('refuses the submission at each field that is wrong, and nothing of it is kept', async () => {
    const { draft, submit, quote } = await formPlace();
    const { order, errors } = await draft({ kind: 'special', seats: 3 });
    expect(errors).toEqual([]);

    expect(await submit(order)).toMatchObject({
      order: null,
      errors: [
        { code: 'ANSWER_MISSING', field: ['items', '0', 'answers', 'why'], message: 'Why: this needs an answer.' },
      ],
    });
    const wrong = await draft({ kind: 'gold', seats: 501 });
    expect(await submit(wrong.order)).toMatchObject({
      errors: [{ code: 'WRONG_ANSWER', field: expect.arrayContaining(['kind']) }],
    });
    expect((await draft({ ...standard, hobby: 'x' })).errors).toMatchObject([
      { code: 'WRONG_ANSWER', field: ['items', '0', 'answers', 'hobby'] },
    ]);
    // Names that every object has, the JSON of a program may say as well.
    for (const name of ['constructor', 'toString', '__proto__'])
      await expect(quote(JSON.parse(`{ "${name}": "x" }`))).rejects.toThrow(`no field called "${name}"`);
  });

  it('takes only people, units and subscriptions that the requester may name', async () => {
    const { place, draft } = await formPlace();
    const outsider = await given.person({
      roles: [{ role: 'providerContact', kind: 'provider', id: (await given.provider()).id }],
    });
    const other = await given.orderPlace();
    const done = await given.order(other, 'completed');
    const [{ id: theirs }] = await api.dataSource.query(
      'SELECT subscription_id AS id FROM order_item WHERE order_id = $1',
      [done.id],
    );
    const refused = (field: string) => [{ code: 'WRONG_ANSWER', field: ['items', '0', 'answers', field] }];

    expect((await draft({ ...standard, lead: place.service.id })).errors).toMatchObject(refused('lead'));
    expect((await draft({ ...standard, lead: outsider.id })).errors).toMatchObject(refused('lead'));
    expect((await draft({ ...standard, replaces: theirs })).errors).toMatchObject(refused('replaces'));
  });

  it('that changed meanwhile says what changed, keeps the answers that fit, and takes them once they were looked at', async () => {
    const { changed, draft, change, submit, quote, live } = await formPlace();
    const { serviceVersionId: before } = await live();
    const { order } = await draft({ kind: 'special', why: 'Films', seats: 3 }, { serviceVersionId: before });
    const { properties, ...rest } = form.schema;
    const schema = {
      ...rest,
      properties: { ...properties, until: { type: 'string', title: 'Until', format: 'date' } },
    };
    await changed({
      ...form,
      schema: { ...schema, allOf: [{ ...rest.allOf[0], then: { properties: { why: { ...why, maxLength: 3 } } } }] },
      ui: { order: [...form.ui.order, 'until'] },
    });

    const refused = await submit(order);
    expect(refused.errors).toMatchObject([{ code: 'STALE', field: ['items', '0', 'answers'] }]);
    expect(refused.errors[0].message).toMatch(/"Why" has changed; your answer "Films" is left out. "Until" is new.$/);
    expect((await quote(standard, { serviceVersionId: before })).refusals).toMatchObject([{ code: 'STALE' }]);

    const saved = await change(order, { kind: 'special', why: 'Films', seats: 4 }, { serviceVersionId: before });
    expect(saved.order.items[0].formChanges).toMatchObject([
      { kind: 'CHANGED', field: 'why', answer: 'DROPPED' },
      { kind: 'ADDED', field: 'until', answer: 'NONE' },
    ]);
    const { serviceVersionId } = await live();
    const looked = await change(saved.order, { kind: 'special', why: 'TV', seats: 4 }, { serviceVersionId });
    expect(looked.order.items[0].formChanges).toEqual([]);
    expect((await submit(looked.order)).errors).toEqual([]);
  });

  it('that looks other but asks the same is no change', async () => {
    const { changed, draft, submit, live } = await formPlace();
    const { serviceVersionId } = await live();
    const { order } = await draft(standard, { serviceVersionId });
    await changed({ ...form, ui: { order: [...form.ui.order].reverse() } });

    const sent = await submit(order);

    expect(sent.errors).toEqual([]);
    expect(sent.order.items[0].serviceVersionId).toBe((await live()).serviceVersionId);
  });

  it('is known by a version that was offered, not by a draft nor that of another service', async () => {
    const { place, draft } = await formPlace();
    const other = await formPlace();
    const unpublished = await given.draftVersion(place.service);

    for (const serviceVersionId of [unpublished.id, (await other.live()).serviceVersionId])
      expect((await draft(standard, { serviceVersionId })).errors).toMatchObject([
        { code: 'NOT_FOUND', field: ['items', '0', 'serviceVersionId'] },
      ]);
  });

  it('is not asked again for a change: the answers before hold, with the new quantity', async () => {
    const { place, draft, submit, run } = await formPlace();
    const { order } = await draft({ ...standard, lead: place.member.id });
    const sent = await submit(order);
    const act = async (who: typeof place.owner, document: string) => api.as(who).run(document, { id: sent.order.id });
    await act(place.owner, APPROVE);
    await act(place.member, START);
    await act(place.member, DELIVER);
    await act(place.requester, ACCEPT);
    const [{ id: subscriptionId }] = await api.dataSource.query(
      'SELECT subscription_id AS id FROM order_item WHERE order_id = $1',
      [order.id],
    );

    const changed = await run(DRAFT_FORM, {
      input: { items: [{ kind: 'CHANGE', subscriptionId, quantity: 5 }], reason: 'More people.' },
    });

    expect(changed.errors).toEqual([]);
    expect(changed.order.items[0]).toMatchObject({
      quantity: 5,
      answers: { ...standard, seats: 5, lead: place.member.id },
    });
  });

  it('goes with a duplicate, and says there what changed since', async () => {
    const { changed, draft, submit, run } = await formPlace();
    const { order } = await submit((await draft(standard)).order);
    await changed({ ...form, schema: { ...form.schema, required: ['kind', 'seats', 'lead'] } });

    const copy = await run(DUPLICATE_FORM, { id: order.id });

    expect(copy.order.items[0]).toMatchObject({ answers: standard, formChanges: [{ field: 'lead', kind: 'CHANGED' }] });
  });

  it('with a mistake is refused at its path when the draft of the service is changed', async () => {
    const { place } = await formPlace();
    const office = await given.person({ roles: ['btOffice'] });
    const version = await given.draftVersion(place.service);
    const CHANGE = `mutation ($id: ID!, $revision: Int!, $definition: JSON!) {
      changeServiceDraft(id: $id, revision: $revision, definition: $definition) { version { id } errors { code field } }
    }`;
    const definition = { ...version.definition, form: { ...form, quantityField: 'lead' } };

    const { changeServiceDraft } = await api
      .as(office)
      .run(CHANGE, { id: version.id, revision: version.revision, definition });

    expect(changeServiceDraft.errors).toEqual([
      { code: 'MALFORMED_FORM', field: ['definition', 'form', 'quantityField'] },
    ]);
  });
});
