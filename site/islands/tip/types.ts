import type { InboxKind } from '#src/crypto/key-list.ts'
import type { Knowledge, Subject } from '#src/crypto/report.ts'
import type idTip from '#src/i18n/id/tip.json'
import type { Language } from '#src/slugs.ts'

/** Texts that the scripts of these pages show. */
export type TipStrings = Pick<typeof idTip, 'form' | 'receipt' | 'thread'>

/** An inbox as a reporter chooses it, in the page's language. */
export type InboxChoice = { id: string; kind: InboxKind; keyVersion: number; name: string; readers: string }

/** What the page hands to its script. */
export type TipView = {
  language: Language
  strings: TipStrings
  inboxes: InboxChoice[]
  /** Hash of the key list that this page was built with. */
  pin: string
  codeHref: string
  /** The official channels on the report page. */
  channelsHref: string
  /** hCaptcha's public key where the operator offers it beside the proof of work, else null. */
  captchaKey: string | null
}

/** The answers while they are typed. Kept in memory only. */
export type TipFields = {
  subject: Subject | ''
  what: string
  where: string
  when: string
  who: string
  knowledge: Knowledge
  inbox: string
}
