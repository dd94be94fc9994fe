import { reachOfClosing } from '@accord/domain';
import type { PublicAct } from '../../platform/act/act.js';
import type { Parameters } from '../../platform/database/parameters.js';
import { COMMITMENTS, reached } from '../judged-commitments.js';
import { type ResultShape, resultShape } from './result-fields.js';

/** How to read whole results from `period_result r`: `sql` is one, after FROM stands `from`. */
export function resultSelect({ viewer, at }: PublicAct, parameters: Parameters): ResultShape & { from: string } {
  const closes = reached(reachOfClosing(viewer!), parameters);
  const isKnown = closes === 'true' || closes === 'false';
  const from = isKnown ? 'period_result r' : `period_result r JOIN (${COMMITMENTS}) ON c.id = r.commitment_id`;
  return { ...resultShape(null, { closes, at: () => parameters.add(at) }), from };
}
