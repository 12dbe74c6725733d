import type { FrontHandler } from './front.ts'

/** Handlers of the public site's host, asked in order before Next and the static files. */
export const siteHandlers: readonly FrontHandler[] = []

/** Handlers of the desk's host, asked in order before the desk's files. */
export const deskHandlers: readonly FrontHandler[] = []
