import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people write on the time of a commitment, and what they see first of a page. */
export class Seeing1760000000049 implements MigrationInterface {
  name = 'Seeing1760000000049';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "annotation" (
        "id" uuid NOT NULL,
        "commitment_id" uuid NOT NULL,
        "from_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "to_at" TIMESTAMP WITH TIME ZONE,
        "words" text NOT NULL,
        "written_by_id" uuid NOT NULL,
        "written_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "ended_at" TIMESTAMP WITH TIME ZONE,
        "ended_by_id" uuid,
        CONSTRAINT "annotation_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "annotation_commitment_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment" ("id"),
        CONSTRAINT "annotation_written_by_fkey" FOREIGN KEY ("written_by_id") REFERENCES "person" ("id"),
        CONSTRAINT "annotation_ended_by_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "person" ("id"),
        CONSTRAINT "annotation_words_check" CHECK (btrim("words") <> ''),
        CONSTRAINT "annotation_time_check" CHECK ("from_at" < "to_at"),
        CONSTRAINT "annotation_end_check" CHECK (("ended_at" IS NULL) = ("ended_by_id" IS NULL) AND "written_at" <= "ended_at")
      );
      CREATE INDEX "annotation_commitment_index" ON "annotation" ("commitment_id", "from_at");

      CREATE TABLE "default_view" (
        "person_id" uuid NOT NULL,
        "path" text NOT NULL,
        "view_id" uuid NOT NULL,
        CONSTRAINT "default_view_pkey" PRIMARY KEY ("person_id", "path"),
        CONSTRAINT "default_view_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
        CONSTRAINT "default_view_view_fkey" FOREIGN KEY ("view_id") REFERENCES "saved_view" ("id")
      );
      CREATE INDEX "default_view_view_index" ON "default_view" ("view_id");
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "default_view"; DROP TABLE "annotation"`);
  }
}
