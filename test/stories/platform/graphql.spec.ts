import { startStory } from '../../builders/index.js';
import { ada, noteModule } from '../../platform/note.fixture.js';

const { api } = await startStory([noteModule]);

const WRITE = `mutation ($text: String!) {
  writeNote(input: { text: $text }) { written note { id text writtenAt entries } errors { code field message } }
}`;
const NOTES = '{ allNotes { text entries } }';

describe('a mutation', () => {
  it('answers what it has done, at the instant of the act', async () => {
    const { writeNote } = await api.as(ada).run(WRITE, { text: 'hello' });

    expect(writeNote).toMatchObject({
      written: true,
      errors: [],
      note: { text: 'hello', writtenAt: '2026-03-16T09:00:00.000Z', entries: 1 },
    });
  });

  it('says which rule refused it, and leaves nothing behind', async () => {
    const { writeNote } = await api.as(ada).run(WRITE, { text: 'taken' });

    const message = 'There is such a note already.';
    expect(writeNote).toEqual({
      written: false,
      note: null,
      errors: [{ code: 'NOTE_TAKEN', field: ['text'], message }],
    });
    expect(await api.as(ada).run('{ allNotes(text: "taken") { text } }')).toEqual({ allNotes: [] });
  });

  it('says which field has not the shape that it must have', async () => {
    const { writeNote } = await api.as(ada).run(WRITE, { text: '   ' });

    expect(writeNote.errors).toEqual([{ code: 'INVALID', field: ['text'], message: 'A note must say something.' }]);
  });

  it('hides the reason of a fault behind a correlation id', async () => {
    const { data, errors } = await api.as(ada).ask(WRITE, { text: 'crash' });

    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['writeNote'], extensions: { code: 'FAULT' } }]);
    expect(JSON.stringify(errors)).not.toContain('secret');
    expect(errors![0]!.message).toContain(errors![0]!.extensions.correlationId);
  });

  it('is refused without the header of our client', async () => {
    const response = await api.as(ada).post('/graphql').unset('x-accord-client').send({ query: WRITE });

    expect(response.status).toBe(403);
    expect(response.body.errors[0].code).toBe('NO_CLIENT_HEADER');
  });
});

describe('a query', () => {
  it('is refused to who has not signed in', async () => {
    const { data, errors } = await api.anonymously().ask('{ whoAmI }');

    expect(data).toBeNull();
    expect(errors).toMatchObject([{ message: 'Please sign in.', extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('knows who asks and when', async () => {
    expect(await api.as(ada).run('{ whoAmI }')).toEqual({ whoAmI: 'Ada at 2026-03-16T09:00:00.000Z' });
  });

  it('names the code and field of a refusal', async () => {
    const { errors } = await api.anonymously().ask('{ refuse(how: "rule") }');

    expect(errors).toMatchObject([{ message: 'Not now.', extensions: { code: 'NOT_NOW', field: ['how'] } }]);
  });

  it('hides the reason of a fault', async () => {
    const { errors } = await api.anonymously().ask('{ refuse(how: "fault") }');

    expect(errors).toMatchObject([{ extensions: { code: 'FAULT' } }]);
    expect(JSON.stringify(errors)).not.toContain('secret');
  });

  it('is refused when a variable has the wrong type', async () => {
    const { errors } = await api.as(ada).ask('query ($text: String) { allNotes(text: $text) { text } }', { text: 7 });

    expect(errors).toMatchObject([
      { message: expect.stringContaining('text: '), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('is refused when it is deeper or wider than any screen', async () => {
    const wide = `{ ${Array.from({ length: 1600 }, (_, i) => `f${i}: whoAmI`).join(' ')} }`;
    const { errors } = await api.as(ada).ask(wide);

    expect(errors?.[0]?.message).toContain('1500 fields');
  });

  it('reads with as many statements for three rows as for one', async () => {
    const one = await api.statementsOf(() => api.as(ada).run(NOTES));
    await api.as(ada).run(WRITE, { text: 'second' });
    await api.as(ada).run(WRITE, { text: 'third' });
    const three = await api.statementsOf(() => api.as(ada).run(NOTES));

    expect(three.length).toBe(one.length);
    expect(one.length).toBe(2);
  });

  it('travels over REST with the same viewer and the same refusal', async () => {
    expect((await api.as(ada).get('/notes/mine')).body).toEqual({ name: 'Ada' });
    const refused = await api.anonymously().get('/notes/mine').set('accept', 'application/json');
    expect(refused.status).toBe(401);
    expect(refused.body.errors).toMatchObject([{ code: 'UNAUTHENTICATED', message: 'Please sign in.' }]);
  });
});
