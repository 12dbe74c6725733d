import '../exit/after-exit.ts'
import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { prepareReader } from '#src/risk/message/read-message.ts'
import { sharedText } from '../../offline/shared-text.ts'
import { MessageForm } from './MessageForm.tsx'
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
  whenIdle(prepareReader())
}

/** Takes the steps of `work` one after another while the phone is idle. */
function whenIdle(work: Generator<void>) {
  const later = window.requestIdleCallback ?? ((step: () => void) => setTimeout(step, 20))
  const step = (deadline?: IdleDeadline) => {
    do {
      if (work.next().done) return
    } while (deadline && deadline.timeRemaining() > 0)
    later(step)
  }
  later(step)
}

start()
