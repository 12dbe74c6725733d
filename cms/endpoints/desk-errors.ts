import { translator } from '#src/i18n/t.ts'
import { FrontError } from './front.ts'

/** The desk's own refusals: code, status, and the key of the text in the `desk` namespace. */
const refusals = {
  'wrong-sign-in': { status: 401, text: 'signIn.refused' },
  'wrong-code': { status: 401, text: 'code.wrong' },
  'too-many-codes': { status: 401, text: 'code.tooMany' },
  'keys-exist': { status: 409, text: 'keys.exists' },
  'no-partner': { status: 404, text: 'openInbox.noPartner' },
  'not-two-founders': { status: 400, text: 'openInbox.self' },
  'list-not-pinned': { status: 409, text: 'errors.listNotPinned' },
  'inbox-exists': { status: 409, text: 'openInbox.exists' },
  'founder-gone': { status: 409, text: 'approve.founderGone' },
  'list-moved': { status: 409, text: 'change.moved' },
  'moved-on': { status: 409, text: 'errors.movedOn' },
} as const
export type DeskRefusal = keyof typeof refusals

const texts = { id: translator('id', 'desk'), en: translator('en', 'desk') }

/** The refusal with this code, in both languages. */
export function refuseAtDesk(code: DeskRefusal): FrontError {
  const { status, text } = refusals[code]
  return new FrontError(status, code, { id: texts.id(text), en: texts.en(text) })
}
