import { useState } from 'react'
import { texts } from '../texts.ts'
import { Field } from './Field.tsx'

type Props = {
  id: string
  label: string
  value: string
  onChange(value: string): void
  error?: string | undefined
  isDisabled?: boolean
}

/** An input for a passphrase that can be shown: six words are easier to correct when they are seen. */
export function Phrase(props: Props) {
  const [isShown, setShown] = useState(false)
  return (
    <Field
      {...props}
      type={isShown ? 'text' : 'password'}
      maxLength={400}
      extra={
        <button
          type="button"
          className="button quiet"
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? texts.unlock.hide : texts.unlock.show}
        </button>
      }
    />
  )
}
