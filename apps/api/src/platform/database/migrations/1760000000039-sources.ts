import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sources1760000000039 implements MigrationInterface {
  name = 'Sources1760000000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "finding" (
        "id" uuid NOT NULL,
        "kind" text NOT NULL,
        "subject_type" text NOT NULL,
        "subject_id" text NOT NULL,
        "facts" jsonb NOT NULL,
        "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "last_seen_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "ended_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "finding_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "finding_kind_check" CHECK ("kind" IN ('silentSource', 'gap', 'overPromise', 'weakestLink', 'drift')),
        CONSTRAINT "finding_subject_type_check" CHECK ("subject_type" IN ('source', 'series', 'commitment', 'service')),
        CONSTRAINT "finding_subject_check" CHECK ("subject_id" <> ''),
        CONSTRAINT "finding_facts_check" CHECK (jsonb_typeof("facts") = 'array'),
        CONSTRAINT "finding_time_check" CHECK ("opened_at" <= "last_seen_at" AND "last_seen_at" <= coalesce("ended_at", 'infinity'))
      );
      CREATE UNIQUE INDEX "finding_open_key" ON "finding" ("kind", "subject_type", "subject_id") WHERE "ended_at" IS NULL;
      CREATE INDEX "finding_opened_index" ON "finding" ("opened_at", "id");

      CREATE TABLE "finding_service" (
        "finding_id" uuid NOT NULL,
        "service_id" uuid NOT NULL,
        CONSTRAINT "finding_service_pkey" PRIMARY KEY ("finding_id", "service_id"),
        CONSTRAINT "finding_service_finding_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding" ("id"),
        CONSTRAINT "finding_service_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id")
      );
      CREATE INDEX "finding_service_index" ON "finding_service" ("service_id");
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "finding_service"; DROP TABLE "finding"`);
  }
}
