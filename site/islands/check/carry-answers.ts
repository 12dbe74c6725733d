import { walkEntry } from '../exit/after-exit.ts'
import type { Handed } from './hand-over.ts'

// Answers live behind the address: the same page in the other language begins with them, and goes on with the same walk.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a.language'))
  link.addEventListener('click', () => {
    link.hash = location.hash
    const state: Handed = { ...walkEntry(), hash: location.hash }
    window.navigation?.updateCurrentEntry({ state })
  })
