import type { Words } from '#cms/hooks/say.ts'

/** Texts of the invitation. `{{name}}` is a person, `{{email}}` an address. */
export const inviteWords = {
  title: { id: 'Undang rekan', en: 'Invite a colleague' },
  short: {
    id: 'Akun baru untuk rekan, lewat tautan sekali pakai',
    en: 'An account for a colleague, by a one-time link',
  },
  about: {
    id: 'Anda menulis nama dan surelnya. Rekan Anda menulis kata sandinya sendiri lewat tautan sekali pakai.',
    en: 'You write name and address. Your colleague sets the password by a one-time link.',
  },
  name: { id: 'Nama', en: 'Name' },
  email: { id: 'Surel', en: 'E-mail' },
  role: { id: 'Peran', en: 'Role' },
  roleHint: {
    id: 'Penyunting menulis draf, penerbit menerbitkan. Pembaca laporan hanya bekerja di meja laporan.',
    en: 'Editors write drafts, publishers publish. Case handlers work at the desk only.',
  },
  office: { id: 'Kantor', en: 'Office' },
  choose: { id: 'Pilih kantor …', en: 'Choose an office …' },
  noOffice: { id: 'Tanpa kantor', en: 'No office' },
  send: { id: 'Buat undangan', en: 'Make the invitation' },
  cancel: { id: 'Batal', en: 'Cancel' },
  made: { id: 'Akun untuk {{name}} sudah dibuat.', en: 'The account of {{name}} is made.' },
  mailed: { id: 'Undangan dikirim ke {{email}}.', en: 'The invitation was sent to {{email}}.' },
  notMailed: {
    id: 'Surel ke {{email}} tidak terkirim. Serahkan tautannya sendiri.',
    en: 'The mail to {{email}} could not be sent. Hand the link over yourself.',
  },
  another: { id: 'Undang rekan lain', en: 'Invite another' },
  offline: {
    id: 'Tidak tersambung ke server. Yang Anda tulis masih ada; coba lagi.',
    en: 'No connection to the server. What you wrote is still here; try again.',
  },
  failed: { id: 'Undangan tidak dapat dibuat. Coba lagi.', en: 'The invitation failed. Try again.' },
} as const satisfies Record<string, Words>
