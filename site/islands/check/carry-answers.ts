import { walkEntry } from '../exit/walk-entry.ts'
import { handOver } from './hand-over.ts'

// Answers live behind the address: the same page in the other language begins with them, and goes on with the same walk.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a.language'))
  link.addEventListener('click', () => {
    link.hash = location.hash
    handOver({ ...walkEntry(), hash: location.hash })
  })
