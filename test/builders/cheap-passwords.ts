import { Module, type DynamicModule } from '@nestjs/common';
import { PASSWORD_COST, type PasswordCost } from '@accord/api/people/passwords.js';

const CHEAPEST: PasswordCost = { memoryCost: 8, timeCost: 1, parallelism: 1 };

@Module({})
class CheapPasswordsModule {}

/** Hashing that takes no time, for stories that sign in often. */
export const cheapPasswords: DynamicModule = {
  module: CheapPasswordsModule,
  global: true,
  providers: [{ provide: PASSWORD_COST, useValue: CHEAPEST }],
  exports: [PASSWORD_COST],
};
