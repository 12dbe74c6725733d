import { handleDesk } from './desk.ts'
import type { FrontHandler } from './front.ts'
import { handleReport } from './report.ts'
import { handleSharedMessage } from './shared-message.ts'

/** Handlers of the public site's host, asked in order before Next and the static files. */
export const siteHandlers: readonly FrontHandler[] = [handleReport, handleSharedMessage]

/** Handlers of the desk's host, asked in order before the desk's files. */
export const deskHandlers: readonly FrontHandler[] = [handleDesk]
