import { DomainError } from '@accord/domain';

/** What whoever still has the password that somebody else chose hears, until they have chosen their own. */
export const passwordToChoose = (): DomainError =>
  new DomainError(
    'PASSWORD_TO_CHOOSE',
    'Choose a password of your own first: the one that you were given is good for nothing else.',
  );
