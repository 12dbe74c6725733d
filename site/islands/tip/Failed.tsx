import { type ReactNode, useEffect, useRef } from 'react'
import type { Report } from '#src/crypto/report.ts'
import { toChannels } from './NoInbox.tsx'
import type { TipStrings } from './types.ts'
import { Unsent } from './Unsent.tsx'

/** Where a report goes whose next try would be refused as well, by the code of what stopped it. All others may be tried again. */
const ways = new Map<string, 'code' | 'channels'>([
  ['code-used', 'code'],
  ['inbox-closed', 'channels'],
  ['not-sealed', 'channels'],
  ['noCrypto', 'channels'],
])

/** Why a report was not sent, and what can be done: another try, or, where none can succeed, another way and the text to take along. */
export function Failed(props: {
  why: string
  code: string
  report: Report
  strings: TipStrings['form']
  codeHref: string
  onAgain: () => void
  onEdit: () => void
  children: ReactNode
}) {
  const { why, code, report, strings: s, codeHref, onAgain, onEdit, children } = props
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const way = ways.get(code)
  const { what, where, when, who } = report
  return (
    <div className="flow" data-state="failed">
      <h2 ref={title} tabIndex={-1}>
        {s.sending.failed}
      </h2>
      <p className="warning" role="alert">
        {why}
      </p>
      {way === undefined ? (
        <p className="muted">{s.sending.kept}</p>
      ) : (
        <>
          {way === 'code' ? (
            <p>
              {/* Beside this page: what is to be added there is still here. */}
              <a className="link-row" href={codeHref} target="_blank" rel="noopener">
                {s.sent.open}
              </a>
            </p>
          ) : (
            <>
              <p>{s.sending.reload}</p>
              <button className="text-button" type="button" onClick={toChannels}>
                {s.noInbox.channels}
              </button>
            </>
          )}
          <Unsent
            id="lapor-belum"
            label={s.sending.unsent}
            hint={s.sending.unsentHint}
            text={[what, where, when, who].filter(part => part.trim() !== '').join('\n\n')}
          />
        </>
      )}
      <div className="actions">
        {way === undefined && (
          <button className="button large" type="button" onClick={onAgain}>
            {s.tryAgain}
          </button>
        )}
        <button className="button quiet" type="button" onClick={onEdit}>
          {s.sending.edit}
        </button>
      </div>
      {children}
    </div>
  )
}
