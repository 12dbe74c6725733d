import type { PayloadRequest } from 'payload'
import { who } from './who.ts'

/** Administrators only. */
export const isAdmin = ({ req }: { req: PayloadRequest }): boolean => who(req)?.role === 'admin'
