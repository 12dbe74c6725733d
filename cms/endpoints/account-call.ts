import type { TypedUser } from 'payload'
import type { DoorCall } from './sign-in-pages.ts'

/** A page on which somebody who is signed in changes an account. `sent`: what was posted; null when it is only read. */
export type AccountCall = DoorCall & { readonly user: TypedUser; readonly sent: URLSearchParams | null }

/** The way back, at the foot of every page. */
export const backLink = ({ text }: DoorCall) => [{ href: '/akun', text: text('account') }]

/** Ends password links that were made before a change. */
export const noLink = { resetPasswordToken: null, resetPasswordExpiration: null }
