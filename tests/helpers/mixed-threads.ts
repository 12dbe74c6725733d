import fc from 'fast-check'
import type { Recipient } from '#src/crypto/age.ts'
import { base64url } from '#src/crypto/bytes.ts'
import { deriveReporterKeys, type ReporterKeys } from '#src/crypto/derive.ts'
import { type KeyList, keyListHash } from '#src/crypto/key-list.ts'
import type { Direction } from '#src/crypto/manifest.ts'
import { messageHash, type SealedMessage } from '#src/crypto/message.ts'
import { newReceipt } from '#src/crypto/receipt.ts'
import { recipientHash, sealRecord } from '#src/crypto/record.ts'
import { type Report, sealAnswer, sealReply, sealReport } from '#src/crypto/report.ts'
import { toWire, type WireMessage } from '#src/crypto/wire.ts'
import { sealHostile } from '#tests/helpers/hostile.ts'

/** A row of a thread as the server holds it. */
export type Row = {
  readonly seq: number
  readonly direction: Direction
  readonly wire: WireMessage
  readonly record: string | null
}
export type WholeThread = { readonly keys: ReporterKeys; readonly rows: readonly Row[] }
type Inbox = { readonly id: string; readonly recipient: Recipient }

const last = 5

/** What the honest message at a place says: `A0` is the report of thread A, odd places are answers, `A4` withdraws. */
export const textAt = (name: string, place: number): string => `${name}${place}`

/** A thread of six messages, all honest. */
export async function wholeThread(name: string, inbox: Inbox, list: KeyList): Promise<WholeThread> {
  const secret = newReceipt()
  const keys = await deriveReporterKeys(secret)
  const record = async (message: SealedMessage, seq: number) =>
    base64url(
      await sealRecord(
        {
          v: 1,
          thread: keys.thread,
          seq,
          message: messageHash(message),
          inbox: inbox.id,
          keyVersion: 1,
          recipient: recipientHash(inbox.recipient),
          serial: list.serial,
          list: keyListHash(list),
        },
        keys,
      ),
    )
  const report: Report = {
    v: 1,
    subject: 'perekrut',
    what: textAt(name, 0),
    where: '',
    when: '',
    who: '',
    knowledge: 'melihat',
    language: 'id',
  }
  const { message } = await sealReport({ report, inbox, secret })
  const rows: Row[] = [
    { seq: 0, direction: 'masuk', wire: toWire(message), record: await record(message, 0) },
  ]
  let prev = messageHash(message)
  for (let seq = 1; seq <= last; seq += 1) {
    const note = { v: 1, text: textAt(name, seq), state: null } as const
    const direction = seq % 2 === 0 ? 'masuk' : 'keluar'
    const next = { note, inbox, keys, place: { seq, prev } }
    const sealed =
      direction === 'keluar'
        ? await sealAnswer(next)
        : await sealReply({ ...next, kind: seq === 4 ? 'tarik' : 'pesan' })
    const own = direction === 'masuk' ? await record(sealed, seq) : null
    rows.push({ seq, direction, wire: toWire(sealed), record: own })
    prev = messageHash(sealed)
  }
  return { keys, rows }
}

/** What the server can seal to an inbox's public recipient: a withdrawal that nobody wrote, with all that is not secret right. */
export async function forgedRow(inbox: Inbox, thread: WholeThread, seq: number): Promise<Row> {
  const manifest = {
    v: 1,
    kind: 'tarik',
    inbox: inbox.id,
    thread: thread.keys.thread,
    direction: 'masuk',
    seq,
    prev: messageHashOf(thread.rows[seq - 1] as Row),
    reply: null,
    mac: null,
  }
  const content = { v: 1, text: 'palsu', state: null }
  const sealed = await sealHostile(inbox.recipient, { manifest, content })
  return { seq, direction: 'masuk', wire: toWire(sealed), record: null }
}

const messageHashOf = (row: Row): string =>
  messageHash({ manifest: Uint8Array.from(Buffer.from(row.wire.manifest, 'base64url')) })

type Step = (rows: readonly Row[]) => readonly Row[]

/** What a server can do to the rows of a thread, out of a stock of rows: three steps at most. */
export function mixing(rows: readonly Row[], stock: readonly Row[]): fc.Arbitrary<readonly Row[]> {
  const at = fc.nat({ max: last })
  const any = fc.constantFrom(...stock)
  const files = ['inboxKey', 'reporterKey', 'manifest', 'parts'] as const
  const change =
    (place: number, row: (old: Row) => Row): Step =>
    all =>
      all.map((old, index) => (index === place ? row(old) : old))
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.tuple(at, any).map(
      ([place, row]): Step =>
        all =>
          all.toSpliced(place, 0, row),
    ),
    fc.tuple(at, any).map(
      ([place, row]): Step =>
        all =>
          all.toSpliced(place, 1, row),
    ),
    at.map(
      (place): Step =>
        all =>
          all.toSpliced(place, 1),
    ),
    at.map(
      (place): Step =>
        all =>
          all.slice(0, place + 1),
    ),
    fc.tuple(at, at).map(
      ([from, to]): Step =>
        all =>
          all.toSpliced(from, 1).toSpliced(to, 0, ...all.slice(from, from + 1)),
    ),
    fc.tuple(at, at).map(([place, seq]) => change(place, old => ({ ...old, seq }))),
    fc
      .tuple(at, fc.constantFrom<Direction>('masuk', 'keluar'))
      .map(([place, direction]) => change(place, old => ({ ...old, direction }))),
    fc.tuple(at, any).map(([place, { record }]) => change(place, old => ({ ...old, record }))),
    fc
      .tuple(at, any, fc.constantFrom(...files))
      .map(([place, { wire }, file]) =>
        change(place, old => ({ ...old, wire: { ...old.wire, [file]: wire[file] } })),
      ),
    fc.constant<Step>(all => all.map((row, seq) => ({ ...row, seq }))),
  )
  return fc.array(step, { maxLength: 3 }).map(steps => steps.reduce((all, work) => work(all), rows))
}
