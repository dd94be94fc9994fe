import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Imports1760000000006 implements MigrationInterface {
  name = 'Imports1760000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UPLOADS);
    await runner.query(RUNS);
    await runner.query(PROFILES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "batch" DROP CONSTRAINT "batch_import_fkey"');
    await runner.query(`DROP TABLE "import_profile", "import_problem", "import_run", "upload"`);
  }
}

const UPLOADS = `
  CREATE TABLE "upload" (
    "id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "file_name" text NOT NULL,
    "bytes" bigint NOT NULL,
    "received_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "kept_at" TIMESTAMP WITH TIME ZONE,
    "removed_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "upload_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "upload_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
    CONSTRAINT "upload_file_name_check" CHECK ("file_name" <> ''),
    CONSTRAINT "upload_time_check" CHECK ("received_at" < "expires_at"),
    CONSTRAINT "upload_kept_check" CHECK ("kept_at" IS NULL OR "removed_at" IS NULL)
  );
`;

const RUNS = `
  CREATE TABLE "import_run" (
    "id" uuid NOT NULL,
    "kind" text NOT NULL,
    "state" text NOT NULL,
    "profile_slug" text,
    "profile" jsonb,
    "source_name" text NOT NULL,
    "source_id" uuid,
    "service_id" uuid,
    "upload_id" uuid,
    "file_name" text NOT NULL,
    "digest" text,
    "bytes_total" bigint NOT NULL,
    "bytes_read" bigint NOT NULL DEFAULT 0,
    "line" integer NOT NULL DEFAULT 0,
    "rows_read" integer NOT NULL DEFAULT 0,
    "rows_stored" integer NOT NULL DEFAULT 0,
    "rows_known" integer NOT NULL DEFAULT 0,
    "rows_elsewhere" integer NOT NULL DEFAULT 0,
    "rows_differing" integer NOT NULL DEFAULT 0,
    "rows_refused" integer NOT NULL DEFAULT 0,
    "rows_unmapped" integer NOT NULL DEFAULT 0,
    "unmapped" jsonb NOT NULL DEFAULT '[]',
    "touched" jsonb,
    "judged" integer NOT NULL DEFAULT 0,
    "reason" text,
    "started_by_id" uuid NOT NULL,
    "started_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "finished_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "import_run_source_fkey" FOREIGN KEY ("source_id") REFERENCES "source" ("id"),
    CONSTRAINT "import_run_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "import_run_upload_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload" ("id"),
    CONSTRAINT "import_run_started_by_fkey" FOREIGN KEY ("started_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "import_run_kind_check" CHECK ("kind" IN ('tickets', 'probes', 'counts', 'values', 'outages', 'answers', 'agreements')),
    CONSTRAINT "import_run_state_check" CHECK ("state" IN ('running', 'interrupted', 'done', 'refused')),
    CONSTRAINT "import_run_finished_check" CHECK (("state" = 'running') = ("finished_at" IS NULL)),
    CONSTRAINT "import_run_reason_check" CHECK (("state" IN ('interrupted', 'refused')) = ("reason" IS NOT NULL)),
    CONSTRAINT "import_run_profile_check" CHECK (("kind" = 'agreements') = ("profile" IS NULL)),
    CONSTRAINT "import_run_rows_check" CHECK (
      "rows_read" = "rows_stored" + "rows_known" + "rows_elsewhere" + "rows_differing" + "rows_refused" + "rows_unmapped" AND "line" >= 0
    )
  );
  CREATE INDEX "import_run_source_index" ON "import_run" ("source_id", "started_at");
  ALTER TABLE "batch" ADD CONSTRAINT "batch_import_fkey" FOREIGN KEY ("import_id") REFERENCES "import_run" ("id");

  CREATE TABLE "import_problem" (
    "import_id" uuid NOT NULL,
    "position" integer NOT NULL,
    "line" integer NOT NULL,
    "column" text,
    "value" text,
    "reason" text NOT NULL,
    CONSTRAINT "import_problem_pkey" PRIMARY KEY ("import_id", "position"),
    CONSTRAINT "import_problem_import_fkey" FOREIGN KEY ("import_id") REFERENCES "import_run" ("id")
  );
`;

const PROFILES = `
  CREATE TABLE "import_profile" (
    "id" uuid NOT NULL,
    "slug" text NOT NULL,
    "name" text NOT NULL,
    "kind" text NOT NULL,
    "definition" jsonb NOT NULL,
    "saved_by_id" uuid NOT NULL,
    "saved_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "import_profile_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "import_profile_slug_key" UNIQUE ("slug"),
    CONSTRAINT "import_profile_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT "import_profile_name_check" CHECK (btrim("name") <> ''),
    CONSTRAINT "import_profile_saved_by_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "import_profile_kind_check"
      CHECK ("kind" IN ('tickets', 'probes', 'counts', 'values', 'outages', 'answers') AND "kind" = "definition" ->> 'kind')
  );
`;
