import type { IncomingMessage } from 'node:http'
import type { Payload } from 'payload'
import type { Env } from '#cms/env.ts'
import { isStorageFull } from '#cms/storage.ts'
import { type FrontHandler, languageOf, readParsed, refuse, requireSameOrigin, sendJson } from './front.ts'
import { withoutValues } from './no-values.ts'
import { captchaSettings } from './report-captcha.ts'
import { refuseReport } from './report-errors.ts'
import { currentKeyList } from './report-keys.ts'
import { newChallenge, ProofTooCheap } from './report-proof.ts'
import { BODY_LIMIT, followUpSchema, lookupBodySchema, reportSchema } from './report-schema.ts'
import { storeReport } from './report-send.ts'
import { readThread, storeFollowUp } from './report-thread.ts'

type Answer = { status: number; body: unknown }
type Route = {
  method: 'GET' | 'POST'
  answer: (request: IncomingMessage, payload: Payload, env: Env) => Promise<Answer>
}

const ok = (body: unknown): Answer => ({ status: 200, body })

/** The tip endpoints. None of them reads or keeps an address, an agent or a time finer than a day. */
const routes: Readonly<Record<string, Route>> = {
  '/api/lapor/kunci': {
    method: 'GET',
    answer: async (_, payload) => ok({ list: await currentKeyList(payload) }),
  },
  '/api/lapor/tantangan': {
    method: 'GET',
    answer: async (_, payload) => ok(await newChallenge(payload)),
  },
  '/api/lapor/kirim': {
    method: 'POST',
    answer: async (request, payload, env) => {
      const captcha = isOnion(request) ? null : captchaSettings(env)
      await storeReport(payload, await readParsed(request, BODY_LIMIT, reportSchema), captcha, env)
      return { status: 201, body: { stored: true } }
    },
  },
  '/api/lapor/baca': {
    method: 'POST',
    answer: async (request, payload) => {
      const { lookup } = await readParsed(request, 1024, lookupBodySchema)
      return ok(await readThread(payload, lookup))
    },
  },
  '/api/lapor/tambah': {
    method: 'POST',
    answer: async (request, payload, env) => {
      await storeFollowUp(payload, await readParsed(request, BODY_LIMIT, followUpSchema), env)
      return { status: 201, body: { stored: true } }
    },
  },
}

/** Whoever came by Tor hid the address on purpose. */
function isOnion(request: IncomingMessage): boolean {
  return /\.onion(?::\d+)?$/i.test(request.headers.host ?? '')
}

/** Answers everything under `/api/lapor/` on the site's host. */
export const handleReport: FrontHandler = async (request, response, { payload, env }) => {
  const path = new URL(request.url ?? '/', 'http://host').pathname
  if (!path.startsWith('/api/lapor/')) return false
  const route = Object.hasOwn(routes, path) ? routes[path] : undefined
  if (route === undefined) throw refuse('not-found')
  if (request.method !== route.method) throw refuse('wrong-method')
  if (route.method === 'POST') requireSameOrigin(request)
  const { status, body } = await withoutValues(() =>
    route.answer(request, payload, env).catch((error: unknown) => refusal(request, error)),
  )
  sendJson(response, status, body)
  return true
}

/** The answer to a proof that has become too cheap: the refusal, and the challenge to solve instead. */
function refusal(request: IncomingMessage, error: unknown): Answer {
  if (!(error instanceof ProofTooCheap)) throw isStorageFull(error) ? refuseReport('storage-full') : error
  const { status, code, texts, fields, challenge } = error
  return { status, body: { error: { code, message: texts[languageOf(request)], fields }, challenge } }
}
