import type { Payload } from 'payload'
import { jakartaDay } from '#src/calendar.ts'
import { homeEmergencies } from '#src/content/help.ts'
import { readHelpLines } from './public-settings.ts'

/** Whether the site shows today a number to people in danger anywhere in Indonesia: what it reads itself, by its own rule. */
export async function hasEmergencyLine(payload: Payload): Promise<boolean> {
  return homeEmergencies(await readHelpLines(payload), jakartaDay()).length > 0
}
