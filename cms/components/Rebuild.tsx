'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'

/** Asks for a new build after a failed one, and shows the new state. */
export function Rebuild() {
  const { i18n } = useTranslation()
  const router = useRouter()
  async function ask() {
    await fetch('/api/build-state', { method: 'POST', credentials: 'same-origin' }).catch(() => undefined)
    router.refresh()
  }
  return (
    <Button buttonStyle="secondary" onClick={ask}>
      {i18n.language === 'en' ? 'Try again' : 'Coba lagi'}
    </Button>
  )
}
