import { Module } from '@nestjs/common';
import { Uploads } from './uploads.js';
import { UploadsController } from './uploads.controller.js';

/** Files that people send, for whatever they are. */
@Module({ controllers: [UploadsController], providers: [Uploads], exports: [Uploads] })
export class UploadsModule {}
