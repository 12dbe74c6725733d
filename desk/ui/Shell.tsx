import type { ReactNode } from 'react'
import { language, texts } from '../texts.ts'
import { Mark } from './Mark.tsx'
import { WovenBand } from './WovenBand.tsx'

type Props = {
  email: string | null
  isDemo: boolean
  onLock: (() => void) | null
  onSignOut: (() => void) | null
  children: ReactNode
}

/** The frame of every screen: whose desk it is, the lock always in reach, the way out. */
export function Shell({ email, isDemo, onLock, onSignOut, children }: Props) {
  const other = language === 'en' ? './' : './?bahasa=en'
  return (
    <>
      {isDemo && (
        <aside className="demo" aria-label="Demo">
          {texts.demo}
        </aside>
      )}
      <header className="top">
        <div className="top-row">
          <p className="brand">
            <Mark />
            <span>
              {texts.name}
              <small>{texts.site}</small>
            </span>
          </p>
          <div className="top-actions">
            {email && <span className="who small">{email}</span>}
            {onLock && (
              <button type="button" className="button on-deep" onClick={onLock}>
                {texts.lock}
              </button>
            )}
            {onSignOut && (
              <button type="button" className="button on-deep quiet" onClick={onSignOut}>
                {texts.signOut}
              </button>
            )}
            {onLock === null && (
              <a className="language" href={other} lang={language === 'en' ? 'id' : 'en'}>
                {texts.otherLanguage}
              </a>
            )}
          </div>
        </div>
        <WovenBand />
      </header>
      {children}
    </>
  )
}
