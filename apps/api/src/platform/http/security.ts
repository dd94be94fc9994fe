import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';

/** Any value will do: a page of another origin cannot send the header without being asked first. */
export const CLIENT_HEADER = 'x-accord-client';

/** What the header says when the client asks by itself, and nobody need be there. */
export const POLLING = 'polling';

/** What browsers are told to refuse. */
export function securityHeaders({ https }: { https: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https,
  });
}

/** Whether a request is judged by an access token alone, whatever cookie comes with it. */
export function carriesToken({ headers }: Pick<Request, 'headers'>): boolean {
  return /^Bearer\b/i.test(headers.authorization ?? '');
}

/** Requests that may change something must say that our client sends them: closes cross-site forgery. */
export const requireClientHeader: RequestHandler = (request, response, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return next();
  // A browser sends no access token by itself, and what servers of others answer is judged by no cookie.
  if (request.headers[CLIENT_HEADER] || carriesToken(request) || request.path.startsWith('/hooks/')) return next();
  // Where nothing at all says who asks, it is a machine without its token.
  const isNobody = !request.headers.cookie && request.path !== '/graphql';
  const [status, code, message] = isNobody
    ? [401, 'UNAUTHENTICATED', 'Send an access token: the header Authorization: Bearer, and the token.']
    : [403, 'NO_CLIENT_HEADER', `Send the header ${CLIENT_HEADER} with requests that change something.`];
  response.status(status).json({ errors: [{ message, code, field: [], extensions: { code } }] });
};
