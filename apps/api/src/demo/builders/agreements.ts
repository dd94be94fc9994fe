import { AgreementVersionEntity } from '../../agreements/agreement-version.entity.js';
import { AgreementVersions } from '../../agreements/agreement-versions.js';
import type { AgreementEntity } from '../../agreements/agreement.entity.js';
import type { ChangeAgreementVersionInput, DraftAgreementInput } from '../../agreements/agreement.input.js';
import { Agreements } from '../../agreements/agreements.js';
import type { CommitmentTermsInput } from '../../agreements/commitment.input.js';
import { DraftTerms } from '../../agreements/draft-terms.js';
import { Database } from '../../platform/database/database.js';
import type { Hands } from './hands.js';

type Texts = Omit<ChangeAgreementVersionInput, 'effectiveFrom' | 'monthlyCharge'>;

/** Agreements as people make them: one proposes, another one approves. */
export function agreementsBy(hands: Hands) {
  const { get } = hands;

  const made = {
    /** An agreement whose first version is a draft. */
    async draft(input: DraftAgreementInput, terms: readonly CommitmentTermsInput[], texts?: Texts) {
      const act = await hands.proposer();
      const agreement = await get(Agreements).draft(act, input);
      const version = await get(Database).read.findOneByOrFail(AgreementVersionEntity, { agreementId: agreement.id });
      if (texts) await get(AgreementVersions).change(act, version.id, texts);
      for (const row of terms) await get(DraftTerms).put(act, version.id, row);
      return { agreement, version };
    },

    /** A draft that copies the newest version, its terms changed. */
    async nextDraft(
      agreement: Pick<AgreementEntity, 'id'>,
      effectiveFrom: string,
      terms: readonly CommitmentTermsInput[],
    ): Promise<AgreementVersionEntity> {
      const act = await hands.proposer();
      const version = await get(AgreementVersions).draft(act, agreement.id, effectiveFrom);
      for (const row of terms) await get(DraftTerms).put(act, version.id, row);
      return version;
    },

    proposed: async ({ id }: { id: string }) => get(AgreementVersions).propose(await hands.proposer(), id),
    approved: async ({ id }: { id: string }) => get(AgreementVersions).approve(await hands.decider(), id),

    /** One proposes the draft, another one approves it. */
    async inForce(version: { id: string }): Promise<AgreementVersionEntity> {
      await made.proposed(version);
      return made.approved(version);
    },
  };
  return made;
}
