import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'accord:public';

/** Lets everybody call a resolver or a controller's method; without it only signed-in people get in. */
export const Public = () => SetMetadata(PUBLIC, true);
