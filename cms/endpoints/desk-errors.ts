import { translator } from '#src/i18n/t.ts'
import { FrontError } from './front.ts'

/** The desk's own refusals: code, status, and the key of the text in the `desk` namespace. */
const refusals = {
  'wrong-sign-in': { status: 401, text: 'signIn.refused' },
  'wrong-code': { status: 401, text: 'code.wrong' },
  locked: { status: 429, text: 'signIn.locked' },
  busy: { status: 503, text: 'signIn.busy' },
  'too-many-codes': { status: 401, text: 'code.tooMany' },
  'keys-exist': { status: 409, text: 'keys.exists' },
  'no-partner': { status: 404, text: 'openInbox.noPartner' },
  'not-two-founders': { status: 400, text: 'openInbox.self' },
  'list-not-pinned': { status: 409, text: 'errors.listNotPinned' },
  'inbox-exists': { status: 409, text: 'openInbox.exists' },
  'founder-gone': { status: 409, text: 'approve.founderGone' },
  'list-moved': { status: 409, text: 'change.moved' },
  'may-not-follow': { status: 409, text: 'change.mayNotFollow' },
  'moved-on': { status: 409, text: 'errors.movedOn' },
} as const
export type DeskRefusal = keyof typeof refusals

const texts = { id: translator('id', 'desk'), en: translator('en', 'desk') }

/** The refusal with this code, in both languages; `values` fill its text. */
export function refuseAtDesk(code: DeskRefusal, values: Record<string, number> = {}): FrontError {
  const { status, text } = refusals[code]
  return new FrontError(status, code, { id: texts.id(text, values), en: texts.en(text, values) })
}
