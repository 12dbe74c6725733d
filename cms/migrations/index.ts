import type { Migrations } from '#cms/db/sqlite.ts'
import { down as down0, up as up0 } from './20261122_000000_initial.ts'
import { down as down1, up as up1 } from './20261128_073333_reports_and_sign_in.ts'
import { down as down2, up as up2 } from './20261128_101139_help_channels.ts'
import { down as down3, up as up3 } from './20261128_111112_office_contacts.ts'

export const migrations: Migrations = [
  { name: '20261122_000000_initial', up: up0, down: down0 },
  { name: '20261128_073333_reports_and_sign_in', up: up1, down: down1 },
  { name: '20261128_101139_help_channels', up: up2, down: down2 },
  { name: '20261128_111112_office_contacts', up: up3, down: down3 },
]
