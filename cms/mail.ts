import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import { APIError, type Config } from 'payload'
import type { Env } from './env.ts'

/** Mail by SMTP where it is configured. Without it nothing is sent, and, unlike Payload's own stand-in, no address is logged. */
export function mailAdapter(env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'adminUrl'>): Config['email'] {
  const from = {
    defaultFromAddress: env.MAIL_FROM ?? `noreply@${new URL(env.adminUrl).hostname}`,
    defaultFromName: 'Berangkat Aman',
  }
  if (!env.SMTP_URL) {
    return () => ({
      name: 'none',
      ...from,
      sendEmail: () => Promise.reject(new APIError('No mail server is configured.', 503)),
    })
  }
  const { hostname, password, port, protocol, username } = new URL(env.SMTP_URL)
  const secure = protocol === 'smtps:'
  return nodemailerAdapter({
    ...from,
    skipVerify: true,
    transportOptions: {
      host: hostname,
      port: port ? Number(port) : secure ? 465 : 587,
      secure,
      // Someone waits for the answer: a mail server that does not speak is given up on.
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      ...(username
        ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
        : {}),
    },
  })
}
