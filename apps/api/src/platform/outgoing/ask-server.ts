import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP } from 'node:net';
import { retryAfterSeconds } from './retry-after.js';

export interface Answer {
  status: number;
  body: string;
  retryAfterSeconds: number | null;
}

/** Thrown when there is no answer; the sentence says why, without what others wrote. */
export class NoAnswer extends Error {}

/** Thrown when an answer is larger than what was allowed for it. */
export class TooLarge extends NoAnswer {}

export interface Outgoing {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** Which addresses are refused: asked for the very address that is then connected to. */
  isInside: (address: string) => boolean;
  signal: AbortSignal;
  /** From the first look-up to the last byte of the answer. */
  timeoutMs: number;
  largestBytes: number;
}

/** Asks a server of others; redirections are not followed. @throws {NoAnswer} */
export function askServer({ method, url, body, headers, isInside, signal, ...limits }: Outgoing): Promise<Answer> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  // An address that is written out is connected to without being looked up.
  if (isIP(host) && isInside(host)) return Promise.reject(new NoAnswer(`${host} is an address inside.`));
  return new Promise((resolve, reject) => {
    const limit = patience(signal, limits.timeoutMs);
    const { request } = target.protocol === 'https:' ? https : http;
    const explained = (error: NodeJS.ErrnoException) => reject(explain(error, limit.signal, limits.timeoutMs));
    const asked = request(target, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
      lookup: refusing(isInside),
      agent: false,
      signal: limit.signal,
    });
    asked.on('close', limit.end);
    asked.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > limits.largestBytes)
          response.destroy(new TooLarge(`The answer is larger than ${limits.largestBytes / 1024} KiB.`));
        else chunks.push(chunk);
      });
      response.on('error', explained);
      response.on('end', () => {
        resolve({
          status: response.statusCode!,
          body: Buffer.concat(chunks).toString(),
          retryAfterSeconds: retryAfterSeconds(response.headers),
        });
      });
    });
    asked.on('error', explained);
    asked.end(body);
  });
}

/**
 * Ends when the other signal does, or when time is up. A timer of our own, because AbortSignal.timeout among the
 * signals of AbortSignal.any is lost when garbage is collected, and then nobody gives up.
 */
function patience(signal: AbortSignal, timeoutMs: number): { signal: AbortSignal; end: () => void } {
  const limit = new AbortController();
  const giveUp = () => limit.abort();
  const timer = setTimeout(giveUp, timeoutMs);
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp);
  const end = () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  };
  return { signal: limit.signal, end };
}

type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** Looks a name up and refuses what is inside, so that a name cannot lead there either, nor change in between. */
function refusing(isInside: (address: string) => boolean) {
  return (host: string, options: LookupOptions, found: Found): void =>
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, []);
      const inside = addresses.find(({ address }) => isInside(address));
      if (inside) return found(new NoAnswer(`${host} is an address inside.`), []);
      if (options.all) return found(null, addresses);
      return found(null, addresses[0]!.address, addresses[0]!.family);
    });
}

function explain(error: NodeJS.ErrnoException, limit: AbortSignal, timeoutMs: number): NoAnswer {
  if (error instanceof NoAnswer) return error;
  if (limit.aborted) return new NoAnswer(`There was no answer within ${timeoutMs / 1000} seconds.`);
  return new NoAnswer(`The server cannot be reached (${error.code ?? error.name}).`);
}
