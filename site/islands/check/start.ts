import '../exit/after-exit.ts'
import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { keepForOffline } from '../../offline/keep.ts'
import { readPageData, readQuestions } from './read-view.ts'
import { Walk } from './Walk.tsx'

/** Own start instead of an island element: it saves a script and lets answers given before it arrived be kept. */
const mount = document.getElementById('check')
const data = readPageData()
if (mount && data) {
  const checked = mount.querySelectorAll<HTMLInputElement>('input:checked')
  const early = Object.fromEntries([...checked].map(input => [input.name, input.value]))
  const view = { ...data, questions: readQuestions(mount) }
  // What is left is what the walk begins with: the first question, and the help that its answer may bring.
  for (const part of mount.querySelectorAll('.q ~ .q, .only-plain, .out')) part.remove()
  hydrateRoot(mount, createElement(Walk, { view, early }))
}
keepForOffline()
