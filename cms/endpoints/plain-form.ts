import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { Language } from '#src/slugs.ts'
import { readBytes, requireSameOrigin } from './front.ts'
import { escapeHtml } from './plain-page.ts'

const formLimit = 8 * 1024

/** One field of a form on a page that the server writes itself. */
export type FormField = { name: string; label: string; attributes: string; hint?: string }

const passwordTexts = {
  id: {
    missing: 'Tulis kata sandi.',
    short: 'Kata sandi paling sedikit 12 huruf atau angka.',
    long: 'Kata sandi paling banyak 128 huruf atau angka.',
    differ: 'Kedua kata sandi belum sama.',
    label: 'Kata sandi',
    again: 'Kata sandi sekali lagi',
    hint: 'Paling sedikit 12 huruf atau angka. Beberapa kata yang tidak berkaitan mudah diingat dan sulit ditebak.',
  },
  en: {
    missing: 'Write a password.',
    short: 'A password has 12 letters or digits at least.',
    long: 'A password has 128 letters or digits at most.',
    differ: 'The two passwords are not the same.',
    label: 'Password',
    again: 'Password once more',
    hint: '12 letters or digits at least. A few unrelated words are easy to remember and hard to guess.',
  },
} satisfies Record<Language, object>

/** A new password and its repetition, as they come from a form: shape for zod, the check that both agree, and the fields. */
export function newPasswordForm(language: Language) {
  const text = passwordTexts[language]
  const attributes = 'type="password" autocomplete="new-password"'
  return {
    shape: {
      password: z.string(text.missing).min(12, text.short).max(128, text.long),
      again: z.string().default(''),
    },
    isSame: (form: { password: string; again: string }) => form.password === form.again,
    sameTwice: { path: ['again'], message: text.differ },
    fields: [
      { name: 'password', label: text.label, attributes, hint: text.hint },
      { name: 'again', label: text.again, attributes },
    ] satisfies [FormField, FormField],
  }
}

/**
 * Reads a posted form of ours.
 * @throws FrontError 403 for a form of another site, 413 for one longer than 8 KiB.
 */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  requireSameOrigin(request)
  return new URLSearchParams((await readBytes(request, formLimit)).toString('utf8'))
}

/** The first problem of each field. */
export function problemsOf(error: z.ZodError): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const issue of error.issues) problems[String(issue.path[0])] ??= issue.message
  return problems
}

const hiddenInput = ([name, value]: [string, string]) =>
  `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`

/**
 * A form that works without script, with its problems beside the fields. Passwords and codes that were sent are not shown
 * again. `hidden` goes with it unseen.
 */
export function formMarkup(
  fields: readonly FormField[],
  submit: string,
  problems: Readonly<Record<string, string>>,
  sent?: URLSearchParams,
  hidden: Readonly<Record<string, string>> = {},
): string {
  const rows = fields.map(({ attributes, hint, label, name }) => {
    const problem = problems[name]
    const described = problem ? ` aria-invalid="true" aria-describedby="${name}-problem"` : ''
    const kept = /"password"|"one-time-code"/.test(attributes) ? '' : (sent?.get(name) ?? '')
    return `<label for="${name}">${label}${hint ? ` <span class="hint">${hint}</span>` : ''}</label>
${problem ? `<span class="error" id="${name}-problem">${escapeHtml(problem)}</span>` : ''}
<input id="${name}" name="${name}" ${attributes} required value="${escapeHtml(kept)}"${described}>`
  })
  return `<form method="post" novalidate>
${Object.entries(hidden).map(hiddenInput).join('')}${rows.join('\n')}
<button type="submit">${submit}</button>
</form>`
}

/** A button that posts `hidden` and nothing else, less weighty than the one of the form above it. */
export function buttonMarkup(text: string, hidden: Readonly<Record<string, string>>): string {
  return `<form method="post">${Object.entries(hidden).map(hiddenInput).join('')}<button class="quiet" type="submit">${text}</button></form>`
}
