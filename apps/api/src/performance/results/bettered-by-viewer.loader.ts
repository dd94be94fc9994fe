import type { PeriodEffect } from '@accord/domain';
import type { Act } from '../../platform/act/act.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { betteredByOwnData } from './brought-since.js';

/** As of `betteredByOwnData`; an exclusion touches a few periods. */
export const betteredByViewer = defineLoader<PeriodEffect, boolean>((effects, { manager, act }) =>
  Promise.all(effects.map((effect) => betteredByOwnData(manager, act as Act, effect))),
);
