import { useEffect, useRef, useState } from 'react'
import type { ParsedReceipt } from '#src/crypto/receipt.ts'
import { CodeField } from './CodeField.tsx'
import { receiptProblem } from './receipt-words.ts'
import type { Receipt } from './sealing.ts'
import type { TipStrings } from './types.ts'

/** Shows the code, hides it, and lets the reporter type it again: nobody sends with a code that was not noted right. */
export function CodeSteps(props: {
  receipt: Receipt
  strings: TipStrings
  read: (typed: string) => ParsedReceipt
  isSame: (a: Uint8Array, b: Uint8Array) => boolean
  onBack: () => void
  onDone: () => void
}) {
  const { receipt, strings, read, isSame, onBack, onDone } = props
  const { code, repeat, back } = strings.form
  const [isNoted, setNoted] = useState(false)
  const [isDigits, setDigits] = useState(false)
  const [error, setError] = useState('')
  const input = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (isNoted) input.current?.focus()
  }, [isNoted])

  if (!isNoted) {
    return (
      <>
        <h2>{code.title}</h2>
        <p>{code.lead}</p>
        {isDigits ? (
          <p className="digits" translate="no">
            {receipt.digits.replace(/(.{6})(?=.)/g, '$1 ')}
          </p>
        ) : (
          <ol className="words">
            {receipt.words.map((word, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice
              <li key={place} translate="no">
                {word}
              </li>
            ))}
          </ol>
        )}
        {!isDigits && <p className="muted">{code.how}</p>}
        <button className="text-button" type="button" onClick={() => setDigits(!isDigits)}>
          {isDigits ? code.words : code.digits}
        </button>
        <div className="actions">
          <button className="button large" type="button" onClick={() => setNoted(true)}>
            {code.noted}
          </button>
          <button className="button quiet" type="button" onClick={onBack}>
            {back}
          </button>
        </div>
      </>
    )
  }

  const check = () => {
    const parsed = read(input.current?.value ?? '')
    const isRight = 'secret' in parsed && isSame(parsed.secret, receipt.secret)
    if (isRight) return onDone()
    setError('secret' in parsed ? repeat.other : receiptProblem(parsed, strings.receipt))
    input.current?.focus()
  }
  return (
    <>
      <h2>{repeat.title}</h2>
      <p className="muted">{repeat.lead}</p>
      <CodeField label={repeat.label} error={error} input={input} />
      <div className="actions">
        <button className="button large" type="button" onClick={check}>
          {repeat.send}
        </button>
        <button
          className="button quiet"
          type="button"
          onClick={() => {
            setError('')
            setNoted(false)
          }}
        >
          {code.again}
        </button>
      </div>
    </>
  )
}
