import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { readBytes, requireSameOrigin } from './front.ts'
import { escapeHtml } from './plain-page.ts'

const formLimit = 8 * 1024

/** One field of a form on a page that the server writes itself. */
export type FormField = { name: string; label: string; attributes: string; hint?: string }

/** A new password and its repetition, as they come from a form. */
export const newPasswordShape = {
  password: z
    .string('Tulis kata sandi.')
    .min(12, 'Kata sandi paling sedikit 12 huruf atau angka.')
    .max(128, 'Kata sandi paling banyak 128 huruf atau angka.'),
  again: z.string().default(''),
}
export const passwordsMatch = (form: { password: string; again: string }) => form.password === form.again
export const sameTwice = { path: ['again'], message: 'Kedua kata sandi belum sama.' }

/** The fields of `newPasswordShape`. */
export const newPasswordFields: readonly FormField[] = [
  {
    name: 'password',
    label: 'Kata sandi',
    attributes: 'type="password" autocomplete="new-password"',
    hint: 'Paling sedikit 12 huruf atau angka. Beberapa kata yang tidak berkaitan mudah diingat dan sulit ditebak.',
  },
  {
    name: 'again',
    label: 'Kata sandi sekali lagi',
    attributes: 'type="password" autocomplete="new-password"',
  },
]

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

/** A form that works without script, with its problems beside the fields. Passwords that were sent are not shown again. */
export function formMarkup(
  fields: readonly FormField[],
  submit: string,
  problems: Readonly<Record<string, string>>,
  sent?: URLSearchParams,
): string {
  const rows = fields.map(({ attributes, hint, label, name }) => {
    const problem = problems[name]
    const described = problem ? ` aria-invalid="true" aria-describedby="${name}-problem"` : ''
    const kept = attributes.includes('"password"') ? '' : (sent?.get(name) ?? '')
    return `<label for="${name}">${label}${hint ? ` <span class="hint">${hint}</span>` : ''}</label>
${problem ? `<span class="error" id="${name}-problem">${escapeHtml(problem)}</span>` : ''}
<input id="${name}" name="${name}" ${attributes} required value="${escapeHtml(kept)}"${described}>`
  })
  return `<form method="post" novalidate>
${rows.join('\n')}
<button type="submit">${submit}</button>
</form>`
}
