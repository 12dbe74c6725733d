'use client'

import { useRouter } from 'next/navigation.js'
import { useEffect } from 'react'
import { watchBuild } from './watch-build.ts'

/** Keeps the dashboard true without a reload. `shown` is the state on the screen as JSON. */
export function WatchSite({ shown }: { shown: string }) {
  const router = useRouter()
  useEffect(
    () =>
      watchBuild(state => {
        if (JSON.stringify(state) !== shown) router.refresh()
      }),
    [router, shown],
  )
  return null
}
