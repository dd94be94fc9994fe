import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { DemoFills } from './demo-fills.js';

/** The demo organisation: made up, but made by the use cases of everybody. */
@Module({ imports: [PeopleModule], providers: [DemoFills] })
export class DemoModule {}
