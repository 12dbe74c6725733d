import type { ReactNode } from 'react'

type Shared = {
  id: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  value: string
  onChange(value: string): void
  isDisabled?: boolean | undefined
}
type FieldProps = Shared & {
  type?: 'text' | 'email' | 'password'
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'email'
  maxLength?: number
  isLong?: boolean
  rows?: number
  extra?: ReactNode
}

/** One labelled input with its hint and its error beside it. What is typed is controlled by the caller, so nothing is lost. */
export function Field(props: FieldProps) {
  const { id, label, hint, error, value, onChange, isLong = false } = props
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const shared = {
    id,
    name: id,
    value,
    disabled: props.isDisabled,
    maxLength: props.maxLength,
    spellCheck: false,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
  }
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {isLong ? (
        <textarea
          {...shared}
          rows={props.rows ?? 5}
          autoComplete="off"
          onInput={event => onChange(event.currentTarget.value)}
        />
      ) : (
        <span className="input-row">
          <input
            {...shared}
            type={props.type ?? 'text'}
            autoComplete={props.autoComplete ?? 'off'}
            autoCapitalize="none"
            inputMode={props.inputMode}
            onInput={event => onChange(event.currentTarget.value)}
          />
          {props.extra}
        </span>
      )}
    </div>
  )
}
