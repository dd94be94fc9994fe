import { Code } from '@mantine/core';

/** The SHA-256 by which a pack can be told from any other. */
export function PackHash({ hash, short }: { hash: string; short?: boolean }) {
  return (
    <Code title={hash} style={{ overflowWrap: 'anywhere' }}>
      {short ? `${hash.slice(0, 12)}…` : hash}
    </Code>
  );
}
