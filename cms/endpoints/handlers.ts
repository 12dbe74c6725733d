import { handleDesk } from './desk.ts'
import { handleForgottenPassword } from './forgotten-password.ts'
import type { FrontHandler } from './front.ts'
import { handleNewPassword } from './new-password.ts'
import { handleOwnAccount } from './own-account.ts'
import { handleReport } from './report.ts'
import { handleSetup } from './setup.ts'
import { handleSharedMessage } from './shared-message.ts'
import { handleSignIn } from './sign-in.ts'

/** Handlers of the public site's host, asked in order before Next and the static files. */
export const siteHandlers: readonly FrontHandler[] = [handleReport, handleSharedMessage]

/** Handlers of the admin's host: the pages of ours at which staff come in and look after their accounts. */
export const adminHandlers: readonly FrontHandler[] = [
  handleSetup,
  handleNewPassword,
  handleSignIn,
  handleForgottenPassword,
  handleOwnAccount,
]

/** Handlers of the desk's host, asked in order before the desk's files. */
export const deskHandlers: readonly FrontHandler[] = [handleDesk]
