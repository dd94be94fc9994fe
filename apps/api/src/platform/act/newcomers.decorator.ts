import { SetMetadata } from '@nestjs/common';

export const NEWCOMERS = 'accord:newcomers';

/** Lets in who has to choose a password of their own first, too. */
export const Newcomers = () => SetMetadata(NEWCOMERS, true);
