import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Chain1760000000043 implements MigrationInterface {
  name = 'Chain1760000000043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "commitment_underpinning" (
        "terms_id" uuid NOT NULL,
        "commitment_id" uuid NOT NULL,
        "group" integer NOT NULL,
        "needed" integer NOT NULL,
        CONSTRAINT "commitment_underpinning_pkey" PRIMARY KEY ("terms_id", "commitment_id"),
        CONSTRAINT "commitment_underpinning_terms_fkey" FOREIGN KEY ("terms_id") REFERENCES "commitment_terms" ("id") ON DELETE CASCADE,
        CONSTRAINT "commitment_underpinning_commitment_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment" ("id"),
        CONSTRAINT "commitment_underpinning_group_check" CHECK ("group" >= 1),
        CONSTRAINT "commitment_underpinning_needed_check" CHECK ("needed" >= 1)
      );
      CREATE INDEX "commitment_underpinning_commitment_index" ON "commitment_underpinning" ("commitment_id");
      CREATE FUNCTION underpinning_changes_in_drafts_only() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          terms commitment_terms;
        BEGIN
          SELECT * INTO terms FROM commitment_terms t
            WHERE t.id = CASE TG_OP WHEN 'DELETE' THEN OLD.terms_id ELSE NEW.terms_id END;
          -- Terms that are gone went with their draft.
          IF terms.id IS NOT NULL AND NOT EXISTS (
            SELECT FROM agreement_version v WHERE v.id = terms.version_id AND v.state = 'draft'
          ) THEN
            RAISE EXCEPTION 'what terms rest on changes only while their version is a draft'
              USING ERRCODE = 'restrict_violation';
          END IF;
          IF TG_OP <> 'DELETE' AND NEW.commitment_id = terms.commitment_id THEN
            RAISE EXCEPTION 'a commitment does not rest on itself'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'commitment_underpinning_self_check';
          END IF;
          RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        END
      $$;
      CREATE TRIGGER "commitment_underpinning_draft_only" BEFORE INSERT OR UPDATE OR DELETE ON "commitment_underpinning"
        FOR EACH ROW EXECUTE FUNCTION underpinning_changes_in_drafts_only();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "commitment_underpinning";
      DROP FUNCTION underpinning_changes_in_drafts_only();
    `);
  }
}
