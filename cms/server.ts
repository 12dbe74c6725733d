import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http'
import { checkForNext } from './endpoints/for-next.ts'
import { FrontError, type FrontHandler, languageOf, refuse, sendError } from './endpoints/front.ts'
import { sendGone } from './endpoints/gone.ts'
import { adminHandlers, deskHandlers, siteHandlers } from './endpoints/handlers.ts'
import { sendHealth, sendReadiness } from './endpoints/health.ts'
import { mediaFiles } from './endpoints/media.ts'
import { isMediaPublished } from './endpoints/media-published.ts'
import { whereOf } from './endpoints/no-values.ts'
import { sendPlainPage } from './endpoints/plain-page.ts'
import { cleanRequest, dataPolicy, setAdminPolicy, setCommonHeaders } from './endpoints/security-headers.ts'
import { signedIn } from './endpoints/sign-in-return.ts'
import { type DeskFiles, deskFiles } from './endpoints/static.ts'
import { addressOf, hostReader, type Part, type Target, targetOf } from './endpoints/target.ts'
import { refuseUnreadable } from './endpoints/unreadable.ts'
import type { ServerState } from './server-state.ts'
import { isStorageFull } from './storage.ts'

/** How long a client may take, in milliseconds: for the headers, for a whole request, and how often that is looked at. */
export const serverLimits = {
  headersTimeout: 20_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 10_000,
} as const satisfies ServerOptions
export type ServerLimits = { readonly [name in keyof typeof serverLimits]: number }

/**
 * The one HTTP server of the process. The host name decides first, then the address: the desk's host has the desk and
 * nothing else; then come health, tips, media and setup; Next gets `/admin`, `/api` and `/_next`; the rest is the built site.
 * It writes no access log, and no address or agent anywhere.
 */
export function frontServer(state: ServerState, limits: ServerLimits = serverLimits): Server {
  const media = mediaFiles(state.env)
  let desk: DeskFiles | null = null
  const hostOf = hostReader(state.env)
  // Either all parts are https or none is.
  const isSecure = addressOf('site', state.env).startsWith('https:')

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // Node drops what follows such a request in the same packet: the client learns that it has to ask again.
    if (request.headers.upgrade !== undefined) response.setHeader('Connection', 'close')
    const host = hostOf(request.headers.host)
    if (!host) throw refuse('wrong-host')
    const { parts, isInternal } = host
    cleanRequest(request, host.name, isSecure)
    setCommonHeaders(response, isSecure)
    if (!methods.has(request.method ?? '')) throw refuse('wrong-method')
    const target = targetOf(request)
    if (isFirstRegister(target)) throw refuse('not-allowed')
    if (target.path === '/healthz') return sendHealth(response, state)
    if (target.path === '/readyz') return sendReadiness(response, state)
    const isForBuilder =
      isInternal && (target.path.startsWith('/api/publik/') || target.path === '/api/lapor/kunci')
    // The builder is the one who may ask before everything is ready. Everybody else gets what is built, and nothing more.
    const { payload } = state
    const context = payload && (state.phase === 'ready' || isForBuilder) ? { payload, env: state.env } : null
    if (!context && !isBuilt(request, target, parts, state)) return sendWaiting(request, response)

    if (parts.includes('desk')) {
      if (context && (await handled(deskHandlers, request, response, context))) return
      if (target.path.startsWith('/api/')) throw refuse('not-found')
      if (state.develop) return state.develop.desk(request, response)
      onlyReading(request, response)
      desk ??= deskFiles()
      if (!desk) throw refuse('starting')
      return desk(request, response, target)
    }
    if (
      context &&
      (isForBuilder || parts.includes('site')) &&
      (await handled(siteHandlers, request, response, context))
    )
      return
    if (context && parts.includes('admin') && (await handled(adminHandlers, request, response, context)))
      return
    if (target.path.startsWith('/api/lapor/')) throw refuse('not-found')
    if (state.develop && target.path.startsWith('/__nextjs')) return toNext(request, response, target)
    if (context && isNext(target) && (parts.includes('admin') || isForBuilder)) {
      // Server functions: Next answers what it cannot read with 500, and leaves a stack in the log for each.
      const isReading = request.method === 'GET' || request.method === 'HEAD'
      if (!isReading && !target.path.startsWith('/api/') && !(await signedIn(request, context)))
        throw refuse('not-signed-in')
      checkForNext(request, target)
      return toNext(request, response, target)
    }
    if (state.gone?.has(target.path)) return sendGone(request, response)
    if (target.path.startsWith('/media/')) {
      onlyReading(request, response)
      const isPublic =
        !context || (await isMediaPublished(context.payload, target.path.slice('/media/'.length)))
      if (isPublic && (await media(request, response, target))) return
      return sendSite(request, response, target)
    }
    if (!parts.includes('site')) return toAdminHome(response, target)
    return sendSite(request, response, target)
  }

  const sendSite = (request: IncomingMessage, response: ServerResponse, target: Target) => {
    if (state.develop) return state.develop.site(request, response)
    onlyReading(request, response)
    if (!state.release) return sendWaiting(request, response)
    return state.release.serve(request, response, target)
  }

  const toNext = (request: IncomingMessage, response: ServerResponse, target: Target) => {
    if (!state.next) throw refuse('starting')
    if (target.path.startsWith('/api/')) response.setHeader('Content-Security-Policy', dataPolicy)
    else if (!state.develop) setAdminPolicy(request, response)
    return state.next(request, response)
  }

  // Next listens for upgrades and leaves those that are not its own open for ever. Only development has sockets: elsewhere the
  // wish to change the protocol is passed over, as RFC 9110 (7.8) allows, and the request is answered like any other.
  const shouldUpgradeCallback = ({ headers }: IncomingMessage) =>
    state.develop !== null && headers.upgrade?.toLowerCase() === 'websocket'
  const server = createServer({ ...limits, shouldUpgradeCallback }, (request, response) => {
    respond(request, response).catch(error => sendProblem(request, response, error))
  })
  server.on('clientError', refuseUnreadable)
  return server
}

/** What some part of ours takes. Next would answer others, such as TRACE, with 500. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

async function handled(
  handlers: readonly FrontHandler[],
  request: IncomingMessage,
  response: ServerResponse,
  context: Parameters<FrontHandler>[2],
): Promise<boolean> {
  for (const handler of handlers) if (await handler(request, response, context)) return true
  return false
}

/** Addresses of ours that need the database, beside those of Next: first account, new password, own account. */
const doors = /^\/(?:awal|sandi|akun)(?:\/|$)/

/**
 * Whether a request can be answered from files alone, as long as the rest is not ready: the desk's bundle, and pages of the
 * last release with the media that they show. Not before it is known what was taken down.
 */
function isBuilt(
  { method }: IncomingMessage,
  target: Target,
  parts: readonly Part[],
  { gone, isDeskReady, release }: ServerState,
): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (isNext(target)) return false
  if (parts.includes('desk')) return isDeskReady
  if (!parts.includes('site') || !release || !gone || doors.test(target.path)) return false
  return !target.path.startsWith('/media/') || gone.has(target.path) || gone.isShown(target.path)
}

/** Payload's own first-register stays closed, however its address is written: the first account has a one-time link. */
function isFirstRegister(target: Target): boolean {
  return /\/first-register\/?$/i.test(decodeAll(target.path))
}

function decodeAll(path: string): string {
  try {
    const decoded = decodeURIComponent(path)
    return decoded === path ? path : decodeAll(decoded)
  } catch {
    return path
  }
}

function isNext(target: Target): boolean {
  return /^\/(?:admin|api|_next)(?:\/|$)/.test(target.path)
}

function onlyReading(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  response.setHeader('Allow', 'GET, HEAD')
  throw refuse('wrong-method')
}

/** The admin's own host has nothing but the admin: its front door leads there. */
function toAdminHome(response: ServerResponse, target: Target): void {
  if (target.path !== '/') throw refuse('not-found')
  response.writeHead(307, { Location: '/admin', 'Cache-Control': 'no-store', 'Content-Length': 0 }).end()
}

function sendWaiting(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Retry-After', '10')
  if (!wantsPage(request)) {
    sendError(request, response, refuse('starting'))
    return
  }
  response.setHeader('Refresh', '10')
  const isEnglish = languageOf(request) === 'en'
  sendPlainPage(response, 503, {
    language: isEnglish ? 'en' : 'id',
    title: isEnglish ? 'The site is being prepared' : 'Situs sedang disiapkan',
    paragraphs: [
      isEnglish
        ? 'The first start takes a few minutes. This page looks again by itself every 10 seconds.'
        : 'Penyiapan pertama memakan waktu beberapa menit. Halaman ini memeriksa lagi sendiri setiap 10 detik.',
    ],
  })
}

function problemOf(error: unknown): FrontError {
  if (error instanceof FrontError) return error
  return refuse(isStorageFull(error) ? 'storage-full' : 'broken')
}

function sendProblem(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const problem = problemOf(error)
  // Where it broke, and nothing of who asked or what for.
  if (problem.code === 'broken' && problem !== error) console.error(whereOf(error))
  if (response.headersSent) {
    response.destroy()
    return
  }
  for (const name of ['Content-Type', 'Cache-Control', 'Content-Disposition']) response.removeHeader(name)
  if (!wantsPage(request)) {
    sendError(request, response, problem)
    return
  }
  const language = languageOf(request)
  const home = { href: '/', text: language === 'en' ? 'Home' : 'Beranda' }
  if (!request.complete) response.setHeader('Connection', 'close')
  sendPlainPage(response, problem.status, {
    language,
    title: problem.texts[language],
    paragraphs: [],
    links: [home],
  })
}

/** Whether a person waits for a page, rather than a program for an answer. */
function wantsPage(request: IncomingMessage): boolean {
  return (request.headers.accept ?? '').includes('text/html') && !request.url?.startsWith('/api/')
}
