import type { ReactNode } from 'react'

type Props = { kind: 'info' | 'good' | 'warn' | 'stop'; title?: string | undefined; children?: ReactNode }

const marks = { info: 'i', good: '✓', warn: '!', stop: '×' } as const

/** A message on the page. `stop` and `warn` interrupt a screen reader, the others wait their turn. */
export function Notice({ kind, title, children }: Props) {
  return (
    <div className={`notice ${kind}`} role={kind === 'stop' || kind === 'warn' ? 'alert' : 'status'}>
      <span className="mark" aria-hidden="true">
        {marks[kind]}
      </span>
      <div className="stack tight">
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
