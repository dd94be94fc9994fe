import { type PeriodEffect, restatementReason } from './period-effect.js';

const effect = (hasLateData: boolean) => ({ period: '2026-01', restates: true, hasLateData }) as PeriodEffect;
const LATE = 'It also counts what became known of 2026-01 after closing.';

it.each([
  ['The plug was pulled', false, 'Exclusion approved: The plug was pulled'],
  ['The plug was pulled.', true, `Exclusion approved: The plug was pulled. ${LATE}`],
  ['The plug was pulled', true, `Exclusion approved: The plug was pulled. ${LATE}`],
  ['Who pulled the plug?', true, `Exclusion approved: Who pulled the plug? ${LATE}`],
])('says why %s restates, with late data: %s, in sentences', (reason, isLate, said) => {
  expect(restatementReason(reason, [effect(isLate)])).toBe(said);
});
