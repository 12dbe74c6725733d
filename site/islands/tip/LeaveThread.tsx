import { useState } from 'react'
import type { TipStrings } from './types.ts'

/** The way out of an opened report. It asks once where something is typed that was not sent. */
export function LeaveThread(props: { strings: TipStrings['thread']; hasText: boolean; onLeave: () => void }) {
  const { strings: s, hasText, onLeave } = props
  const [isAsking, setAsking] = useState(false)
  if (!isAsking || !hasText) {
    return (
      <button className="button quiet" type="button" onClick={hasText ? () => setAsking(true) : onLeave}>
        {s.leave}
      </button>
    )
  }
  return (
    <div className="flow">
      <p className="warning" role="alert">
        {s.leaveUnsent}
      </p>
      <div className="actions">
        <button className="button" type="button" onClick={onLeave}>
          {s.leaveSure}
        </button>
        <button className="button quiet" type="button" onClick={() => setAsking(false)}>
          {s.leaveKeep}
        </button>
      </div>
    </div>
  )
}
