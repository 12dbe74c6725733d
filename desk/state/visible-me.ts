import { visibleText } from '#src/visible-text.ts'
import type { Me } from '../desk-context.ts'

/** The signed-in handler's view with every text that others wrote made safe to show. Keys and files stay as they are. */
export const visibleMe = (me: Me): Me => ({
  ...me,
  email: visibleText(me.email),
  inboxes: me.inboxes.map(withVisibleNames),
  waiting: me.waiting.map(one => ({ ...withVisibleNames(one), founders: one.founders.map(visibleText) })),
})

const withVisibleNames = <Inbox extends { name: string; readers: string }>(inbox: Inbox): Inbox => ({
  ...inbox,
  name: visibleText(inbox.name),
  readers: visibleText(inbox.readers),
})
