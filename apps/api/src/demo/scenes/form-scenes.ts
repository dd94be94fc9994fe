import { ordersBy } from '../builders/orders.js';
import { FORMS } from '../content/forms.js';
import { instantAt } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

/** Two services begin to ask something on the last evening, and one order answers. */
export function formScenes(stage: Stage): Scene[] {
  const evening = (time: string) => instantAt(stage.months.zone, stage.workingDayBefore(1), time);
  return [
    ...FORMS.map(([service, form]) => ({
      at: evening('18:00'),
      step: 'Catalog',
      play: () => stage.catalogOf('priya').offered({ id: stage.id('service', service) }, (now) => ({ ...now, form })),
    })),
    { at: evening('18:20'), step: 'Orders', play: () => orderForDrawing(stage) },
  ];
}

async function orderForDrawing(stage: Stage): Promise<void> {
  const answers = { work: 'drawing', programs: ['CAD', 'Image editing'], laptops: 2, delivery: 'to the desk' };
  const item = { kind: 'subscribe' as const, planId: stage.id('plan', 'managed-laptop/performance') };
  await ordersBy(stage.get).draft(await stage.act('emma'), {
    items: [{ ...item, answers: { ...answers, contact: stage.id('person', 'emma'), countries: 'Spain' } }],
    reason: 'Two designers draw the new shop fronts.',
  });
}
