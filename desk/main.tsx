import { createRoot } from 'react-dom/client'
import { Desk } from './Desk.tsx'
import { language, texts } from './texts.ts'

document.documentElement.lang = language
document.title = texts.name
const root = document.getElementById('desk')
if (root === null) throw new Error('index.html has no #desk')
createRoot(root).render(<Desk />)
