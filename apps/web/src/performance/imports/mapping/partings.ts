/** What may part the columns of a file, by what it is called in an address. */
export const partings = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;
export type Parting = keyof typeof partings;
