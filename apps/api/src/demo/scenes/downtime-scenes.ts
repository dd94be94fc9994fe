import { Maintenances } from '../../performance/maintenances/maintenances.js';
import { MAINTAINED } from '../content/maintenance.js';
import { PROBED } from '../content/probes.js';
import { outageTimes } from '../measured/outage-times.js';
import { instantAt, plusDays, weekdayOf } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

const REPORTED_AFTER_MS = 25 * 60_000;

/** Entered by hand when they are over; those of watched services come with the file of the monitor. */
export function outageScenes(stage: Stage): Scene[] {
  const watched = new Set<string>(PROBED.map(({ service }) => service));
  return outageTimes(stage.months, stage.random)
    .filter(({ service }) => !watched.has(service))
    .map(({ service, from, to, cause }) => ({
      at: new Date(to.getTime() + REPORTED_AFTER_MS),
      step: 'Outages',
      effort: 2,
      play: () => stage.measurementsOf('mara').outage({ serviceId: stage.id('service', service), from, to, cause }),
    }));
}

/** Announced twelve days ahead, for the second Sunday of the month; one was called off. */
export function maintenanceScenes(stage: Stage): Scene[] {
  const months = Array.from({ length: 14 }, (_, i) => i + 1);
  return [
    ...months.flatMap((month) =>
      MAINTAINED.map((work) => announced(stage, month, { ...work, hours: ['02:00', '04:00'] })),
    ),
    calledOff(
      stage,
      announced(stage, 6, {
        service: 'online-store',
        description: 'Move to larger servers.',
        hours: ['03:00', '06:00'],
      }),
    ),
  ];
}

interface Work {
  service: string;
  description: string;
  hours: readonly [from: string, to: string];
}

function announced(stage: Stage, month: number, { service, description, hours: [from, to] }: Work) {
  const { months } = stage;
  const day = months.days(month).filter((other) => weekdayOf(other) === 0)[1]!;
  const time = { from: instantAt(months.zone, day, from), to: instantAt(months.zone, day, to) };
  return {
    at: instantAt(months.zone, plusDays(day, -12), '14:00'),
    step: 'Maintenance',
    play: () =>
      stage.measurementsOf('owen').maintenance({ serviceId: stage.id('service', service), ...time, description }),
  };
}

function calledOff(stage: Stage, scene: ReturnType<typeof announced>): Scene {
  const play = async () => {
    const { id } = await scene.play();
    return stage.get(Maintenances).cancel(await stage.act('owen'), id, 'The servers were delivered late.');
  };
  return { ...scene, play };
}
