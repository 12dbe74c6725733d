import type { AfterErrorHook } from 'payload'

/** Stands first; see the end of the chain for what it becomes. */
export const explainError: AfterErrorHook = ({ result }) => ({ response: result })
