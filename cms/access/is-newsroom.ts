import type { PayloadRequest } from 'payload'
import { who } from './who.ts'

/** Everyone who works in the CMS: administrators, publishers and editors, not case handlers. */
export const isNewsroom = ({ req }: { req: PayloadRequest }): boolean => who(req) !== null
