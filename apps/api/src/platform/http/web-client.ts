import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type Request, type Response } from 'express';

const FOLDER = join(import.meta.dirname, '../../../../web/dist');
const NOT_BUILT =
  '<!doctype html><html lang="en"><title>Accord</title><p>The web client is not built. Run <code>npm start</code>.</p></html>';

/** Serves the built client; files that carry a hash in their name never change and are kept by browsers. */
export function serveWebClient(server: Express): void {
  server.use('/assets', express.static(join(FOLDER, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  server.use(express.static(FOLDER, { index: false, maxAge: 0 }));
}

/**
 * Answers a page of the client: it finds out itself what its address means.
 *
 * @returns false when the request does not ask for a page.
 */
export function sendWebClient(request: Request, response: Response): boolean {
  const asksForPage = ['GET', 'HEAD'].includes(request.method) && request.accepts(['json', 'html']) === 'html';
  if (!asksForPage && request.path !== '/') return false;
  const page = join(FOLDER, 'index.html');
  response.setHeader('Cache-Control', 'no-cache');
  if (existsSync(page)) response.sendFile(page);
  else response.type('html').send(NOT_BUILT);
  return true;
}
