import type { FieldAccess } from 'payload'
import { who } from './who.ts'

/** A field that only administrators set: nobody promotes themselves. */
export const isAdminField: FieldAccess = ({ req }) => who(req)?.role === 'admin'
