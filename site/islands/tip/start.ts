import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { signsFromCheck } from './from-check.ts'
import { guardExit, readTipView } from './read-view.ts'
import { TipForm } from './TipForm.tsx'
import type { TipFields } from './types.ts'

/** Starts the form on the markup that the page already shows, and keeps what was typed before this script came. */
const mount = document.getElementById('lapor')
const view = readTipView()
if (mount && view) {
  const signs = await signsFromCheck(view.language)
  const typed = mount.querySelector<HTMLTextAreaElement>('#lapor-what')?.value ?? ''
  const what = [typed, signs].filter(text => text !== '').join('\n\n')
  const subject = mount.querySelector<HTMLInputElement>('input[name="subject"]:checked')?.value ?? ''
  hydrateRoot(
    mount,
    createElement(TipForm, { view, early: { what, subject: subject as TipFields['subject'] } }),
  )
}
guardExit(() => {
  const typed = [...document.querySelectorAll('textarea')].some(field => field.value.trim() !== '')
  const isSent = document.querySelector('[data-state="sent"]') !== null
  return !isSent && (typed || document.body.classList.contains('writing'))
})
