import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`sealed_messages\` ADD \`record\` text;`)
  await db.run(sql`ALTER TABLE \`spent_proofs\` ADD \`sending\` text;`)
  await db.run(sql`ALTER TABLE \`spent_proofs\` ADD \`traded\` integer;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`sealed_messages\` DROP COLUMN \`record\`;`)
  await db.run(sql`ALTER TABLE \`spent_proofs\` DROP COLUMN \`sending\`;`)
  await db.run(sql`ALTER TABLE \`spent_proofs\` DROP COLUMN \`traded\`;`)
}
