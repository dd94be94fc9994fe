import { ImportRunner } from '@accord/api/performance/imports/import-runner.js';
import type { Asking, Rows } from './row.js';
import type { World } from './world.js';

let made = 0;

const NOBODYS_FILE = '00000000-0000-7000-8000-000000000000';
const log = ({ given }: World) => given.eventLog([{ number: `INC${++made}` }]);

/** An import of the service in question that somebody else has made. */
async function imported(world: World) {
  const { given, home } = world;
  const manager = (await given.serviceManagers())[0]!;
  return { id: (await given.imported(manager, log(world), { serviceId: home.service.id })).id as string };
}

/** The same, stopped half-way, its file still there. */
async function interrupted(world: World) {
  const { api, given, home } = world;
  await api.get(ImportRunner).idle();
  const [manager, file] = [(await given.serviceManagers())[0]!, log(world)];
  const { id } = await given.imported(manager, file, { serviceId: home.service.id });
  await api.dataSource.query(
    `UPDATE import_run SET state = 'interrupted', reason = 'Stopped.', upload_id = $2 WHERE id = $1`,
    [id, await given.upload(manager, file)],
  );
  return { id };
}

/** A file of whoever asks, where they may send one. */
async function order(world: World, asking: Asking, serviceId: string | null) {
  const { api, given } = world;
  // One import of a source at a time: the one before has to come to its end.
  await api.get(ImportRunner).idle();
  const cookie = asking && (await given.session(asking));
  const uploadId = await given.upload({ cookie }, log(world)).catch(() => NOBODYS_FILE);
  const profileId = await given.profileId((await given.serviceManagers())[0]!, 'servicenow-incident-log');
  return { input: { uploadId, kind: 'TICKETS', profileId, serviceId } };
}

/** A calendar of whoever asks, for the service in question. */
async function calendarFile({ given, home }: World, asking: Asking) {
  const cookie = asking && (await given.session(asking));
  const text = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';
  const uploadId = await given.upload({ cookie }, text, 'home.ics').catch(() => NOBODYS_FILE);
  return { uploadId, serviceId: home.service.id };
}

export const imports: Rows = {
  imports: { arguments: async (world) => (await imported(world), { first: 20 }) },
  import: { arguments: imported, selection: 'id' },
  importProfiles: {},
  examineUpload: {
    arguments: async (world, asking) => {
      const { uploadId } = (await order(world, asking, null)).input;
      return { input: { uploadId, kind: 'TICKETS' } };
    },
    selection: 'rowsSeen',
    isPersonal: true,
  },
  previewImport: {
    arguments: (world, asking) => order(world, asking, world.home.service.id),
    selection: 'headers',
    isPersonal: true,
  },
  startImport: { arguments: (world, asking) => order(world, asking, world.home.service.id), isPersonal: true },
  previewMaintenances: { arguments: calendarFile, selection: 'past', isPersonal: true },
  importMaintenances: { arguments: calendarFile, isPersonal: true },
  resumeImport: { isAlone: true, arguments: interrupted },
  saveImportProfile: {
    arguments: async ({ api, given }) => {
      const manager = (await given.serviceManagers())[0]!;
      const { importProfiles } = await api.as(manager).run('{ importProfiles { slug definition } }');
      const { definition } = importProfiles.find(({ slug }: { slug: string }) => slug === 'servicenow-incident-log');
      return { input: { slug: `new-profile-${++made}`, name: 'New', kind: 'TICKETS', definition } };
    },
  },
};
