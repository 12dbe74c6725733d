import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { keepForOffline } from '../../offline/keep.ts'
import { CheckForm } from './CheckForm.tsx'
import { leaveQuickly } from './quick-exit.ts'
import { readPageData, readQuestions } from './read-view.ts'

/** Own start instead of an island element: it saves a script and lets answers given before it arrived be kept. */
const mount = document.getElementById('check')
const data = readPageData()
if (mount && data) {
  const checked = mount.querySelectorAll<HTMLInputElement>('input:checked')
  const early = Object.fromEntries([...checked].map(input => [input.name, input.value]))
  hydrateRoot(mount, createElement(CheckForm, { view: { ...data, questions: readQuestions(mount) }, early }))
}
keepForOffline()
leaveQuickly(document.getElementById('keluar'))
