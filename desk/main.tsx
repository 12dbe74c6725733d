import { createRoot } from 'react-dom/client'
import { Desk } from './Desk.tsx'
import { drafts } from './state/drafts.ts'
import { language, texts } from './texts.ts'

document.documentElement.lang = language
document.title = texts.name
const root = document.getElementById('desk')
if (root === null) throw new Error('index.html has no #desk')
addEventListener('beforeunload', event => {
  if (drafts.hasAny()) event.preventDefault()
})
createRoot(root).render(<Desk />)
