import { DomainError } from '@accord/domain';
import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { Public } from '../../platform/act/public.decorator.js';
import { Clock } from '../../platform/clock.js';
import { REPLY_TOKEN } from '../../platform/webhooks/webhook-deliveries.js';
import { TaskAnswers } from './task-answers.js';

/** Where servers of others say later what became of a task that they were asked to do. */
@Controller('hooks/fulfilment')
export class FulfilmentHookController {
  constructor(
    private readonly answers: TaskAnswers,
    private readonly clock: Clock,
  ) {}

  /** The token of the call opens it, and nothing else. The same answer twice is one. */
  @Public()
  @Post(':task')
  @HttpCode(200)
  async answer(
    @Param('task') task: string,
    @Headers(REPLY_TOKEN) token: string | undefined,
    @Body() body: unknown,
  ): Promise<{ state: string }> {
    if (!token) throw new DomainError('NOT_FOUND', `Send the token of the call in the header ${REPLY_TOKEN}.`, []);
    return { state: await this.answers.answer(this.clock.now(), task, token, body) };
  }
}
