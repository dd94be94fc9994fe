import { DomainError } from '@accord/domain';
import { Controller, Inject, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import type { Config } from '../../platform/config.js';
import { CONFIG } from '../../platform/platform.module.js';
import { Uploads } from './uploads.js';
import { tooLarge } from './write-limited.js';

/** Files travel here and never inside GraphQL: the body is the file, `x-file-name` its name, URI-encoded. */
@Controller('uploads')
export class UploadsController {
  constructor(
    private readonly uploads: Uploads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  async receive(@CurrentAct() act: Act, @Req() request: Request): Promise<{ id: string }> {
    if (!request.is('application/octet-stream')) {
      throw new DomainError('WRONG_TYPE', 'Send the file itself, as application/octet-stream.');
    }
    const bytesTold = Number(request.headers['content-length'] ?? 0);
    if (bytesTold > this.config.uploadLimitBytes) throw tooLarge(this.config.uploadLimitBytes);
    const { id } = await this.uploads.receive(act, fileNameOf(request), request, bytesTold);
    return { id };
  }
}

function fileNameOf(request: Request): string {
  const sent = request.get('x-file-name') ?? '';
  try {
    return decodeURIComponent(sent);
  } catch {
    return sent;
  }
}
