import { escapeHtml } from './endpoints/plain-page.ts'

type Mail = { subject: string; text: string; html: string }

/** A message of paragraphs; one that is an address becomes a link. */
function mail(subject: string, paragraphs: readonly string[]): Mail {
  const html = paragraphs.map(text =>
    /^https?:\S+$/.test(text)
      ? `<p><a href="${escapeHtml(text)}">${escapeHtml(text)}</a></p>`
      : `<p>${escapeHtml(text)}</p>`,
  )
  return { subject, text: paragraphs.join('\n\n'), html: html.join('') }
}

/** To someone for whom an administrator made an account. */
export const invitationMail = (name: string, url: string): Mail =>
  mail('Undangan ke ruang kerja Berangkat Aman', [
    `Halo ${name},`,
    'Pengelola situs Berangkat Aman membuat akun untuk Anda. Buka tautan ini dan tulis kata sandi Anda sendiri. Tautan berlaku sekali, paling lama 24 jam.',
    url,
    'Bila Anda tidak menunggu undangan ini, abaikan pesan ini.',
  ])

/** To someone who asked for a new password. */
export const newPasswordMail = (url: string): Mail =>
  mail('Atur ulang kata sandi Berangkat Aman', [
    'Seseorang meminta kata sandi baru untuk akun Anda. Bila itu Anda, buka tautan ini dalam satu jam:',
    url,
    'Bila bukan Anda, abaikan pesan ini.',
  ])

/** To the address that an account had before. It does not name the new one. */
export const emailChangedMail = (name: string): Mail =>
  mail('Surel akun Berangkat Aman Anda diganti', [
    `Halo ${name},`,
    'Akun Anda di ruang kerja Berangkat Aman sekarang memakai surel lain.',
    'Bila bukan Anda yang meminta, segera hubungi pengelola situs Anda.',
  ])
