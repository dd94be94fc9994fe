import { z } from 'zod';

export const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-1'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How the file is written: one record a row, the first row names the columns. */
export const fileFormat = z.strictObject({
  delimiter: z.enum(DELIMITERS).default(','),
  encoding: z.enum(ENCODINGS).default('utf-8'),
  /** What stands in a cell that has no value; an empty cell never has one. */
  missing: z.array(z.string().max(40)).max(20).default([]),
});
export type FileFormat = z.output<typeof fileFormat>;

/** Name of a column, as the header writes it. */
export const column = z.string().trim().min(1).max(200);
