import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AccessTokens1760000000015 implements MigrationInterface {
  name = 'AccessTokens1760000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "access_token" (
        "id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "name" text NOT NULL,
        "prefix" text NOT NULL,
        "token_hash" bytea NOT NULL,
        "scopes" text array NOT NULL,
        "made_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "last_used_at" TIMESTAMP WITH TIME ZONE,
        "revoked_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "access_token_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "access_token_hash_key" UNIQUE ("token_hash"),
        CONSTRAINT "access_token_name_check" CHECK ("name" ~ '\\S'),
        CONSTRAINT "access_token_hash_check" CHECK (octet_length("token_hash") = 32),
        CONSTRAINT "access_token_scopes_check" CHECK (cardinality("scopes") > 0),
        CONSTRAINT "access_token_expires_check"
          CHECK ("expires_at" > "made_at" AND "expires_at" <= "made_at" + interval '366 days'),
        CONSTRAINT "access_token_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id")
      );
      CREATE INDEX "access_token_person_index" ON "access_token" ("person_id");
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "access_token";`);
  }
}
