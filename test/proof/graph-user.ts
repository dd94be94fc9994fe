import { CLIENT_HEADER } from '@accord/api/platform/http/security.js';
import type { Answer } from '../builders/graph-client.js';

/** Somebody at a browser: sends GraphQL over HTTP and keeps the cookie that comes back. */
export class GraphUser {
  private cookie = '';

  constructor(private readonly url: string) {}

  /** @throws {Error} With the messages of the answer's errors. */
  async ask<T = Answer>(query: string, variables: object = {}): Promise<T> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [CLIENT_HEADER]: 'proof', cookie: this.cookie },
      body: JSON.stringify({ query, variables }),
    });
    this.cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? this.cookie;
    const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
    if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
    return data;
  }

  /** The text of a file that is downloaded. @throws {Error} With the answer when it is refused. */
  async file(path: string): Promise<string> {
    const response = await fetch(`${this.url}${path}`, { headers: { cookie: this.cookie } });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text;
  }

  /** A mutation that takes an input; its payload. @throws {Error} When it is refused. */
  async change<T = Answer>(name: string, type: string, input: object, selection = ''): Promise<T> {
    const mutation = `mutation($input: ${type}!) { ${name}(input: $input) { ${selection} errors { field message } } }`;
    return this.done(name, await this.ask(mutation, { input }));
  }

  /** A mutation on something by its ids. @throws {Error} When it is refused. */
  async act<T = Answer>(name: string, ids: Record<string, string>, selection = ''): Promise<T> {
    const declared = Object.keys(ids)
      .map((key) => `$${key}: ID!`)
      .join(', ');
    const passed = Object.keys(ids)
      .map((key) => `${key}: $${key}`)
      .join(', ');
    const mutation = `mutation(${declared}) { ${name}(${passed}) { ${selection} errors { field message } } }`;
    return this.done(name, await this.ask(mutation, ids));
  }

  private done<T>(name: string, data: Record<string, T & { errors: { field: string[]; message: string }[] }>): T {
    const payload = data[name]!;
    if (payload.errors.length === 0) return payload;
    throw new Error(
      `${name}: ${payload.errors.map(({ field, message }) => `${field.join('.')} ${message}`).join('; ')}`,
    );
  }
}
