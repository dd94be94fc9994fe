import { ValidateIf } from 'class-validator';

/** A field of a change that may be left out, but not emptied: null meets the rules that stand beside this. */
export const Omittable = () => ValidateIf((_, value: unknown) => value !== undefined);
