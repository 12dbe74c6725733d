import type { UseFormReturn } from 'react-hook-form'
import type { TipFields } from './types.ts'

type Form = UseFormReturn<TipFields>

/** No autocomplete, spell check, correction or suggestions of the browser: each of them may keep or send what is typed. */
export const quiet = {
  writingsuggestions: 'false',
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'sentences',
  spellCheck: false,
} as const

/** A labelled text, with its hint and its error tied to it. */
export function TextField(props: {
  form: Form
  name: 'what' | 'where' | 'when' | 'who'
  label: string
  hint: string
  rows: number
  note?: string
  required?: string
  disabled?: boolean
}) {
  const { form, name, label, hint, rows, note, required, disabled } = props
  const error = form.formState.errors[name]?.message
  const id = `lapor-${name}`
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {note && <span className="note">({note})</span>}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        rows={rows}
        maxLength={20_000}
        disabled={disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        {...quiet}
        {...form.register(name, required ? { validate: value => value.trim() !== '' || required } : {})}
      />
      <p className="error" id={`${id}-error`} role="alert">
        {error}
      </p>
    </div>
  )
}

/** One choice of several; the whole row is the target. */
export function RadioField(props: {
  form: Form
  name: 'subject' | 'knowledge' | 'inbox'
  legend: string
  options: readonly { value: string; label: string; detail?: string }[]
  required?: string
  disabled?: boolean
}) {
  const { form, name, legend, options, required, disabled } = props
  const error = form.formState.errors[name]?.message
  return (
    <fieldset className="field choices" disabled={disabled} aria-describedby={`lapor-${name}-error`}>
      <legend>{legend}</legend>
      {options.map(({ value, label, detail }) => (
        <label key={value} className="choice">
          <input
            type="radio"
            value={value}
            autoComplete="off"
            {...form.register(name, required ? { required } : {})}
          />
          <span>
            {label}
            {detail && <small>{detail}</small>}
          </span>
        </label>
      ))}
      <p className="error" id={`lapor-${name}-error`} role="alert">
        {error}
      </p>
    </fieldset>
  )
}
