import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { sendWebClient } from '../http/web-client.js';
import { reportFault } from './fault.js';
import { userErrorsOf } from './user-errors-of.js';

const STATUS: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  TOO_LATE: 409,
  TOO_LARGE: 413,
};

/** Last stop of exceptions: GraphQL ones travel on to `presentError`; REST ones become `{ errors: [...] }`. */
@Catch()
export class ExceptionsFilter implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType<'graphql' | 'http'>() === 'graphql') throw exception;
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    if (!request.route && sendWebClient(request, response)) return;
    const { status, errors } = answer(exception, request);
    if (response.headersSent) response.destroy();
    else response.status(status).json({ errors });
  }
}

function answer(exception: unknown, { method, path }: Request): { status: number; errors: object[] } {
  const refusals = userErrorsOf(exception);
  if (refusals) return { status: STATUS[refusals[0]?.code ?? ''] ?? 422, errors: refusals };
  const status = exception instanceof HttpException ? exception.getStatus() : clientMistake(exception);
  if (status) return { status, errors: [{ ...unread(status, (exception as Error).message), field: [] }] };
  const fault = reportFault(exception, { method, path });
  return { status: fault.code === 'UNAVAILABLE' ? 503 : 500, errors: [{ field: [], ...fault }] };
}

const CODES: Record<number, string> = { 404: 'NOT_FOUND', 413: 'TOO_LARGE' };

/** What was refused before any of our rules: with a code of ours, and not in the words of a parser. */
function unread(status: number, message: string): { code: string; message: string } {
  const code = CODES[status] ?? 'BAD_REQUEST';
  if (status === 413) return { code, message: 'The body of this request is too large.' };
  return {
    code,
    message: message.includes('JSON') ? 'The body of this request is not JSON as it should be.' : message,
  };
}

/** What Express itself refuses: a body that is too large, or no JSON. 0 = something else. */
function clientMistake(exception: unknown): number {
  const status = exception instanceof Error && 'status' in exception ? exception.status : 0;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 0;
}
