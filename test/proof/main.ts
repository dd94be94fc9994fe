import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { hasPrometheus } from '../platform/real-prometheus.js';
import { startTestCluster } from '../platform/test-cluster.js';
import { cloneTemplate, createTemplate, newRun } from '../platform/test-databases.js';
import { cloudSlaTerms } from './cloud-sla-terms.js';
import { incremental } from './incremental.js';
import { openSlo } from './openslo.js';
import { type Proof, printProof, printSkipped, proofOf } from './proof.js';
import { prometheus } from './prometheus.js';
import { saasPricing } from './saas-pricing.js';
import { uci } from './uci.js';
import { upptime } from './upptime.js';

/** Who proves what, on which of the data that others made; without any where a server of others tells, or the proof makes it up. */
const PROVERS: { names: string[]; data?: string; isHere?: boolean; onlyByName?: true; prove: Prover }[] = [
  {
    names: ['uci-priority', 'uci-holders', 'uci-made-sla-moderate', 'uci-made-sla-low', 'uci-attributed'],
    data: 'data/uci_incident',
    prove: once(uci),
  },
  { names: ['upptime-availability'], data: 'data/upptime_maryville', prove: once(upptime) },
  { names: ['cloud-sla-terms'], data: 'facts/cloud_sla_terms.json', prove: once(cloudSlaTerms) },
  { names: ['openslo-files'], data: 'data/openslo', prove: openSlo },
  { names: ['prometheus-counters'], isHere: hasPrometheus, prove: once(prometheus) },
  { names: ['saas-pricing-plans', 'saas-pricing-years'], data: 'data/saas_pricing', prove: once(saasPricing) },
  // Minutes long; a few of its histories run in the suite.
  { names: ['incremental-judging'], onlyByName: true, prove: incremental },
];

type Prover = (freshDatabase: () => Promise<string>, data: string) => Promise<Proof[]>;

/** In one database. */
function once(prove: (database: string, data: string) => Promise<Proof[]>): Prover {
  return async (freshDatabase, data) => prove(await freshDatabase(), data);
}

/** npm run proof [-- NAME]: real data into empty databases, judged by the product, compared with what its makers say of it. */
const only = process.argv[2];
const shared = resolve(process.env.ACCORD_SHARED ?? '../shared');
const cluster = await startTestCluster();
try {
  const run = newRun(Date.now());
  await createTemplate(cluster.url, run);
  for (const { names, data = '', isHere = true, onlyByName, prove } of PROVERS) {
    if (only === undefined ? onlyByName : !names.includes(only)) continue;
    const path = resolve(shared, data);
    if (!isHere || (data !== '' && !existsSync(path))) {
      names.forEach(printSkipped);
      continue;
    }
    const proofs = await prove(() => cloneTemplate(cluster.url, run), path).catch((fault: unknown) => {
      console.error(fault);
      return names.map((name) => proofOf(name, 0, 0, { of: 1, ratio: 1 }));
    });
    proofs.forEach(printProof);
    if (proofs.some(({ pass }) => !pass)) process.exitCode = 1;
  }
} finally {
  await cluster.stop();
}
