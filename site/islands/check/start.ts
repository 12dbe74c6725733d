import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { CheckForm } from './CheckForm.tsx'
import { loadResult } from './ResultLoader.tsx'
import { leaveQuickly } from './quick-exit.ts'
import type { FormView } from './types.ts'

/** Own start instead of an island element: it saves a script and lets answers given before it arrived be kept. */
const mount = document.getElementById('check')
const view = JSON.parse(document.getElementById('check-view')?.textContent ?? 'null') as FormView | null
if (mount && view) {
  const checked = mount.querySelectorAll<HTMLInputElement>('input:checked')
  const early = Object.fromEntries([...checked].map(input => [input.name, input.value]))
  hydrateRoot(mount, createElement(CheckForm, { view, early }))
  // The result is wanted soon: have it at hand before the link drops. A failure shows itself when the result is asked for.
  loadResult(view.resultData).catch(() => {})
}
leaveQuickly(document.getElementById('keluar'))
