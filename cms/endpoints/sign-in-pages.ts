import type { IncomingMessage, ServerResponse } from 'node:http'
import { mayPutOff } from '#cms/accounts/second-factor-demand.ts'
import type { KnownAccount } from '#cms/accounts/door.ts'
import type { DoorSession } from '#cms/accounts/door-sessions.ts'
import type { FrontContext } from './front.ts'
import { buttonMarkup, type FormField, formMarkup } from './plain-form.ts'
import { type PlainPage, sendPlainPage } from './plain-page.ts'
import { codeField, demoHint, enrolMarkup } from './second-factor-page.ts'
import { type SignInText, signInText, staffLanguage } from './sign-in-words.ts'

/** What a page of the door needs to answer. `search`: the query of the address, with where one was going. */
export type DoorCall = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly context: FrontContext
  readonly search: string
  readonly text: SignInText
}
type Problems = Readonly<Record<string, string>>

/** A page of the door, in the caller's language, with the mark of a demo. */
export function sendStaffPage(
  { context, request, response }: Pick<DoorCall, 'context' | 'request' | 'response'>,
  status: number,
  page: Omit<PlainPage, 'language' | 'isDemo'>,
): void {
  sendPlainPage(response, status, { ...page, language: staffLanguage(request), isDemo: context.env.DEMO })
}

/** Asks for e-mail and password. */
export function sendSignIn(
  call: DoorCall,
  status: number,
  { note, problems = {}, sent }: { note?: string; problems?: Problems; sent?: URLSearchParams } = {},
): void {
  const { text } = call
  const fields: readonly FormField[] = [
    {
      name: 'email',
      label: text('email'),
      attributes: 'type="email" autocomplete="username" maxlength="254"',
    },
    {
      name: 'password',
      label: text('password'),
      attributes: 'type="password" autocomplete="current-password" maxlength="1024"',
    },
  ]
  const inLanguage = staffLanguage(call.request) === 'en' ? '?bahasa=en' : ''
  sendStaffPage(call, status, {
    title: text('signIn'),
    paragraphs: note ? [note] : [],
    markup: formMarkup(fields, text('enter'), problems, sent, { langkah: 'sandi' }),
    links: [
      { href: '/admin/forgot', text: text('forgot') },
      { href: `${call.context.env.deskUrl}/${inLanguage}`, text: text('desk') },
    ],
  })
}

/** Asks for a code of the second factor. */
export async function sendCode(
  call: DoorCall,
  status: number,
  { id, email }: KnownAccount,
  problems: Problems = {},
): Promise<void> {
  const { context, text } = call
  const hint = await demoHint(context, id, text)
  sendStaffPage(call, status, {
    title: text('codeTitle'),
    paragraphs: [text('codeAsk', { email })],
    markup: `${formMarkup([codeField(text, hint)], text('enter'), problems, undefined, { langkah: 'kode' })}
${buttonMarkup(text('other'), { langkah: 'ulang' })}
<p class="hint">${text('codeLost')}</p>`,
  })
}

/** Shows a new second factor, and the way past it where there is one. */
export function sendEnrol(
  call: DoorCall,
  status: number,
  { account, session }: { account: KnownAccount; session: DoorSession },
  problems: Problems = {},
): void {
  const { context, text } = call
  const later = mayPutOff(call.request, context.env, account.role)
    ? `${buttonMarkup(text('later'), { langkah: 'nanti' })}<p class="hint">${text('laterHint')}</p>`
    : ''
  sendStaffPage(call, status, {
    title: text('enrolTitle'),
    paragraphs: [text('enrolWhy'), text('enrolHow')],
    markup: `${enrolMarkup(session, context.env, text, problems)}
${later}${buttonMarkup(text('other'), { langkah: 'ulang' })}`,
  })
}

/** Asks whether to sign out, where a browser does not say that a person came here by a link of ours. */
export function sendSignOutAsk(call: DoorCall): void {
  const { text } = call
  sendStaffPage(call, 200, {
    title: text('signOutAsk'),
    paragraphs: [],
    markup: buttonMarkup(text('signOut'), {}),
    links: [{ href: '/admin', text: text('stay') }],
  })
}

export function sendSignedOut(call: DoorCall): void {
  const { text } = call
  sendStaffPage(call, 200, {
    title: text('signedOut'),
    paragraphs: [],
    links: [{ href: '/admin/login', text: text('signIn') }],
  })
}

/** The call of a page of the door, with its texts. */
export const doorCall = (
  request: IncomingMessage,
  response: ServerResponse,
  context: FrontContext,
  search: string,
): DoorCall => ({ request, response, context, search, text: signInText(staffLanguage(request)) })
