import { type CollectionBeforeOperationHook, Forbidden } from 'payload'

declare module 'payload' {
  interface RequestContext {
    /** Set by our own set-up (first account by one-time link, demo) only: a request cannot set it. */
    setup?: boolean
    /** Set while an administrator makes a password link, which is shown to them. */
    accountLink?: boolean
    /** Set while the starting content is loaded. */
    seeding?: boolean
  }
}

/** Nobody makes an account without being signed in, whatever the path: Payload's "first user" included. */
export const refuseOpenRegistration: CollectionBeforeOperationHook = ({ args, context, operation, req }) => {
  if (operation === 'create' && !req.user && context.setup !== true) throw new Forbidden(req.t)
  return args
}
