import { startStory } from '../../builders/index.js';
import { ada, noteModule } from '../../platform/note.fixture.js';

const { api } = await startStory([noteModule]);

beforeAll(() => api.as(ada).run('mutation { writeNote(input: { text: "hello" }) { note { id } } }'));

it('keeps who did what and when, without the secrets', async () => {
  const entries = await api.dataSource.query('SELECT * FROM audit_entry');

  expect(entries).toMatchObject([
    {
      action: 'note.written',
      subject_type: 'note',
      at: new Date('2026-03-16T09:00:00.000Z'),
      actor_id: expect.any(String),
      before: null,
      after: { text: 'hello', accessToken: '[secret]' },
    },
  ]);
});

it.each(['UPDATE audit_entry SET action = $$other$$', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])(
  'lets nobody change the past: %s',
  async (statement) => {
    await expect(api.dataSource.query(statement)).rejects.toThrow('audit_entry is append-only');
  },
);
