import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether there is a Prometheus server on this machine, with the tool that fills it. */
export const hasPrometheus = ['prometheus', 'promtool'].every((name) => spawnSync(name, ['--version']).status === 0);

/** What was scraped of one counter or gauge; seconds since the epoch. */
export interface Scraped {
  /** As OpenMetrics writes it: logins_total{code="ok"}. */
  series: string;
  samples: readonly (readonly [seconds: number, value: number])[];
}

const PATIENCE_MS = 60_000;

/** A real Prometheus server that has scraped this, on a port of its own. */
export async function startPrometheus(scraped: readonly Scraped[]): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'accord-prometheus-'));
  writeFileSync(join(folder, 'scraped.txt'), openMetrics(scraped));
  execFileSync('promtool', ['tsdb', 'create-blocks-from', 'openmetrics', 'scraped.txt', 'data'], { cwd: folder });
  writeFileSync(join(folder, 'prometheus.yml'), 'scrape_configs: []\n');
  const port = await freePort();
  const server = spawn(
    'prometheus',
    [
      ...['--config.file=prometheus.yml', '--storage.tsdb.path=data', '--storage.tsdb.retention.time=20y'],
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    server.kill();
    await ended;
    rmSync(folder, { recursive: true });
  };
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (
    !(await fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (server.exitCode !== null || Date.now() > giveUpAt) {
      await stop();
      throw new Error('Prometheus does not start.');
    }
    await sleep(100);
  }
  return { url, stop };
}

function openMetrics(scraped: readonly Scraped[]): string {
  const families = new Map<string, string[]>();
  for (const { series, samples } of scraped) {
    const name = /^\w+/.exec(series)![0];
    const lines = families.get(name) ?? [];
    families.set(name, lines);
    for (const [seconds, value] of samples) lines.push(`${series} ${value} ${seconds}`);
  }
  const texts = [...families].map(([name, lines]) => {
    const isCounter = name.endsWith('_total');
    return [
      `# TYPE ${isCounter ? name.replace(/_total$/, '') : name} ${isCounter ? 'counter' : 'gauge'}`,
      ...lines,
    ].join('\n');
  });
  return `${texts.join('\n')}\n# EOF\n`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
