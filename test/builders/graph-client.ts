import { Agent, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { CLIENT_HEADER } from '@accord/api/platform/http/security.js';
import request, { type Test } from 'supertest';

/** Somebody who sends requests: whatever their session's cookie says. */
export interface Actor {
  /** The `Cookie` header that a browser would send; null when nobody has signed in. */
  cookie: string | null;
  /** An access token, for programs. */
  token?: string;
}

/** What a document selects. Its shape stands in the document, right beside what reads it; whoever wants it checked names it. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Answer = any;

interface GraphError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; field?: string[]; [more: string]: unknown };
}

/** What one person does through the real HTTP server. */
export class GraphClient {
  constructor(
    private readonly server: Server,
    private readonly actor: Actor,
  ) {}

  /** The answer's data. @throws {Error} When the answer has errors, with their messages. */
  async run<T = Answer>(document: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.ask<T>(document, variables);
    if (errors)
      throw new Error(errors.map(({ message, path }) => `${path?.join('.') ?? 'query'}: ${message}`).join('\n'));
    return data as T;
  }

  /** The whole answer, for stories about what is refused. */
  async ask<T = Answer>(document: string, variables: object = {}): Promise<{ data?: T | null; errors?: GraphError[] }> {
    const answer = await send(this.server, this.headers, JSON.stringify({ query: document, variables }));
    return JSON.parse(answer);
  }

  /** The data of the one field that the document asks for. */
  async answer<T = Answer>(document: string, variables: object = {}): Promise<T> {
    return Object.values(await this.run<Record<string, T>>(document, variables))[0]!;
  }

  post(path: string): Test {
    return request(this.server).post(path).set(this.headers).set(CLIENT_HEADER, 'test');
  }

  get(path: string): Test {
    return request(this.server).get(path).set(this.headers);
  }

  private get headers(): Record<string, string> {
    const { token, cookie } = this.actor;
    return { ...(token && { authorization: `Bearer ${token}` }), ...(cookie && { cookie }) };
  }
}

/** Most of what a small request costs is a connection of its own. */
const connections = new Agent({ keepAlive: true });

function send(server: Server, headers: Record<string, string>, body: string): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const length = Buffer.byteLength(body);
  const all = { ...headers, [CLIENT_HEADER]: 'test', 'content-type': 'application/json', 'content-length': length };
  const to = { agent: connections, host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers: all };
  return new Promise((resolve, reject) => {
    const sent = httpRequest(to, (response) => void text(response).then(resolve, reject));
    sent.on('error', reject).end(body);
  });
}
