import { Not } from 'typeorm';
import { ClaimEntity } from '../../performance/claims/claim.entity.js';
import { Claims } from '../../performance/claims/claims.js';
import { ProviderFigures } from '../../performance/records/provider-figures.js';
import { PeriodResultEntity } from '../../performance/results/period-result.entity.js';
import { Database } from '../../platform/database/database.js';
import { rememberedStart } from '../measured/outage-times.js';
import { instantAt } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

const step = 'Claims';

/** Months of the demo in which the lines of Varnquist were down. */
const [DISPUTED_CLAIM, OTHER_FIGURE] = [8, 11];

/** What Varnquist owes for its lines is disputed and paid after all; what it measured of another month is objected to. */
export function claimScenes(stage: Stage): Scene[] {
  const on = (month: number, workingDay: number) =>
    instantAt(stage.months.zone, stage.workingDay(month + 1, workingDay), '15:20');
  const claims = stage.get(Claims);
  const moved = (workingDay: number, play: () => Promise<unknown>): Scene => ({
    at: on(DISPUTED_CLAIM, workingDay),
    step,
    play,
  });
  const [dispute, insistence] = [
    'The plant was without power: nobody could have kept the lines up.',
    'The lines have batteries for four hours by annex 3; they were empty after ten minutes.',
  ];
  let figure = '';
  return [
    moved(5, async () => claims.claim(await stage.act('hugo'), ...(await known(stage)))),
    moved(8, async () => claims.dispute(await stage.act('victor'), ...(await known(stage)), dispute)),
    moved(10, async () => claims.insist(await stage.act('hugo'), ...(await known(stage)), insistence)),
    moved(13, async () => claims.accept(await stage.act('victor'), ...(await known(stage)), null)),
    { at: on(OTHER_FIGURE, 4), step, play: async () => (figure = await stated(stage)) },
    {
      at: on(OTHER_FIGURE, 7),
      step,
      play: async () =>
        stage
          .get(ProviderFigures)
          .object(
            await stage.act('hugo'),
            figure,
            'The controllers were back at 14:25, as our probes and the desk show.',
          ),
    },
  ];
}

async function known(stage: Stage): Promise<[id: string, version: number]> {
  const { id, version } = await stage.get(Database).read.findOneByOrFail(ClaimEntity, {
    agreementId: stage.id('agreement', 'varnquist-lines'),
    period: stage.months.period(DISPUTED_CLAIM),
  });
  return [id, version];
}

async function stated(stage: Stage): Promise<string> {
  const { id: resultId } = await stage.get(Database).read.findOneByOrFail(PeriodResultEntity, {
    commitmentId: stage.id('commitment', 'office-wifi/uptime-uc'),
    period: stage.months.period(OTHER_FIGURE),
    state: Not('superseded' as const),
  });
  const from = rememberedStart(stage.months, OTHER_FIGURE, 12, '10:05').getTime();
  const countedMs = 40 * 60_000;
  return stage.get(ProviderFigures).state(await stage.act('victor'), {
    resultId,
    figure: '99.8',
    note: 'Our own monitor, which asks every controller each minute.',
    incidents: [{ label: 'Settings lost after the update', from, to: from + countedMs, countedMs }],
  });
}
