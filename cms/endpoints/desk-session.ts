import { type DoorSession, type DoorStage, doorSessions } from '#cms/accounts/door-sessions.ts'

export { codeTries, passwordMark } from '#cms/accounts/door-sessions.ts'
export type DeskSession = DoorSession
export type DeskStage = DoorStage

/** The sessions of the desk, whole from sign-in to sign-out. */
export const { startSession, finishSignIn, findSession, requireSession, endSession, endSessionsOf } =
  doorSessions('meja', env => env.deskUrl)
