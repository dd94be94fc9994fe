import { Annotations } from '../../performance/annotations/annotations.js';
import { instantAt } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

/** The first month in which messages took longer. */
const SLOWER_FROM = 9;

/** What those who look after the Integration Hub know of its figures, and others should. */
export function annotationScenes(stage: Stage): Scene[] {
  const { months } = stage;
  const play = async () =>
    stage.get(Annotations).write(await stage.act('mara'), {
      commitmentId: stage.id('commitment', 'integration-hub/delivered-in-five-minutes'),
      from: months.at(SLOWER_FROM, 1),
      to: months.at(13, 31, '23:59'),
      words: 'Until every warehouse has the new message format, each of their messages is translated twice.',
    });
  return [{ at: instantAt(months.zone, stage.workingDay(12, 4), '11:30'), step: 'Annotations', play }];
}
