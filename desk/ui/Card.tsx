import { type ReactNode, useEffect, useRef } from 'react'

type Props = {
  title: string
  lead?: string | undefined
  children: ReactNode
  onSubmit?: (() => void) | undefined
}

/** A page with one thing to do. Its heading takes the focus, so that a screen reader starts there. */
export function Card({ title, lead, children, onSubmit }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new title is a new page
  useEffect(() => heading.current?.focus(), [title])
  const body = (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </>
  )
  if (onSubmit === undefined) return <main className="card flow">{body}</main>
  return (
    <main className="card">
      <form
        className="flow"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {body}
      </form>
    </main>
  )
}
