import { ORDER_KINDS, ORDER_STATES } from '@accord/domain';

/** Values of a column as PostgreSQL's checks list them. */
const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

export const STATES = listed(ORDER_STATES);
export const KINDS = listed(ORDER_KINDS);
