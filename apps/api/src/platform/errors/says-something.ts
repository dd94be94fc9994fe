import { Matches } from 'class-validator';

/** A text of blanks says nothing, and the database refuses it. */
export const SaysSomething = () => Matches(/\S/, { message: '$property must say something' });
