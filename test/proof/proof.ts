/** How often the product and somebody else's word agree. */
export interface Proof {
  proof: string;
  agree: number;
  of: number;
  ratio: number;
  pass: boolean;
}

/** @param least What the ratio must reach, and out of how many: another number of cases proves nothing. */
export function proofOf(proof: string, agree: number, of: number, least: { ratio: number; of: number }): Proof {
  const ratio = of === 0 ? 0 : agree / of;
  return { proof, agree, of, ratio: Number(ratio.toFixed(6)), pass: of === least.of && ratio >= least.ratio };
}

export function printProof(proof: Proof): void {
  console.log(JSON.stringify(proof));
}

export function printSkipped(proof: string): void {
  console.log(JSON.stringify({ proof, skipped: true }));
}
