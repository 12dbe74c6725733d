import { useEffect, useRef } from 'react'
import { watchIdle } from './state/idle.ts'

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Calls `onIdle` once nobody has touched the page for `limit` milliseconds while `isOn`. */
export function useIdle(isOn: boolean, limit: number, onIdle: () => void): void {
  const latest = useRef(onIdle)
  latest.current = onIdle
  useEffect(() => {
    if (!isOn) return
    const watch = watchIdle(Date.now(), limit, () => latest.current())
    const touch = () => watch.touch(Date.now())
    const check = () => watch.check(Date.now())
    for (const sign of signs) addEventListener(sign, touch, { passive: true })
    document.addEventListener('visibilitychange', check)
    const timer = setInterval(check, 5000)
    return () => {
      for (const sign of signs) removeEventListener(sign, touch)
      document.removeEventListener('visibilitychange', check)
      clearInterval(timer)
    }
  }, [isOn, limit])
}
