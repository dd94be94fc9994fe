/** For `@Matches(/\S/, …)`: a text of blanks says nothing. */
export const MUST_SAY_SOMETHING = { message: '$property must say something' };
