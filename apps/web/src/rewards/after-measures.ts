const ofMeasures = new Set(['reward.attainment', 'reward.curve', 'reward.deemed', 'reward.leftOut']);

/** The steps that follow those of the measures, which stand beside each measure already. */
export const afterMeasures = <Step extends { rule: string }>(steps: readonly Step[]): Step[] =>
  steps.filter(({ rule }) => !ofMeasures.has(rule));
