import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { sharedText } from '../../offline/shared-text.ts'
import { MessageForm } from './MessageForm.tsx'
import { leaveQuickly } from './quick-exit.ts'
import type { MessageView } from './types.ts'

async function start() {
  const mount = document.getElementById('baca')
  const view = JSON.parse(
    document.getElementById('message-view')?.textContent ?? 'null',
  ) as MessageView | null
  const field = mount?.querySelector('textarea')
  if (!mount || !field || !view) return
  const shared = await sharedText()
  if (shared) field.value = shared
  hydrateRoot(mount, createElement(MessageForm, { view }))
}

leaveQuickly(document.getElementById('keluar'))
start()
