// Jest does not compile its global setup: register the workspace's own loader, then go on in TypeScript.
import '../../tools/register.mjs';

export default async function setUp() {
  const { startTestDatabases } = await import('./test-run.ts');
  await startTestDatabases();
}
