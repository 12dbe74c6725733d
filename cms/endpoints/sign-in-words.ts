import type { IncomingMessage } from 'node:http'
import { cookieOf } from '#cms/accounts/door-sessions.ts'
import { fill } from '#src/i18n/fill.ts'
import { type Language, languages } from '#src/slugs.ts'
import { languageOf } from './front.ts'

/** Texts of the pages at which staff sign in and look after their account. */
const words = {
  signIn: { id: 'Masuk ke CMS', en: 'Sign in to the CMS' },
  enter: { id: 'Masuk', en: 'Sign in' },
  email: { id: 'Surel', en: 'E-mail' },
  password: { id: 'Kata sandi', en: 'Password' },
  forgot: { id: 'Lupa kata sandi', en: 'Forgotten password' },
  desk: {
    id: 'Pembaca laporan masuk di meja laporan, bukan di sini',
    en: 'Case handlers sign in at the desk, not here',
  },
  ended: {
    id: 'Sesi Anda sudah berakhir. Masuk lagi: yang belum tersimpan ditawarkan kembali di tab ini.',
    en: 'Your session has ended. Sign in again: what was not saved is offered again in this tab.',
  },
  noSession: {
    id: 'Langkah tadi sudah lewat 30 menit, atau peramban Anda tidak menyimpan kuki. Izinkan kuki untuk alamat ini, lalu masuk dari awal.',
    en: 'That step is more than 30 minutes old, or your browser keeps no cookies. Allow cookies for this address and sign in from the start.',
  },
  badEmail: {
    id: 'Tulis alamat surel yang lengkap, misalnya nama@contoh.go.id.',
    en: 'Write the whole e-mail address, such as name@example.go.id.',
  },
  noPassword: { id: 'Tulis kata sandi Anda.', en: 'Write your password.' },
  wrong: {
    id: 'Surel atau kata sandi salah. Periksa huruf besar dan kecil.',
    en: 'E-mail or password is wrong. Check upper and lower case.',
  },
  wrongPassword: { id: 'Kata sandi ini salah.', en: 'This password is wrong.' },
  locked: {
    id: 'Terlalu banyak percobaan. Perangkat ini dapat mencoba lagi {{n}} menit lagi. Perangkat yang sudah pernah masuk tidak perlu menunggu.',
    en: 'Too many tries. This device may try again in {{n}} minutes. A device that signed in before need not wait.',
  },
  busy: {
    id: 'Banyak orang sedang masuk. Tunggu sebentar, lalu kirim lagi.',
    en: 'Many people are signing in. Wait a moment, then send it again.',
  },
  code: { id: 'Kode dari ponsel', en: 'Code from your phone' },
  codeTitle: { id: 'Tulis kode kedua', en: 'Write the second code' },
  codeAsk: {
    id: 'Anda masuk sebagai {{email}}. Buka aplikasi autentikator di ponsel dan tulis kode 6 angka untuk Berangkat Aman.',
    en: 'You are signing in as {{email}}. Open the authenticator app on your phone and write the 6-digit code for Berangkat Aman.',
  },
  codeLost: {
    id: 'Ponsel hilang? Mintalah orang yang mengurus server menghapus kode lama, lalu masuk lagi untuk memasang yang baru.',
    en: 'Phone lost? Ask whoever runs the server to remove the old code, then sign in again to set up a new one.',
  },
  codeShape: { id: 'Tulis 6 angka.', en: 'Write 6 digits.' },
  codeWrong: {
    id: 'Kode ini salah atau sudah dipakai. Tunggu kode berikutnya, dan periksa jam ponsel Anda.',
    en: 'This code is wrong or was used. Wait for the next one, and check the clock of your phone.',
  },
  codePaused: {
    id: 'Terlalu banyak kode salah. Akun ini menerima kode lagi {{n}} menit lagi.',
    en: 'Too many wrong codes. This account takes a code again in {{n}} minutes.',
  },
  demoCode: { id: 'DEMO: kode sekarang {{code}}', en: 'DEMO: the code is now {{code}}' },
  demoWait: {
    id: 'DEMO: kode berikutnya berlaku {{n}} detik lagi. Muat ulang halaman ini.',
    en: 'DEMO: the next code counts in {{n}} seconds. Load this page again.',
  },
  other: { id: 'Masuk dengan akun lain', en: 'Sign in with another account' },
  enrolTitle: { id: 'Pasang kode kedua', en: 'Set up the second code' },
  enrolWhy: {
    id: 'Selain kata sandi, akun ini memakai kode dari ponsel: kata sandi yang bocor saja tidak cukup untuk masuk.',
    en: 'Besides the password this account uses a code from a phone: a leaked password alone does not open it.',
  },
  enrolHow: {
    id: 'Pasang aplikasi autentikator di ponsel (misalnya Aegis, FreeOTP, atau Google Authenticator), pindai gambar ini, lalu tulis kode 6 angka yang muncul.',
    en: 'Install an authenticator app on your phone (such as Aegis, FreeOTP or Google Authenticator), scan this picture, and write the 6-digit code it shows.',
  },
  enrolPicture: { id: 'Kode QR untuk aplikasi autentikator', en: 'QR code for the authenticator app' },
  enrolType: {
    id: 'Tidak dapat memindai? Ketik 32 huruf dan angka ini di aplikasi:',
    en: 'Cannot scan? Type these 32 letters and digits into the app:',
  },
  enrolHere: { id: 'Buka di aplikasi pada ponsel ini', en: 'Open in the app on this phone' },
  enrolSend: { id: 'Pasang', en: 'Set up' },
  later: { id: 'Nanti saja', en: 'Later' },
  laterHint: {
    id: 'Server ini hanya dapat dibuka dari komputer ini, jadi kode boleh dipasang nanti.',
    en: 'This server can be opened from this computer only, so the code may wait.',
  },
  signedOut: { id: 'Anda sudah keluar', en: 'You are signed out' },
  signOut: { id: 'Keluar', en: 'Sign out' },
  signOutAsk: { id: 'Keluar dari CMS?', en: 'Sign out of the CMS?' },
  stay: { id: 'Kembali ke CMS', en: 'Back to the CMS' },
  forgotAsk: {
    id: 'Tulis surel akun Anda. Bila ada akunnya, tautan untuk menulis kata sandi baru dikirim ke sana.',
    en: 'Write the e-mail of your account. If there is one, a link to write a new password goes there.',
  },
  forgotSend: { id: 'Kirim tautan', en: 'Send the link' },
  forgotSent: {
    id: 'Bila surel itu punya akun, tautannya sedang dikirim dan berlaku satu jam. Periksa juga folder spam.',
    en: 'If that e-mail has an account, the link is on its way and works for an hour. Check the spam folder too.',
  },
  forgotNoMail: {
    id: 'Server ini tidak mengirim surel. Mintalah tautan atur ulang kepada pengelola situs Anda.',
    en: 'This server sends no mail. Ask your site administrator for a reset link.',
  },
  account: { id: 'Akun saya', en: 'My account' },
  accountOf: { id: 'Anda masuk sebagai {{email}}.', en: 'You are signed in as {{email}}.' },
  accountNeeds: {
    id: 'Setiap perubahan meminta kata sandi lama dan kode dari ponsel.',
    en: 'Every change asks for the old password and a code from your phone.',
  },
  noFactor: {
    id: 'Akun ini belum punya kode kedua. Pasang dulu: tanpa kode, surel dan kata sandi tidak dapat diganti di sini.',
    en: 'This account has no second code yet. Set it up first: without one, e-mail and password cannot be changed here.',
  },
  changePassword: { id: 'Ganti kata sandi', en: 'Change the password' },
  changeEmail: { id: 'Ganti surel', en: 'Change the e-mail' },
  changePhone: { id: 'Pindahkan kode ke ponsel lain', en: 'Move the code to another phone' },
  oldPassword: { id: 'Kata sandi Anda sekarang', en: 'Your present password' },
  newPassword: { id: 'Kata sandi baru', en: 'New password' },
  newEmail: { id: 'Surel baru', en: 'New e-mail' },
  emailOf: {
    id: 'Akun {{name}}, surel sekarang {{email}}.',
    en: 'Account of {{name}}, e-mail now {{email}}.',
  },
  emailTaken: { id: 'Surel ini sudah dipakai akun lain.', en: 'Another account has this e-mail.' },
  emailEnds: {
    id: 'Mulai sekarang masuklah dengan surel baru. Tautan kata sandi yang pernah dibuat tidak berlaku lagi.',
    en: 'From now on sign in with the new e-mail. Password links that were made before work no more.',
  },
  passwordEnds: {
    id: 'Sesudah itu semua sesi akun ini berakhir, di perangkat mana pun.',
    en: 'Afterwards every session of this account ends, on whatever device.',
  },
  passwordDone: { id: 'Kata sandi Anda sudah diganti', en: 'Your password was changed' },
  passwordAgain: {
    id: 'Semua sesi akun ini sudah berakhir. Masuklah lagi dengan kata sandi baru.',
    en: 'Every session of this account has ended. Sign in again with the new password.',
  },
  emailDone: { id: 'Surel sudah diganti', en: 'The e-mail was changed' },
  phoneDone: { id: 'Kode kedua sudah terpasang', en: 'The second code is set up' },
  phoneAgain: {
    id: 'Mulai sekarang hanya kode dari ponsel ini yang berlaku.',
    en: 'From now on only codes of this phone count.',
  },
  next: { id: 'Lanjut', en: 'Next' },
  save: { id: 'Simpan', en: 'Save' },
} satisfies Record<string, Record<Language, string>>
export type SignInWord = keyof typeof words

/** A text by its name, in one language. */
export type SignInText = (word: SignInWord, values?: Record<string, string | number>) => string

/** The language of the caller: the one chosen in the admin, else the browser's. */
export function staffLanguage(request: IncomingMessage): Language {
  const chosen = cookieOf(request, 'payload-lng')
  return languages.find(one => one === chosen) ?? languageOf(request)
}

export const signInText =
  (language: Language): SignInText =>
  (word, values = {}) =>
    fill(words[word][language], values)
