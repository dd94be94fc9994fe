/** The four scores from which an archetype is suggested, in the order in which they are asked. */
export const scoreNames = ['operationalDependence', 'strategicImpact', 'standardizability', 'uncertainty'] as const;
export type ScoreName = (typeof scoreNames)[number];
export type Scores = Record<ScoreName, number>;
