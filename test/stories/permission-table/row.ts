import type { Answer } from '../../builders/graph-client.js';
import type { Persona } from './personas.js';
import type { World } from './world.js';

/** Who asks; null = a stranger. */
export type Asking = Persona['person'];

/** How one operation is called, and how one sees that it was allowed. */
export interface Row {
  /**
   * Arguments of a call that succeeds for whoever may, about things of `world.home`.
   * Asked for again after each call that changed something, so it makes what the call uses up.
   */
  arguments?: (world: World, asking: Asking) => object | Promise<object>;
  /** The arguments depend on who asks: they are made anew for everybody. */
  isPersonal?: boolean;
  /** What the arguments are about is what another row changes: they are made when it is the row's turn. */
  isAlone?: boolean;
  /** What is asked of the answer; by default enough to see whether there is any. */
  selection?: string;
  /** For queries: whether the viewer was shown it. By default: not null, and not empty. */
  shows?: (answer: Answer, world: World) => boolean;
  /** Refusals that only follow once the permission has been checked, so they mean "allowed". */
  beyondPermission?: readonly string[];
}

/**
 * Rows by operation. A key with a dot is about a field, such as `person.roles`, or a case, such as `agreement.uc`:
 * the operation before the dot is called, the row's parts tell what is special.
 */
export type Rows = Readonly<Record<string, Row>>;

/** Rows whose things get in each other's way. */
export function inTurn(rows: Rows): Rows {
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, { ...row, isAlone: true }]));
}
