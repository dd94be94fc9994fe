import { DomainError } from '@accord/domain';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/**
 * Writes a stream to a new file, no faster than the disk takes it. The stream is left as it is when it is refused, so
 * that an answer can still be sent where it came from.
 *
 * @returns How many bytes it was.
 * @throws {DomainError} When it is longer than the limit, or its sender breaks off.
 */
export async function writeLimited(stream: Readable, path: string, limitBytes: number): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > limitBytes) throw tooLarge(limitBytes);
      await file.write(chunk);
    }
    return bytes;
  } catch (error) {
    if (stream.errored || stream.destroyed) throw new DomainError('CUT_OFF', 'The file was not sent to its end.');
    throw error;
  } finally {
    await file.close();
  }
}

export function tooLarge(limitBytes: number): DomainError {
  const size = limitBytes >= 1_048_576 ? `${Math.floor(limitBytes / 1_048_576)} MiB` : `${limitBytes} bytes`;
  return new DomainError(
    'TOO_LARGE',
    `The file is larger than ${size}; compress it with gzip, or import it by the command line.`,
  );
}
