export const VERDICTS = ['met', 'missed', 'atRisk', 'insufficientData'] as const;
/** `atRisk`: not missed yet, but on the way to it; only an open period can be. */
export type Verdict = (typeof VERDICTS)[number];
