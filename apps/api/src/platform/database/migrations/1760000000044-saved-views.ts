import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SavedViews1760000000044 implements MigrationInterface {
  name = 'SavedViews1760000000044';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "saved_view" (
        "id" uuid NOT NULL,
        "owner_id" uuid NOT NULL,
        "name" text NOT NULL,
        "path" text NOT NULL,
        "search" text NOT NULL,
        "shared" boolean NOT NULL,
        "saved_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "ended_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "saved_view_owner_fkey" FOREIGN KEY ("owner_id") REFERENCES "person" ("id"),
        CONSTRAINT "saved_view_name_check" CHECK (btrim("name") <> ''),
        CONSTRAINT "saved_view_path_check" CHECK ("path" ~ '^/([^/]|$)'),
        CONSTRAINT "saved_view_search_check" CHECK ("search" = '' OR "search" LIKE '?%')
      );
      CREATE UNIQUE INDEX "saved_view_name_key" ON "saved_view" ("owner_id", "name") WHERE "ended_at" IS NULL;
      CREATE INDEX "saved_view_shared_index" ON "saved_view" ("path") WHERE "shared" AND "ended_at" IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "saved_view"`);
  }
}
