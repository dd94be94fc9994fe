import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Custody1760000000040 implements MigrationInterface {
  name = 'Custody1760000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "holder" (
        "id" uuid NOT NULL,
        "source_id" uuid NOT NULL,
        "name" text NOT NULL,
        "met_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "team_id" uuid,
        "provider_id" uuid,
        "named_by_id" uuid,
        "named_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "holder_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "holder_source_name_key" UNIQUE ("source_id", "name"),
        CONSTRAINT "holder_source_fkey" FOREIGN KEY ("source_id") REFERENCES "source" ("id"),
        CONSTRAINT "holder_team_fkey" FOREIGN KEY ("team_id") REFERENCES "team" ("id"),
        CONSTRAINT "holder_provider_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider" ("id"),
        CONSTRAINT "holder_named_by_fkey" FOREIGN KEY ("named_by_id") REFERENCES "person" ("id"),
        CONSTRAINT "holder_name_check" CHECK (btrim("name") <> ''),
        CONSTRAINT "holder_one_check" CHECK (num_nonnulls("team_id", "provider_id") <= 1),
        CONSTRAINT "holder_named_check" CHECK (("named_by_id" IS NULL) = ("named_at" IS NULL))
      );
      CREATE INDEX "holder_met_index" ON "holder" ("met_at", "id");
      CREATE INDEX "holder_unnamed_index" ON "holder" ("met_at", "id") WHERE num_nonnulls("team_id", "provider_id") = 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "holder"`);
  }
}
