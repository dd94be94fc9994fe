import type { PublicAct } from '../../platform/act/act.js';
import type { Parameters } from '../../platform/database/parameters.js';
import { COMMITMENTS } from '../judged-commitments.js';
import { closesCommitment, closesResult } from './closing-right.js';
import { type ResultShape, resultShape } from './result-fields.js';

/** How to read whole results from `period_result r`: `sql` is one, after FROM stands `from`. */
export function resultSelect({ viewer, at }: PublicAct, parameters: Parameters): ResultShape & { from: string } {
  const ofCommitment = closesCommitment(viewer!, parameters);
  const isKnown = ofCommitment === 'true' || ofCommitment === 'false';
  const from = isKnown ? 'period_result r' : `period_result r JOIN (${COMMITMENTS}) ON c.id = r.commitment_id`;
  const closes = () => closesResult(viewer!, ofCommitment, parameters);
  return { ...resultShape(null, { closes, at: () => parameters.add(at) }), from };
}
