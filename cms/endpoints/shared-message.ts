import type { FrontHandler } from './front.ts'
import { targetOf } from './target.ts'

const page = /^\/(?:en\/)?periksa\/pesan\/?$/

/**
 * A text shared from another app is for the reader's phone alone: there the service worker takes it. When there is none, it
 * comes here as a POST; it is dropped unread, and the page opens empty.
 */
export const handleSharedMessage: FrontHandler = async (request, response) => {
  const { path } = targetOf(request)
  if (request.method !== 'POST' || !page.test(path)) return false
  const headers = { Location: '/periksa/pesan/', 'Cache-Control': 'no-store', 'Content-Length': 0 }
  response.writeHead(303, { ...headers, Connection: 'close' }).end()
  return true
}
