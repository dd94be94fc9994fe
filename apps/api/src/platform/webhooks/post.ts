import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP } from 'node:net';

/** From the first look-up to the last byte of the answer. */
const TIMEOUT_MS = 10_000;
const LARGEST_ANSWER = 65_536;

export interface Answer {
  status: number;
  /** As far as it is not larger than 64 KiB. */
  body: string;
  retryAfterSeconds: number | null;
}

/** Thrown when there is no answer; the sentence says why, without what others wrote. */
export class NoAnswer extends Error {}

interface Outgoing {
  url: string;
  body: string;
  headers: Record<string, string>;
  /** Which addresses are refused: asked for the very address that is then connected to. */
  isInside: (address: string) => boolean;
  signal: AbortSignal;
}

/** Sends a message to a server of others; redirections are not followed. @throws {NoAnswer} */
export function post({ url, body, headers, isInside, signal }: Outgoing): Promise<Answer> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  // An address that is written out is connected to without being looked up.
  if (isIP(host) && isInside(host)) return Promise.reject(new NoAnswer(`${host} is an address inside.`));
  return new Promise((resolve, reject) => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const { request } = target.protocol === 'https:' ? https : http;
    const asked = request(target, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      lookup: refusing(isInside),
      agent: false,
      signal: limit,
    });
    asked.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > LARGEST_ANSWER) response.destroy(new NoAnswer('The answer is larger than 64 KiB.'));
        else chunks.push(chunk);
      });
      response.on('error', (error) => reject(explained(error, limit)));
      response.on('end', () => {
        const seconds = Number(response.headers['retry-after']);
        resolve({
          status: response.statusCode!,
          body: Buffer.concat(chunks).toString(),
          retryAfterSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
        });
      });
    });
    asked.on('error', (error) => reject(explained(error, limit)));
    asked.end(body);
  });
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

function explained(error: NodeJS.ErrnoException, limit: AbortSignal): NoAnswer {
  if (error instanceof NoAnswer) return error;
  if (limit.aborted) return new NoAnswer(`There was no answer within ${TIMEOUT_MS / 1000} seconds.`);
  return new NoAnswer(`The server cannot be reached (${error.code ?? error.name}).`);
}
