import { Readable } from 'node:stream';
import { periodName } from '@accord/domain';
import { Ingestion } from '../../performance/ingestion/ingestion.js';
import { JudgeMeasurements } from '../../performance/ingestion/judge-measurements.js';
import { valuesIn } from '../measured/value-rows.js';
import { instantAt } from '../months.js';
import type { Stage } from '../stage.js';
import { MONTHS, thisMorning } from './mornings.js';
import type { Scene } from './scene.js';

const BEFORE_FILES_MS = 10 * 60_000;

/** What machines measured in a month, as they send it when it is over, and what is newer this morning. */
export function valueScenes(stage: Stage): Scene[] {
  const { months, random } = stage;
  const today = new Date(thisMorning(stage).getTime() - BEFORE_FILES_MS);
  return MONTHS.flatMap((month) => {
    const over = month === 13 ? today : instantAt(months.zone, months.day(month + 1, 1), '04:00');
    const at = over < today ? over : today;
    return valuesIn(month, at, months, random).map(({ source, lines }): Scene => {
      const play = async () => {
        const act = await stage.act('mara');
        const body = Readable.from([Buffer.from(lines.join('\n'))]);
        await stage.get(Ingestion).take(act, { source, format: 'ndjson', correction: null, body });
        // Its job rests while the demo is made.
        await stage.get(JudgeMeasurements).judge({}, act);
      };
      return { at, step: `Values of ${periodName(months.period(month))}`, effort: 10, play };
    });
  });
}
