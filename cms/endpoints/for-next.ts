import type { IncomingMessage } from 'node:http'
import { refuse } from './front.ts'
import type { Target } from './target.ts'

/** A form with files says by what its parts are divided (RFC 2046, 5.1.1: 1 to 70 characters). */
const divided = /;\s*boundary=(?:"[^"]{1,70}"|[^\s;",]{1,70}(?![^\s;]))/i
/** How Next names a server function. */
const serverFunction = /^[\da-f]{42}$/

/**
 * Refuses what Next and Payload would answer with 500 and a stack in the log: a form that does not say how it is divided, and
 * anything sent to a page that calls no server function.
 * @throws FrontError 400, 405.
 */
export function checkForNext({ method, headers }: IncomingMessage, target: Target): void {
  const type = headers['content-type'] ?? ''
  if (/^\s*multipart\//i.test(type) && !divided.test(type)) throw refuse('no-boundary')
  if (target.path.startsWith('/api/') || method === 'GET' || method === 'HEAD') return
  const called = headers['next-action']
  if (method !== 'POST' || called === undefined) throw refuse('wrong-method')
  if (typeof called !== 'string' || !serverFunction.test(called)) throw refuse('not-valid', ['Next-Action'])
}
