import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FigureAudits1760000000048 implements MigrationInterface {
  name = 'FigureAudits1760000000048';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "figure_audit" (
        "id" uuid NOT NULL,
        "commitment_id" uuid NOT NULL,
        "period" text NOT NULL,
        "figure" numeric NOT NULL,
        "settled_figure" numeric,
        "report" text NOT NULL,
        "url" text,
        "reason" text NOT NULL,
        "state" text NOT NULL,
        "proposed_by_id" uuid NOT NULL,
        "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "decided_by_id" uuid,
        "decided_at" TIMESTAMP WITH TIME ZONE,
        "decision_reason" text,
        CONSTRAINT "figure_audit_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "figure_audit_commitment_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment" ("id"),
        CONSTRAINT "figure_audit_proposed_by_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person" ("id"),
        CONSTRAINT "figure_audit_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id"),
        CONSTRAINT "figure_audit_figure_check" CHECK ("figure" BETWEEN 0 AND 100),
        CONSTRAINT "figure_audit_state_check"
          CHECK ("state" IN ('proposed', 'confirmed', 'refused', 'withdrawn', 'superseded')),
        CONSTRAINT "figure_audit_decided_check" CHECK (("state" = 'proposed') = ("decided_at" IS NULL)),
        CONSTRAINT "figure_audit_decider_check" CHECK (("decided_at" IS NULL) = ("decided_by_id" IS NULL)),
        CONSTRAINT "figure_audit_second_person_check"
          CHECK ("state" NOT IN ('confirmed', 'refused', 'superseded') OR "decided_by_id" <> "proposed_by_id"),
        CONSTRAINT "figure_audit_refused_check" CHECK ("state" <> 'refused' OR "decision_reason" IS NOT NULL)
      );
      CREATE INDEX "figure_audit_period_index" ON "figure_audit" ("commitment_id", "period");
      CREATE UNIQUE INDEX "figure_audit_proposed_key" ON "figure_audit" ("commitment_id", "period")
        WHERE "state" = 'proposed';
      CREATE UNIQUE INDEX "figure_audit_confirmed_key" ON "figure_audit" ("commitment_id", "period")
        WHERE "state" = 'confirmed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "figure_audit"`);
  }
}
