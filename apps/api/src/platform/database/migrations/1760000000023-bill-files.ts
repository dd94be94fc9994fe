import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BillFiles1760000000023 implements MigrationInterface {
  name = 'BillFiles1760000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "bill_file" (
        "id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "month" text NOT NULL,
        "unit_id" uuid,
        "grouping" text NOT NULL,
        "group_id" uuid,
        "format" text NOT NULL,
        "state" text NOT NULL,
        "lines" integer NOT NULL,
        "written" integer NOT NULL DEFAULT 0,
        "reach" json,
        "problem" text,
        "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "removed_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "bill_file_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "bill_file_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
        CONSTRAINT "bill_file_unit_fkey" FOREIGN KEY ("unit_id") REFERENCES "business_unit" ("id"),
        CONSTRAINT "bill_file_grouping_check" CHECK ("grouping" IN ('service', 'plan', 'unit')),
        CONSTRAINT "bill_file_format_check" CHECK ("format" IN ('csv', 'xlsx')),
        CONSTRAINT "bill_file_state_check" CHECK ("state" IN ('making', 'ready', 'failed')),
        CONSTRAINT "bill_file_written_check" CHECK ("written" >= 0 AND "lines" > 0),
        CONSTRAINT "bill_file_ready_check" CHECK ("state" <> 'ready' OR "reach" IS NOT NULL),
        CONSTRAINT "bill_file_problem_check" CHECK (("problem" IS NOT NULL) = ("state" = 'failed'))
      );
      CREATE INDEX "bill_file_person_index" ON "bill_file" ("person_id", "asked_at");
      CREATE INDEX "bill_file_kept_index" ON "bill_file" ("expires_at") WHERE "removed_at" IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "bill_file"`);
  }
}
