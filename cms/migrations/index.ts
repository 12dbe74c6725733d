import type { Migrations } from '#cms/db/sqlite.ts'
import { down as down0, up as up0 } from './20261122_000000_initial.ts'

export const migrations: Migrations = [
  { name: '20261122_000000_initial', up: up0, down: down0 },
]
