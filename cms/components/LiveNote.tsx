'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { fill } from '#src/i18n/fill.ts'
import type { BuildState } from '#cms/jobs/build-state.ts'
import { words } from './dashboard-words.ts'
import { watchBuild } from './watch-build.ts'

/** Documents that were public while this page was open: a take-down of them concerns readers too. */
const seenPublished = new Set<string>()

/** On a document that readers see, or saw until now: that the site is being updated, then since when it is live, or that it failed. */
export function LiveNote() {
  const { hasPublishedDoc: isPublished, id, savedDocumentData } = useDocumentInfo()
  const { i18n } = useTranslation()
  const [build, setBuild] = useState<BuildState | null>(null)
  const saved = savedDocumentData?.updatedAt

  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again when the document was saved
  useEffect(() => {
    const concernsReaders = isPublished || seenPublished.has(String(id))
    if (isPublished) seenPublished.add(String(id))
    setBuild(null)
    if (!concernsReaders) return
    let wasUnderWay = false
    return watchBuild(state => {
      wasUnderWay ||= state.state !== 'live'
      if (wasUnderWay) setBuild(state)
    })
  }, [id, saved, isPublished])

  const language = i18n.language === 'en' ? 'en' : 'id'
  const at = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'id-ID', { timeStyle: 'short' })
  const gone = {
    waiting: words.pageGone[language],
    running: words.pageGone[language],
    failed: words.pageGoneOnly[language],
    live: words.allGone[language],
  }
  const shown = build && {
    waiting: words.pending[language],
    running: words.running[language],
    failed: words.failed[language],
    live: fill(words.liveSince[language], { at: at.format(new Date(build.liveSince ?? Date.now())) }),
  }
  return (
    <div role="status" className="ba-live-note">
      {build && <span>{(isPublished ? shown : gone)?.[build.state]}</span>}
      {build?.state === 'failed' && <a href="/admin">{words.site[language]}</a>}
    </div>
  )
}
