import type { Ref } from 'react'
import { quiet } from './Fields.tsx'

type Props = { label: string; error: string; input: Ref<HTMLTextAreaElement> }

/** Where the code is typed, whether to confirm it or to come back: one field, so that nothing about it is remembered anywhere. */
export function CodeField({ label, error, input }: Props) {
  return (
    <div className="field">
      <label htmlFor="lapor-kode">{label}</label>
      <textarea
        id="lapor-kode"
        ref={input}
        rows={4}
        {...quiet}
        autoCapitalize="none"
        aria-invalid={error ? true : undefined}
        aria-describedby="lapor-kode-error"
      />
      <p className="error" id="lapor-kode-error" role="alert">
        {error}
      </p>
    </div>
  )
}
