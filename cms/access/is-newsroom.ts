import type { PayloadRequest } from 'payload'
import { who } from './who.ts'

/** Everyone who works on content: administrators, publishers and editors, not case handlers. */
export const isNewsroom = ({ req }: { req: PayloadRequest }): boolean => {
  const role = who(req)?.role
  return role !== undefined && role !== 'handler'
}
