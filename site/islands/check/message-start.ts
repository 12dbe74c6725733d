import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { MessageForm } from './MessageForm.tsx'
import { leaveQuickly } from './quick-exit.ts'
import type { MessageView } from './types.ts'

const mount = document.getElementById('baca')
const view = JSON.parse(document.getElementById('message-view')?.textContent ?? 'null') as MessageView | null
if (mount && view) hydrateRoot(mount, createElement(MessageForm, { view }))
leaveQuickly(document.getElementById('keluar'))
