import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { COMMITMENTS_SQL, SERVICE_SQL } from './read-documents.js';

/** The least that serves the same JSON: Node, a pool, one statement a request, its text sent on as it is; prints its port. */
const [, , database, cursor, slug] = process.argv;
const pool = new pg.Pool({ connectionString: database, max: 20 });
const commitments = { text: COMMITMENTS_SQL, values: [cursor] };
const service = { text: SERVICE_SQL, values: [slug] };
/** A statement with a name is planned once a connection, one without at every request. */
const statements: Record<string, pg.QueryConfig> = {
  '/plain/commitments': commitments,
  '/plain/service': service,
  '/prepared/commitments': { ...commitments, name: 'commitments' },
  '/prepared/service': { ...service, name: 'service' },
};

const server = createServer((request, response) => {
  request.resume();
  pool.query(statements[request.url!]!).then(
    ({ rows }) => {
      const body = Buffer.from(rows[0].json);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
    },
    (error: Error) => response.writeHead(500).end(error.message),
  );
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
