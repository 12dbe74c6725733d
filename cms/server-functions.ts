import { handleServerFunctions } from '@payloadcms/next/layouts'
import type { ImportMap, Payload, SanitizedConfig, ServerFunctionClientArgs } from 'payload'
import { who } from './access/who.ts'

/** Payload's server functions that the admin calls. Whatever else is asked for is none. */
const names = new Set([
  'copy-data-from-locale',
  'form-state',
  'get-default-layout',
  'get-folder-results-component-and-data',
  'get-upcoming-scheduled-publish',
  'render-document',
  'render-document-slots',
  'render-field',
  'render-list',
  'render-widget',
  'schedule-publish',
  'slugify',
  'table-state',
])

type Admin = {
  payload: Payload
  config: Promise<SanitizedConfig> | SanitizedConfig
  importMap: ImportMap
}

/**
 * Answers a server function of the admin for staff whose session comes with `headers`. Anybody else, and any other name, gets
 * null: Next would answer a thrown refusal with 500 and leave its stack in the log.
 */
export async function answerStaff(
  call: ServerFunctionClientArgs | undefined,
  headers: Headers,
  { payload, config, importMap }: Admin,
): Promise<unknown> {
  if (!call || !names.has(call.name) || typeof call.args !== 'object' || call.args === null) return null
  const { user } = await payload.auth({ headers })
  if (who({ user }) === null) return null
  return handleServerFunctions({ ...call, config, importMap })
}
