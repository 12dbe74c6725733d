import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { FrontError, sendError } from '#cms/endpoints/front.ts'
import { handleReport } from '#cms/endpoints/report.ts'
import type { Identity, Recipient } from '#src/crypto/age.ts'
import { base64url, random } from '#src/crypto/bytes.ts'
import { newReceipt } from '#src/crypto/receipt.ts'
import { deriveReporterKeys, type ReporterKeys } from '#src/crypto/derive.ts'
import { type Place, type Report, sealReply, sealReport } from '#src/crypto/report.ts'
import { toWire } from '#src/crypto/wire.ts'
import { foundInbox, makeEntry, makeMember, openTestInbox, unlist } from '../helpers/inbox.ts'
import { sealedRecord } from '../helpers/sealed-report.ts'
import { startTestCms, type TestCms } from '../helpers/payload.ts'

export type Answer = {
  status: number
  body: { error?: { code: string; message: string } } & Record<string, unknown>
}
export type ReportServer = {
  cms: TestCms
  origin: string
  get: (path: string) => Promise<Answer>
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>
  prove: () => Promise<{ challenge: unknown; solution: unknown }>
  close: () => Promise<void>
}
export type TestInbox = { id: string; identity: Identity; recipient: Recipient }

/** The tip endpoints on a port of their own, over a CMS of their own. */
export async function startReportServer(variables: Record<string, string> = {}): Promise<ReportServer> {
  const cms = await startTestCms(variables)
  const server: Server = createServer((request, response) => {
    handleReport(request, response, { payload: cms.payload, env: cms.env }).catch(error => {
      sendError(
        request,
        response,
        error instanceof FrontError ? error : new FrontError(500, 'broken', { id: '', en: String(error) }),
      )
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ask = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await fetch(origin + path, init)
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }
  const get: ReportServer['get'] = path => ask(path)
  const post: ReportServer['post'] = (path, body, headers = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const prove: ReportServer['prove'] = async () => {
    const challenge = (await get('/api/lapor/tantangan')).body as never
    return { challenge, solution: await solveChallenge({ challenge, deriveKey }) }
  }
  const close = async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    await cms.close()
  }
  return { cms, origin, get, post, prove, close }
}

/** An inbox and the identity that opens it: in the key list, or being founded, or out of the list again. */
export async function makeInbox(
  cms: TestCms,
  state: 'founding' | 'open' | 'closed' = 'open',
  kind: 'umum' | 'petugas' = 'umum',
): Promise<TestInbox> {
  if (state === 'founding') {
    const { entry, identity } = await makeEntry(kind)
    await foundInbox(cms, entry, [await makeMember(cms), await makeMember(cms)])
    return { id: entry.id, identity, recipient: entry.recipient }
  }
  const { id, identity, recipient } = await openTestInbox(cms, kind)
  if (state === 'closed') await unlist(cms, id)
  return { id, identity, recipient }
}

export const sampleReport: Report = {
  v: 1,
  subject: 'perekrut',
  what: 'Calo meminta uang di muka dan menahan paspor.',
  where: 'Cilacap',
  when: 'minggu lalu',
  who: '',
  knowledge: 'melihat',
  language: 'id',
}

/** A sealed report, ready to be posted but for its proof. */
export async function sealedSample(inbox: TestInbox, secret = newReceipt(), report = sampleReport) {
  const { message, lookup } = await sealReport({ report, inbox, secret })
  return {
    inbox: inbox.id,
    keyVersion: 1,
    lookup,
    sending: base64url(random(16)),
    message: toWire(message),
    record: await sealedRecord(inbox, await deriveReporterKeys(secret), 0, message),
  }
}

/** A sealed further message, ready to be posted but for its proof. */
export async function sealedFollowUp(inbox: TestInbox, keys: ReporterKeys, place: Place, said = 'Tambahan') {
  const message = await sealReply({
    note: { v: 1, text: said, state: null },
    kind: 'pesan',
    inbox,
    keys,
    place,
  })
  return {
    lookup: keys.lookup,
    seq: place.seq,
    sending: base64url(random(16)),
    message: toWire(message),
    record: await sealedRecord(inbox, keys, place.seq, message),
  }
}
