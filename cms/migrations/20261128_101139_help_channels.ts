import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'
import { carryHelpLines } from './carry-help-lines.ts'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`help_channels_areas\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`code\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`help_channels\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`help_channels_areas_order_idx\` ON \`help_channels_areas\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`help_channels_areas_parent_id_idx\` ON \`help_channels_areas\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`help_channels\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`slug\` text,
  	\`tel\` text,
  	\`tel_shown\` text,
  	\`whatsapp\` text,
  	\`url\` text,
  	\`where\` text,
  	\`kind\` text,
  	\`identity\` text DEFAULT 'belum-diketahui',
  	\`country\` text,
  	\`body\` text,
  	\`city\` text,
  	\`grade\` text,
  	\`month\` text,
  	\`source_title\` text,
  	\`source_url\` text,
  	\`source_published\` text,
  	\`source_checked\` text,
  	\`source_note\` text,
  	\`checked_by\` text,
  	\`checked\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`help_channels_slug_idx\` ON \`help_channels\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`help_channels_country_idx\` ON \`help_channels\` (\`country\`);`)
  await db.run(sql`CREATE INDEX \`help_channels_updated_at_idx\` ON \`help_channels\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`help_channels_created_at_idx\` ON \`help_channels\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`help_channels__status_idx\` ON \`help_channels\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`help_channels_locales\` (
  	\`name\` text,
  	\`purpose\` text,
  	\`hours\` text,
  	\`note\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`help_channels\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`help_channels_locales_locale_parent_id_unique\` ON \`help_channels_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`help_channels_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`help_channels_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`help_channels\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`help_channels_id\`) REFERENCES \`help_channels\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`help_channels_rels_order_idx\` ON \`help_channels_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`help_channels_rels_parent_idx\` ON \`help_channels_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`help_channels_rels_path_idx\` ON \`help_channels_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`help_channels_rels_help_channels_id_idx\` ON \`help_channels_rels\` (\`help_channels_id\`);`)
  await db.run(sql`CREATE TABLE \`_help_channels_v_version_areas\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`code\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_help_channels_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_help_channels_v_version_areas_order_idx\` ON \`_help_channels_v_version_areas\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_help_channels_v_version_areas_parent_id_idx\` ON \`_help_channels_v_version_areas\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_help_channels_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_slug\` text,
  	\`version_tel\` text,
  	\`version_tel_shown\` text,
  	\`version_whatsapp\` text,
  	\`version_url\` text,
  	\`version_where\` text,
  	\`version_kind\` text,
  	\`version_identity\` text DEFAULT 'belum-diketahui',
  	\`version_country\` text,
  	\`version_body\` text,
  	\`version_city\` text,
  	\`version_grade\` text,
  	\`version_month\` text,
  	\`version_source_title\` text,
  	\`version_source_url\` text,
  	\`version_source_published\` text,
  	\`version_source_checked\` text,
  	\`version_source_note\` text,
  	\`version_checked_by\` text,
  	\`version_checked\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`help_channels\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_help_channels_v_parent_idx\` ON \`_help_channels_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_help_channels_v_version_version_slug_idx\` ON \`_help_channels_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_help_channels_v_version_version_country_idx\` ON \`_help_channels_v\` (\`version_country\`);`)
  await db.run(sql`CREATE INDEX \`_help_channels_v_version_version_updated_at_idx\` ON \`_help_channels_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_help_channels_v_version_version_created_at_idx\` ON \`_help_channels_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_help_channels_v_version_version__status_idx\` ON \`_help_channels_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_help_channels_v_created_at_idx\` ON \`_help_channels_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_help_channels_v_updated_at_idx\` ON \`_help_channels_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_help_channels_v_snapshot_idx\` ON \`_help_channels_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_help_channels_v_published_locale_idx\` ON \`_help_channels_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_help_channels_v_latest_idx\` ON \`_help_channels_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`_help_channels_v_locales\` (
  	\`version_name\` text,
  	\`version_purpose\` text,
  	\`version_hours\` text,
  	\`version_note\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_help_channels_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_help_channels_v_locales_locale_parent_id_unique\` ON \`_help_channels_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_help_channels_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`help_channels_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_help_channels_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`help_channels_id\`) REFERENCES \`help_channels\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_help_channels_v_rels_order_idx\` ON \`_help_channels_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_help_channels_v_rels_parent_idx\` ON \`_help_channels_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_help_channels_v_rels_path_idx\` ON \`_help_channels_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_help_channels_v_rels_help_channels_id_idx\` ON \`_help_channels_v_rels\` (\`help_channels_id\`);`)
  await carryHelpLines({ db, payload })
  await db.run(sql`DROP TABLE \`help_lines_lines\`;`)
  await db.run(sql`DROP TABLE \`help_lines_lines_locales\`;`)
  await db.run(sql`DROP TABLE \`help_lines\`;`)
  await db.run(sql`DROP TABLE \`_help_lines_v_version_lines\`;`)
  await db.run(sql`DROP TABLE \`_help_lines_v_version_lines_locales\`;`)
  await db.run(sql`DROP TABLE \`_help_lines_v\`;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`help_channels_id\` text(36) REFERENCES help_channels(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_help_channels_id_idx\` ON \`payload_locked_documents_rels\` (\`help_channels_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`help_lines_lines\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`where\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`identity\` text DEFAULT 'belum-diketahui' NOT NULL,
  	\`tel\` text,
  	\`tel_shown\` text,
  	\`whatsapp\` text,
  	\`url\` text,
  	\`country\` text,
  	\`source_title\` text,
  	\`source_url\` text,
  	\`source_published\` text,
  	\`source_checked\` text,
  	\`source_note\` text,
  	\`checked_by\` text,
  	\`checked\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`help_lines\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`help_lines_lines_order_idx\` ON \`help_lines_lines\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`help_lines_lines_parent_id_idx\` ON \`help_lines_lines\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`help_lines_lines_locales\` (
  	\`name\` text NOT NULL,
  	\`purpose\` text NOT NULL,
  	\`hours\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`help_lines_lines\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`help_lines_lines_locales_locale_parent_id_unique\` ON \`help_lines_lines_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`help_lines\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`_help_lines_v_version_lines\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`where\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`identity\` text DEFAULT 'belum-diketahui' NOT NULL,
  	\`tel\` text,
  	\`tel_shown\` text,
  	\`whatsapp\` text,
  	\`url\` text,
  	\`country\` text,
  	\`source_title\` text,
  	\`source_url\` text,
  	\`source_published\` text,
  	\`source_checked\` text,
  	\`source_note\` text,
  	\`checked_by\` text,
  	\`checked\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_help_lines_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_help_lines_v_version_lines_order_idx\` ON \`_help_lines_v_version_lines\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_help_lines_v_version_lines_parent_id_idx\` ON \`_help_lines_v_version_lines\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_help_lines_v_version_lines_locales\` (
  	\`name\` text NOT NULL,
  	\`purpose\` text NOT NULL,
  	\`hours\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_help_lines_v_version_lines\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_help_lines_v_version_lines_locales_locale_parent_id_unique\` ON \`_help_lines_v_version_lines_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_help_lines_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`_help_lines_v_created_at_idx\` ON \`_help_lines_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_help_lines_v_updated_at_idx\` ON \`_help_lines_v\` (\`updated_at\`);`)
  await db.run(sql`DROP TABLE \`help_channels_areas\`;`)
  await db.run(sql`DROP TABLE \`help_channels\`;`)
  await db.run(sql`DROP TABLE \`help_channels_locales\`;`)
  await db.run(sql`DROP TABLE \`help_channels_rels\`;`)
  await db.run(sql`DROP TABLE \`_help_channels_v_version_areas\`;`)
  await db.run(sql`DROP TABLE \`_help_channels_v\`;`)
  await db.run(sql`DROP TABLE \`_help_channels_v_locales\`;`)
  await db.run(sql`DROP TABLE \`_help_channels_v_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`figures_id\` text(36),
  	\`banners_id\` text(36),
  	\`activities_id\` text(36),
  	\`programmes_id\` text(36),
  	\`articles_id\` text(36),
  	\`media_id\` text(36),
  	\`offices_id\` text(36),
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`figures_id\`) REFERENCES \`figures\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`banners_id\`) REFERENCES \`banners\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`activities_id\`) REFERENCES \`activities\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`programmes_id\`) REFERENCES \`programmes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`offices_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "figures_id", "banners_id", "activities_id", "programmes_id", "articles_id", "media_id", "offices_id", "users_id") SELECT "id", "order", "parent_id", "path", "figures_id", "banners_id", "activities_id", "programmes_id", "articles_id", "media_id", "offices_id", "users_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_figures_id_idx\` ON \`payload_locked_documents_rels\` (\`figures_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_banners_id_idx\` ON \`payload_locked_documents_rels\` (\`banners_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_activities_id_idx\` ON \`payload_locked_documents_rels\` (\`activities_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_programmes_id_idx\` ON \`payload_locked_documents_rels\` (\`programmes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_articles_id_idx\` ON \`payload_locked_documents_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_offices_id_idx\` ON \`payload_locked_documents_rels\` (\`offices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
}
