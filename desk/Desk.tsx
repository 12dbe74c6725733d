import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { call, DeskError } from './api.ts'
import { DeskContextValue, type Me } from './desk-context.ts'
import { Home } from './screens/Home.tsx'
import { MakeKeys } from './screens/MakeKeys.tsx'
import { Offline } from './screens/Offline.tsx'
import { Enrol, SecondFactor } from './screens/SecondFactor.tsx'
import { SignIn, type Stage } from './screens/SignIn.tsx'
import { Unlock } from './screens/Unlock.tsx'
import { drafts } from './state/drafts.ts'
import { idleLimit } from './state/idle.ts'
import { visibleMe } from './state/visible-me.ts'
import { messageOf } from './messages.ts'
import { texts } from './texts.ts'
import { Shell } from './ui/Shell.tsx'
import { useIdle } from './use-idle.ts'
import { startVault } from './vault/client.ts'
import type { OwnKeys } from './vault/protocol.ts'

type Place =
  | { at: 'starting' }
  | { at: 'offline'; message: string }
  | { at: 'sign-in'; hasEnded: boolean; reason?: string }
  | { at: Stage }

/** The whole desk: who is signed in, whether the keys are open, and the screen that follows from both. */
export function Desk() {
  const [place, setPlace] = useState<Place>({ at: 'starting' })
  const [me, setMe] = useState<Me | null>(null)
  const [vault, setVault] = useState(startVault)
  const [own, setOwn] = useState<OwnKeys | null>(null)
  const [wasIdle, setIdle] = useState(false)
  const wasSignedIn = useRef(false)

  const lock = useCallback((byItself: boolean) => {
    setOwn(null)
    setIdle(byItself)
    setVault(old => {
      old.end()
      return startVault()
    })
  }, [])

  const load = useCallback(async () => {
    try {
      const { stage } = await call<{ stage: Stage | 'signed-out' }>('/api/desk/sesi')
      if (stage !== 'ready') {
        setPlace(stage === 'signed-out' ? { at: 'sign-in', hasEnded: wasSignedIn.current } : { at: stage })
        return
      }
      setMe(visibleMe(await call<Me>('/api/desk/saya')))
      wasSignedIn.current = true
      setPlace({ at: 'ready' })
    } catch (thrown) {
      if (thrown instanceof DeskError && thrown.code === 'ended')
        setPlace({ at: 'sign-in', hasEnded: wasSignedIn.current })
      else setPlace({ at: 'offline', message: messageOf(thrown) })
    }
  }, [])
  useEffect(() => void load(), [load])

  useIdle(own !== null, idleLimit, () => lock(true))

  const onEnded = useCallback(() => {
    lock(false)
    setMe(null)
    setPlace({ at: 'sign-in', hasEnded: true })
  }, [lock])
  const refreshMe = useCallback(
    () =>
      call<Me>('/api/desk/saya').then(
        // Who signed out meanwhile stays signed out.
        next => setMe(now => now && visibleMe(next)),
        () => undefined,
      ),
    [],
  )
  const context = useMemo(() => ({ vault, onEnded, refreshMe }), [vault, onEnded, refreshMe])

  const signOut = () => {
    lock(false)
    setMe(null)
    wasSignedIn.current = false
    call('/api/desk/keluar', {}).catch(() => undefined)
    setPlace({ at: 'sign-in', hasEnded: false })
  }
  const onStage = (stage: Stage) => (stage === 'ready' ? void load() : setPlace({ at: stage }))
  const startOver = (reason: string) => setPlace({ at: 'sign-in', hasEnded: false, reason })

  const screen = () => {
    if (place.at === 'starting')
      return (
        <p role="status" className="page">
          {texts.loading}
        </p>
      )
    if (place.at === 'offline') return <Offline message={place.message} onAgain={load} />
    if (place.at === 'sign-in')
      return (
        <SignIn
          hasEnded={place.hasEnded}
          hasDrafts={drafts.hasAny()}
          reason={place.reason ?? null}
          onStage={onStage}
        />
      )
    if (place.at === 'second-factor') return <SecondFactor onDone={load} onStartOver={startOver} />
    if (place.at === 'enrol') return <Enrol onDone={load} onStartOver={startOver} />
    if (me === null) return null
    if (me.keys === null) {
      return (
        <MakeKeys
          onMade={keys => {
            setOwn(keys)
            load()
          }}
        />
      )
    }
    if (own === null) {
      return (
        <Unlock wrapped={me.keys.wrapped} wasIdle={wasIdle} hasDrafts={drafts.hasAny()} onOpen={setOwn} />
      )
    }
    return <Home me={me} fingerprint={own.fingerprint} drafts={drafts} onChanged={load} />
  }
  return (
    <DeskContextValue.Provider value={context}>
      <Shell
        email={me?.email ?? null}
        isDemo={me?.isDemo ?? false}
        onLock={own === null ? null : () => lock(false)}
        onSignOut={me === null ? null : signOut}
      >
        {screen()}
      </Shell>
    </DeskContextValue.Provider>
  )
}
