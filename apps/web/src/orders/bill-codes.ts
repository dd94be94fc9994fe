/** By what the parts of a bill are grouped, in the address and in GraphQL. */
export const codes = { service: 'SERVICE', plan: 'PLAN', unit: 'UNIT' } as const;
