import { routes } from '../routes.ts'

/** Address of the worker; at the root, so that it may serve every page below. */
export const workerAddress = '/luring.js'

/** Pages that work without a connection after one visit to the check. */
export const keptPages = [
  routes.check,
  routes.checkMessage,
  routes.checkOffline,
  `/en${routes.check}`,
  `/en${routes.checkMessage}`,
  routes.help,
  `/en${routes.help}`,
  // As it is, and as the frame of every country's page (`countryAt` in `worker.js`).
  routes.helpElsewhere,
  `/en${routes.helpElsewhere}`,
  routes.signs,
  routes.officialPath,
  routes.offices,
  routes.privacy,
] as const

/** Data that these pages fetch. */
export const keptData = [
  routes.checkResult,
  `/en${routes.checkResult}`,
  routes.checkOffices,
  routes.checkSigns,
] as const

/** Data that they fetch where the content has it: a build without it keeps the rest. */
export const keptIfBuilt = ['/bantuan/negara.json', '/en/bantuan/negara.json'] as const

/**
 * Where the worker is registered, the check first. Each is a registration of its own: one for the whole site would also
 * control the report pages.
 */
export const scopes: readonly string[] = keptPages.filter(
  page => !keptPages.some(other => other !== page && page.startsWith(other)),
)

/** Where a link leads, without a connection, to a page that no part holds: a page that says so, and goes on once it can. */
export const offlineAddress = (path: string) => `${routes.checkOffline}?ke=${encodeURIComponent(path)}`
