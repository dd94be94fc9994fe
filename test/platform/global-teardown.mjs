export default async function tearDown() {
  const { stopTestDatabases } = await import('./test-run.ts');
  await stopTestDatabases();
}
