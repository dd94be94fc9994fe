export const VERDICTS = ['met', 'missed', 'atRisk', 'insufficientData'] as const;
/** `atRisk`: not missed yet, but on the way to it; only an open period can be. */
export type Verdict = (typeof VERDICTS)[number];

/** `frozen`: the period was closed; `superseded`: a newer revision stands. */
export const RESULT_STATES = ['open', 'frozen', 'superseded'] as const;
export type ResultState = (typeof RESULT_STATES)[number];
