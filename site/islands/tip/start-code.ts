import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { guardExit, readTipView } from './read-view.ts'
import { ThreadView } from './ThreadView.tsx'

const mount = document.getElementById('kode')
const view = readTipView()
if (mount && view) hydrateRoot(mount, createElement(ThreadView, { view }))
guardExit(() => (document.querySelector<HTMLTextAreaElement>('#lapor-pesan')?.value.trim() ?? '') !== '')
