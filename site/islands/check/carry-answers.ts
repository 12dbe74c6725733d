import { walkEntry } from '../exit/after-exit.ts'
import type { Handed } from './hand-over.ts'

// The same page in the other language goes on with the same walk.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a.language'))
  link.addEventListener('click', () => {
    const state: Handed = { ...walkEntry(), hash: location.hash }
    window.navigation?.updateCurrentEntry({ state })
  })
