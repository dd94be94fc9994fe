import { createHmac, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** What an answer is known by, as a version 8 UUID. */
export type AnswerKey = (seriesId: number, name: string) => string;

/**
 * Keys by which answers to surveys are known again, made with the secret of this installation: the source's name for an
 * answer leads to whoever gave it and is easily guessed, so neither it nor a plain hash of it is kept.
 */
export async function answerKeys(tx: EntityManager): Promise<AnswerKey> {
  const secret = (await knownSecret(tx)) ?? (await madeSecret(tx));
  return (seriesId, name) => {
    const hash = createHmac('sha256', secret).update(`${seriesId}\n${name}`).digest('hex');
    return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  };
}

async function knownSecret(tx: EntityManager): Promise<Buffer | undefined> {
  const [known]: { secret: Buffer }[] = await tx.query('SELECT secret FROM answer_secret');
  return known?.secret;
}

/** Of several that make one at once, the first one's counts. */
async function madeSecret(tx: EntityManager): Promise<Buffer> {
  await tx.query('INSERT INTO answer_secret (id, secret) VALUES (1, $1) ON CONFLICT DO NOTHING', [randomBytes(32)]);
  return (await knownSecret(tx))!;
}
