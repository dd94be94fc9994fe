import { type Answer, askServer, type Outgoing } from '../outgoing/ask-server.js';

const TIMEOUT_MS = 10_000;
const LARGEST_ANSWER = 65_536;

/** Sends a message to a server of others, whose answer is short. @throws {NoAnswer} */
export function post(outgoing: Pick<Outgoing, 'url' | 'headers' | 'isInside' | 'signal'> & { body: string }) {
  const limits = { timeoutMs: TIMEOUT_MS, largestBytes: LARGEST_ANSWER };
  return askServer({ method: 'POST', ...outgoing, ...limits }) satisfies Promise<Answer>;
}
