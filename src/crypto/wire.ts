import { base64url, fromBase64url } from './bytes.ts'
import type { SealedMessage } from './message.ts'

/** A sealed message in JSON: every file in base64url without padding. */
export type WireMessage = {
  readonly inboxKey: string
  readonly reporterKey: string | null
  readonly manifest: string
  readonly parts: readonly string[]
}

/** For JSON. */
export function toWire(message: SealedMessage): WireMessage {
  return {
    inboxKey: base64url(message.inboxKey),
    reporterKey: message.reporterKey === null ? null : base64url(message.reporterKey),
    manifest: base64url(message.manifest),
    parts: message.parts.map(base64url),
  }
}

/** From JSON. Throws `damaged` when a file is not base64url. */
export function fromWire(wire: WireMessage): SealedMessage {
  return {
    inboxKey: fromBase64url(wire.inboxKey),
    reporterKey: wire.reporterKey === null ? null : fromBase64url(wire.reporterKey),
    manifest: fromBase64url(wire.manifest),
    parts: wire.parts.map(fromBase64url),
  }
}
