import type { Encoding } from '@accord/domain';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

const CHUNK_BYTES = 262_144;

/** A piece of the text, and how many bytes of the file have been read for it. */
export interface TextPiece {
  text: string;
  bytesRead: number;
}

/** The stream broke: the message is for people. */
export class BrokenFile extends Error {
  constructor(
    readonly kind: 'encoding' | 'damage',
    message: string,
  ) {
    super(message);
  }
}

/**
 * The text of a file as it streams in, unpacked where gzip packed it; a byte order mark is left out.
 *
 * @throws {BrokenFile} Where the bytes are not text of the encoding, or end or are damaged before the end.
 */
export async function* textOfFile(path: string, encoding: Encoding, signal?: AbortSignal): AsyncGenerator<TextPiece> {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES, signal });
  const unpacked = (await isGzip(path)) ? pipeline(file, createGunzip({ chunkSize: CHUNK_BYTES }), () => {}) : file;
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const bytes of unpacked as AsyncIterable<Buffer>) {
      yield { text: decoder.decode(bytes, { stream: true }), bytesRead: file.bytesRead };
    }
    decoder.decode();
  } catch (error) {
    throw signal?.aborted ? error : (brokenFile(error, encoding) ?? error);
  } finally {
    file.destroy();
  }
}

export async function isGzip(path: string): Promise<boolean> {
  return (await firstBytes(path, 2)).equals(Buffer.from([0x1f, 0x8b]));
}

export async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function brokenFile(error: unknown, encoding: Encoding): BrokenFile | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new BrokenFile('encoding', `The file is not ${encoding} text.`);
  if (code === 'Z_BUF_ERROR') return new BrokenFile('damage', 'The file ends in the middle of its compressed data.');
  if (code.startsWith('Z_')) return new BrokenFile('damage', 'The compressed data of the file is damaged.');
  if (/^E[A-Z]+$/.test(code)) return new BrokenFile('damage', `The file cannot be read to its end (${code}).`);
  return null;
}
